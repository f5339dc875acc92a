import type { Locator } from '@playwright/test';
import { read, send } from './support/api';
import { makeCohort } from './support/cohort';
import { ESSEX } from './support/demo';
import { expect, mark, test } from './support/journey';
import { linkIn, mailTo } from './support/mail';
import { look } from './support/look';
import { fillDate } from './support/staff-forms';

const PASSWORD = 'quiet harbour under nine gulls';

/** Presses twice before the first press is answered. @returns how many changes that sent to `path` */
async function pressTwice(button: Locator, path: RegExp): Promise<number> {
  const page = button.page();
  let count = 0;
  let answer = () => undefined as void;
  const pressed = new Promise<void>((resolve) => (answer = resolve));
  await page.route(path, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    count++;
    await pressed;
    await route.continue();
  });
  const answered = page.waitForResponse((response) => path.test(response.url()) && response.request().method() === 'POST');
  await button.dblclick();
  answer();
  await answered;
  await page.unroute(path);
  return count;
}

test.describe('Somebody presses twice', () => {
  test('one venue is made', async ({ journey }) => {
    const page = await journey.open('priya.nair@example.org');
    await page.goto('/venues');
    await page.getByRole('button', { name: 'Add venue' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a venue' });
    await dialog.getByLabel('Name').fill(`Twice ${mark}`);
    await dialog.getByLabel('Address').fill('High Street');
    expect(await pressTwice(dialog.getByRole('button', { name: 'Add venue' }), /\/venues$/)).toBe(1);
    await expect(page.getByRole('heading', { level: 1, name: `Twice ${mark}` })).toBeVisible();
    const { items } = await read<{ items: unknown[] }>(page.context().request, `/venues?query=${encodeURIComponent(`Twice ${mark}`)}`);
    expect(items).toHaveLength(1);
  });

  test('one cohort is made, and one release', async ({ journey }) => {
    const page = await journey.open('priya.nair@example.org');
    const place = `Fenland ${mark}`;
    await page.goto('/cohorts/new');
    await page.getByLabel('Programme').selectOption({ label: 'Top Talent' });
    await page.getByLabel('Place', { exact: true }).fill(place);
    const first = page.getByRole('group', { name: 'First day' });
    await fillDate(first, ESSEX.first.fields);
    await page.getByRole('button', { name: 'Continue' }).dblclick();
    await expect(page.getByRole('heading', { level: 1, name: 'Check the new cohort' })).toBeVisible();
    expect(await pressTwice(page.getByRole('button', { name: 'Create cohort' }), /\/cohorts$/)).toBe(1);
    await expect(page).toHaveURL(/\/overview$/);
    const { items } = await read<{ items: { id: string }[] }>(page.context().request, `/cohorts?search=${encodeURIComponent(place)}`);
    expect(items).toHaveLength(1);

    // A session in person is not released without a room.
    const { sessions } = await read<{ sessions: { id: string; version: number; date: string; startsAt: string }[] }>(
      page.context().request,
      `/cohorts/${items[0]!.id}/schedule`,
    );
    await send(page.context().request, 'post', `/cohorts/${items[0]!.id}/session-moves`, {
      moves: sessions.map(({ id, version, date, startsAt }) => ({ sessionId: id, version, date, startsAt, roomId: null, mode: 'online' })),
    });
    await page.goto(page.url().replace('/overview', '/schedule/release'));
    expect(await pressTwice(page.getByRole('button', { name: 'Release schedule' }), /\/releases$/)).toBe(1);
    await expect(page.getByText(/has been released \(release 1\)/).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Release 1', exact: true })).toHaveCount(1);
    await look(page, { widths: [1440, 390] });
  });
});

test.describe('Somebody chooses a wrong file', () => {
  const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const FILES = [
    { name: 'photo.png', mimeType: 'image/png', buffer: PNG },
    { name: 'people.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000', 'latin1') },
    { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) },
    { name: 'noise.csv', mimeType: 'text/csv', buffer: Buffer.from([0, 159, 255, 254, 0, 1, 2, 3, 0, 200, 10, 13, 0]) },
  ];
  for (const [path, button, email] of [
    ['/people/import', 'Continue', 'priya.nair@example.org'],
    ['/organisations/import', 'Check file', 'iris.kemp@example.org'],
  ] as const) {
    test(`at ${path}: each is refused in words, and the page can be used on`, async ({ journey }) => {
      const page = await journey.open(email);
      await page.goto(path);
      for (const file of FILES) {
        await page.getByLabel('CSV file').setInputFiles(file);
        await page.getByRole('button', { name: button }).click();
        const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
        await expect(summary, file.name).toBeVisible();
        await expect(summary.getByRole('link'), file.name).not.toBeEmpty();
        await expect(page, file.name).toHaveURL(new RegExp(`${path}$`));
      }
      await look(page, { widths: [1440, 390] });
    });
  }
});

test.describe('The network breaks off', () => {
  test('nothing that was typed is lost, and the same press works when it is back', async ({ journey }) => {
    const page = await journey.open('priya.nair@example.org');
    await page.goto('/people/new');
    await page.getByLabel('First name').fill('Winnie');
    await page.getByLabel('Last name').fill(`Break-${mark}`);
    await page.getByLabel('Email address', { exact: true }).fill(`winnie.${mark}@example.org`);
    await page.context().setOffline(true);
    const add = page.getByRole('button', { name: 'Add person' });
    await add.click();
    await expect(page.getByRole('alert').filter({ hasText: 'Waymark is not responding' })).toBeVisible();
    await expect(page.getByLabel('Last name')).toHaveValue(`Break-${mark}`);
    await expect(page.getByLabel('Email address', { exact: true })).toHaveValue(`winnie.${mark}@example.org`);
    await look(page);
    await page.context().setOffline(false);
    await add.click();
    await expect(page.getByRole('heading', { level: 1, name: `Winnie Break-${mark}` })).toBeVisible();
  });

  test('an answer that is lost on its way does not make a second person', async ({ journey }) => {
    const page = await journey.open('priya.nair@example.org');
    await page.goto('/people/new');
    await page.getByLabel('First name').fill('Lara');
    await page.getByLabel('Last name').fill(`Lost-${mark}`);
    await page.getByLabel('Email address', { exact: true }).fill(`lara.${mark}@example.org`);
    let lost = false;
    await page.route('**/api/people', async (route) => {
      if (lost || route.request().method() !== 'POST') return route.continue();
      lost = true;
      await route.fetch(); // carried out, but nobody hears of it
      return route.abort();
    });
    const add = page.getByRole('button', { name: 'Add person' });
    await add.click();
    await expect(page.getByRole('alert').filter({ hasText: 'Waymark is not responding' })).toBeVisible();
    await add.click();
    await expect(page.getByRole('heading', { level: 1, name: `Lara Lost-${mark}` })).toBeVisible();
    const { items } = await read<{ items: unknown[] }>(page.context().request, `/people?query=${encodeURIComponent(`Lost-${mark}`)}`);
    expect(items).toHaveLength(1);
  });
});

test.describe('A session ends in the middle of work', () => {
  test('the page keeps what was typed, and goes on after signing in again in another tab', async ({ journey }) => {
    const email = `casey.${mark}@example.org`;
    const admin = await journey.open('sam.okoro@example.org');
    const { provider } = await read<{ provider: { id: string } }>(admin.context().request, '/session');
    await send(admin.context().request, 'post', '/invitations', {
      providerId: provider.id,
      givenName: 'Casey',
      familyName: `Moor-${mark}`,
      email,
      role: 'programme_staff',
      scopeKind: 'provider',
      scopeId: provider.id,
    });
    const page = await journey.open(null);
    await page.goto(linkIn(await mailTo(email, /invitation/i)));
    await page.getByRole('textbox', { name: 'Choose a password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Accept invitation' }).click();
    await expect(page).toHaveURL(/\/staff$/);

    await page.goto('/people/new');
    await page.getByLabel('First name').fill('Keep');
    await page.getByLabel('Last name').fill(`Me-${mark}`);
    await page.getByLabel('Email address', { exact: true }).fill(`keep.${mark}@example.org`);
    const elsewhere = await journey.open(email, {}, PASSWORD);
    await elsewhere.goto('/account');
    await elsewhere.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(elsewhere).toHaveURL(/\/sign-in/);

    await page.getByRole('button', { name: 'Add person' }).click();
    const ended = page.getByRole('dialog');
    await expect(ended).toBeVisible();
    await look(page, { within: 'dialog[open]' });
    const [tab] = await Promise.all([page.waitForEvent('popup'), ended.getByRole('link', { name: /Sign in/ }).click()]);
    await tab.getByLabel('Email address').fill(email);
    await tab.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
    await tab.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await tab.close();
    if (await ended.isVisible()) await ended.getByRole('button').first().click();
    await expect(ended).toBeHidden();
    await expect(page.getByLabel('Last name')).toHaveValue(`Me-${mark}`);
    await page.getByRole('button', { name: 'Add person' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Keep Me-${mark}` })).toBeVisible();
  });
});

test.describe('Addresses', () => {
  test('keep filters through back and forward', async ({ journey }) => {
    const page = await journey.open('priya.nair@example.org');
    await page.goto('/cohorts');
    await page.getByLabel('Search by name or code').fill('essex');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL(/q=essex/);
    const essex = page.getByRole('table').getByRole('link', { name: ESSEX.name, exact: true });
    await essex.click();
    await expect(page.getByRole('heading', { level: 1, name: ESSEX.name })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/\/cohorts\?.*q=essex/);
    await expect(page.getByLabel('Search by name or code')).toHaveValue('essex');
    await expect(essex).toBeVisible();
    await expect(page.getByRole('table').getByRole('link', { name: /Norfolk/ })).toHaveCount(0);
    await page.goBack();
    await expect(page.getByLabel('Search by name or code')).toHaveValue('');
    await expect(page.getByRole('table').getByRole('link', { name: /Norfolk/ })).toBeVisible();
    await page.goForward();
    await expect(page.getByRole('table').getByRole('link', { name: /Norfolk/ })).toHaveCount(0);
  });

  test("of another provider's cohort show that it is not here", async ({ journey }) => {
    const priya = await journey.open('priya.nair@example.org');
    const id = await makeCohort(priya.context().request, 'Elsewhere');
    const jo = await journey.open('jo.newstart@example.org');
    for (const address of [`/cohorts/${id}`, '/cohorts/01890000-0000-7000-8000-00000000dead', `/cohorts/${id}/schedule`]) {
      await jo.goto(address);
      await expect(jo.getByText(/could not be found/i).first()).toBeVisible();
      await expect(jo.getByText('Elsewhere')).toHaveCount(0);
    }
    await look(jo, { widths: [1440, 390] });
  });

  test('of the workbench are refused kindly to people who take part', async ({ journey }) => {
    const page = await journey.open('adaeze.okonkwo@example.org');
    await page.goto('/cohorts');
    await expect(page.getByRole('heading', { level: 1, name: 'You cannot open this page' })).toBeVisible();
    await expect(page).toHaveURL(/\/cohorts$/);
    await look(page, { widths: [1440, 390] });
  });
});
