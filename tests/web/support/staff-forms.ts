import type { Locator, Page } from '@playwright/test';
import { ESSEX, type Day } from './demo';
import { expect } from './journey';

/** A file as a file input takes it. */
export const csvFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Follows a link of the navigation to the page of that name. */
export const follow = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
};

export async function fillDate(group: Locator, [day, month, year]: readonly [string, string, string]): Promise<void> {
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}

export interface Booked {
  rooms: string[];
  /** Somebody else; left out, the rooms are for the cohort. */
  holder?: string;
  from: readonly [day: Day, time: string];
  to: readonly [day: Day, time: string];
}

/** Contracts rooms of the venue whose page is open. */
export async function book(page: Page, { rooms, holder, from, to }: Booked): Promise<void> {
  await page.getByRole('button', { name: 'Book rooms' }).click();
  const dialog = page.getByRole('dialog', { name: 'Book rooms' });
  for (const room of rooms) await dialog.getByRole('checkbox', { name: room }).check();
  if (holder) {
    await dialog.getByRole('radio', { name: 'Someone else' }).check();
    await dialog.getByRole('textbox', { name: 'Name' }).fill(holder);
  } else {
    await dialog.getByRole('radio', { name: 'One of our cohorts' }).check();
    await dialog.getByRole('combobox', { name: 'Cohort' }).fill('Essex');
    await dialog.getByRole('option', { name: ESSEX.name }).first().click();
  }
  await fillDate(dialog.getByRole('group', { name: 'First day' }), from[0].fields);
  await dialog.getByLabel('Start time each day').fill(from[1]);
  await fillDate(dialog.getByRole('group', { name: 'Last day' }), to[0].fields);
  await dialog.getByLabel('End time each day').fill(to[1]);
  await dialog.getByRole('radio', { name: 'Contracted' }).check();
  await dialog.getByRole('button', { name: 'Book rooms', exact: true }).click();
  await expect(dialog).toBeHidden();
}
