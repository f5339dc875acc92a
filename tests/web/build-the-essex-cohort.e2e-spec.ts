import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Board } from './support/board';
import { ESSEX, type Day } from './support/demo';
import { expect, mark, PHONE, test } from './support/journey';
import { look } from './support/look';
import { linkIn, mailTo } from './support/mail';
import { nominations, smallRegister } from './support/spreadsheets';
import { book, csvFile, fillDate, follow } from './support/staff-forms';

const REGISTER = join(process.env['OFFICIAL_DATA_DIR'] ?? '/nowhere', 'organisations/uk_local_authorities_current.csv');
const VENUE = `Chelmsford Civic Centre ${mark}`;
const ROOMS = [
  { name: 'Chelmer suite', seats: '60', stepFree: true },
  { name: 'Colne room', seats: '16', stepFree: true },
  { name: 'Blackwater room', seats: '16', stepFree: true },
  { name: 'Crouch room', seats: '12', stepFree: false },
];
const { first, second } = ESSEX;
const [THURSDAY, FRIDAY] = [first.heading, second.heading];
const PEOPLE = nominations(mark);
const NEEDS_ACCESS = `${PEOPLE.people[5]!.given} ${PEOPLE.people[5]!.family}`;
const PASSWORD = 'copper meadow beside tall ships';

/** From an empty programme to an agenda on a phone, by hand, as a partnership's first officer would. */
test.describe('Jo builds the Essex cohort from nothing', () => {
  test.describe.configure({ mode: 'serial' });
  let page: Page;
  let board: Board;
  let cohort: string;
  let group: string;
  test.beforeAll(async ({ journey }) => {
    page = await journey.open('jo.newstart@example.org');
    board = new Board(page);
  });

  test('finds the councils of the register, which its keeper has brought in', async ({ journey }) => {
    const keeper = await journey.open('iris.kemp@example.org');
    await page.goto('/staff');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, { widths: [1440, 390] });
    await keeper.goto('/organisations/import');
    const register = existsSync(REGISTER) ? readFileSync(REGISTER, 'utf8') : smallRegister();
    await keeper.getByLabel('CSV file').setInputFiles(csvFile('uk_local_authorities_current.csv', register));
    await keeper.getByRole('button', { name: 'Check file' }).click();
    await expect(keeper.getByRole('list', { name: 'What will happen' })).toContainText('0 rejected');
    const confirm = keeper.getByRole('button', { name: /^Import \d+ councils?$/ });
    // On a server that has had the register before, there is nothing to import.
    if ((await confirm.count()) > 0) {
      await confirm.click();
      await expect(keeper.getByText(/councils? imported from uk_local_authorities_current.csv/)).toBeVisible();
    }
    await page.goto('/organisations?q=Braintree');
    await expect(page.getByRole('link', { name: /^Braintree/ }).first()).toBeVisible();
  });

  test('imports 24 people from an untidy spreadsheet, and leaves out two rows', async () => {
    await page.goto('/people/import');
    await page.getByLabel('CSV file').setInputFiles(csvFile('nominations.csv', PEOPLE.csv));
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Match the columns' })).toBeVisible();
    await page.getByLabel('Email address', { exact: true }).selectOption({ label: 'Contact' });
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('button', { name: '24 new' })).toBeVisible();
    await expect(page.getByRole('button', { name: '2 need attention' })).toBeVisible();
    await page.getByRole('checkbox', { name: /Leave out/ }).check();
    await page.getByRole('button', { name: 'Import 24 people' }).click();
    await expect(page.getByText('24 people imported from nominations.csv')).toBeVisible();
  });

  test('makes a venue with four rooms, one without step-free access', async () => {
    await follow(page, 'Venues');
    await look(page, { widths: [1440, 390] });
    await page.getByRole('button', { name: 'Add venue' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a venue' });
    await dialog.getByLabel('Name').fill(VENUE);
    await dialog.getByLabel('Address').fill('Duke Street, Chelmsford');
    await dialog.getByLabel('Postcode').fill('CM1 1JE');
    await look(page, { within: 'dialog[open]' });
    await dialog.getByRole('button', { name: 'Add venue' }).click();
    await expect(page.getByRole('heading', { level: 1, name: VENUE })).toBeVisible();
    for (const room of ROOMS) {
      await page.getByRole('button', { name: 'Add room' }).click();
      const adding = page.getByRole('dialog', { name: 'Add a room' });
      await adding.getByLabel('Name').fill(room.name);
      for (const layout of ['Boardroom', 'Cabaret', 'Theatre', 'Standing'])
        await adding.getByLabel(layout, { exact: true }).fill(room.seats);
      await adding.getByRole('radio', { name: 'Different from the venue' }).check();
      if (room.stepFree) await adding.getByRole('checkbox', { name: 'Step-free' }).check();
      if (room.seats === '60') await adding.getByRole('checkbox', { name: 'Projector' }).check();
      await adding.getByRole('button', { name: 'Save room' }).click();
      await expect(adding).toBeHidden();
      await expect(page.getByRole('table', { name: 'Rooms' }).getByRole('row', { name: room.name })).toBeVisible();
    }
    await look(page, { widths: [1440, 390] });
  });

  test('makes two facilitators of people it knows', async () => {
    await follow(page, 'Facilitators');
    for (const person of PEOPLE.facilitators) {
      await page.getByRole('button', { name: 'Add facilitator' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a facilitator' });
      await dialog.getByRole('combobox', { name: 'Person' }).fill(person);
      await dialog.getByRole('option', { name: person }).click();
      await dialog.getByRole('button', { name: 'Add facilitator' }).click();
      await expect(dialog).toBeHidden();
      await page.goto('/facilitators');
      await expect(page.getByRole('link', { name: person })).toBeVisible();
    }
    await look(page, { widths: [1440, 390] });
  });

  test('makes the cohort from the published blueprint, after seeing what would be made', async () => {
    await follow(page, 'Cohorts');
    await page
      .getByRole('link', { name: /New cohort|Make a cohort|Add cohort/ })
      .first()
      .click();
    // The list of cohorts has a field of this name too.
    await expect(page.getByRole('heading', { level: 1, name: 'New cohort' })).toBeVisible();
    await page.getByLabel('Programme').selectOption({ label: 'Top Talent' });
    await page.getByLabel('Place', { exact: true }).fill('Essex');
    await fillDate(page.getByRole('group', { name: 'First day' }), first.fields);
    await page.getByLabel('Venue').selectOption({ label: VENUE });
    await page.getByLabel('Places').fill('24');
    await page.getByLabel('Minimum number of people').fill('16');
    await page.getByLabel('Number of groups').fill('2');
    await page.getByLabel('What the groups are for').selectOption({ label: 'Learning set' });
    await look(page, { widths: [1440, 390] });
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Check the new cohort' })).toBeFocused();
    await expect(page.getByText(`TT-ESSEX-${first.date.slice(0, 7)}`).first()).toBeVisible();
    const sessions = page.getByRole('table', { name: 'Sessions that will be created' });
    await expect(sessions.getByRole('row', { name: /Registration and coffee/ })).toContainText(
      new RegExp(`Thu.* ${first.short()}.*09:00 to 09:30`),
    );
    await expect(sessions.getByRole('row', { name: /Showcase and certificates/ })).toContainText(new RegExp(`Fri.* ${second.short()}`));
    await look(page, { widths: [1440, 390] });
    // Going back, or loading the page again, loses nothing.
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'New cohort' })).toBeFocused();
    await expect(page.getByLabel('Minimum number of people')).toHaveValue('16');
    await page.goForward();
    await expect(page).toHaveURL(/step=check/);
    page.once('dialog', (leaving) => void leaving.accept());
    await page.reload();
    await expect(sessions.getByRole('row', { name: /Registration and coffee/ })).toBeVisible();
    await page.getByRole('button', { name: 'Create cohort' }).click();
    await expect(page).toHaveURL(/\/cohorts\/[0-9a-f-]{36}\/overview$/);
    await expect(page.getByRole('heading', { level: 1, name: ESSEX.name })).toBeFocused();
    cohort = /cohorts\/([^/]+)/.exec(page.url())![1]!;
    await look(page, { widths: [1440, 390] });
  });

  test('books the rooms for both days, and notes that somebody else has one', async () => {
    await follow(page, 'Venues');
    await page.getByRole('link', { name: VENUE }).click();
    const [chelmer, ...others] = ROOMS.map(({ name }) => name);
    await book(page, { rooms: [chelmer!, ...others], from: [first, '08:30'], to: [first, '17:30'] });
    await book(page, { rooms: others, from: [second, '08:30'], to: [second, '17:30'] });
    await book(page, { rooms: [chelmer!], from: [second, '08:30'], to: [second, '13:30'] });
    await book(page, { rooms: [chelmer!], holder: 'Essex County Council', from: [second, '13:30'], to: [second, '14:30'] });
    await fillDate(page.getByRole('group', { name: 'From' }), first.fields);
    await fillDate(page.getByRole('group', { name: 'To', exact: true }), second.fields);
    await page.getByRole('button', { name: 'Show bookings between these dates' }).click();
    const bookings = (day: Day) => page.getByRole('table', { name: `Bookings on ${day.long()}` });
    await expect(bookings(first).getByRole('row', { name: ESSEX.name })).toHaveCount(4);
    await expect(bookings(second).getByRole('row', { name: /13:30 to 14:30 Chelmer suite Essex County Council/ })).toBeVisible();
    await look(page, { widths: [1440, 390] });
  });

  test('puts the 24 people on it, and shares them out over the groups', async () => {
    await page.goto(`/cohorts/${cohort}/people`);
    await page.getByRole('main').getByRole('button', { name: 'Add people' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add people' });
    for (const { given, family } of PEOPLE.people) {
      await dialog.getByLabel('Search by name').fill(family);
      await expect(dialog.getByRole('checkbox')).toHaveCount(1);
      await dialog.getByRole('checkbox', { name: `${given} ${family}` }).check();
    }
    await look(page, { within: 'dialog[open]' });
    await dialog.getByRole('button', { name: 'Add 24 people' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('region', { name: 'List of people' }).getByText('24 people', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Groups', exact: true }).click();
    const groups = page.getByRole('dialog', { name: 'Groups' });
    await groups.getByLabel('Number of groups').fill('2');
    await groups.getByRole('button', { name: 'Split evenly' }).click();
    await expect(groups).toBeHidden();
    await expect(
      page
        .getByRole('table', { name: 'People on this cohort' })
        .getByRole('row', { name: /Group 2/ })
        .first(),
    ).toBeVisible();
    await look(page, { widths: [1440, 390] });
  });

  test('notes that one of them needs step-free access', async () => {
    const row = page.getByRole('table', { name: 'People on this cohort' }).getByRole('row', { name: NEEDS_ACCESS });
    group = /Group [12]/.exec(await row.innerText())![0];
    await row.getByRole('button', { name: `Actions for ${NEEDS_ACCESS}` }).click();
    const dialog = page.getByRole('dialog', { name: NEEDS_ACCESS });
    await dialog.getByRole('button', { name: 'Change access needs' }).click();
    await dialog.getByRole('checkbox', { name: 'Step-free' }).check();
    await look(page, { within: 'dialog[open]' });
    await dialog.getByRole('button', { name: /^Save/ }).click();
    await expect(dialog).toBeHidden();
  });

  test('gives sessions a facilitator', async () => {
    await page
      .getByRole('navigation', { name: 'Cohort' })
      .getByRole('link', { name: /^Schedule/ })
      .click();
    await board.ready();
    for (const [title, person] of [
      ['Welcome: leading through place', PEOPLE.facilitators[0]!],
      ['Panel: one public service', PEOPLE.facilitators[1]!],
    ] as const) {
      await board.title(title).click();
      const editor = page.getByRole('dialog');
      await editor.getByRole('button', { name: 'Add a facilitator' }).click();
      await editor.getByLabel('Facilitator 1').selectOption({ label: person });
      if (title.startsWith('Welcome')) await look(page, { within: 'dialog[open]' });
      await editor.getByRole('button', { name: 'Save session' }).click();
      await expect(editor).toBeHidden();
      await expect(board.block(title)).toContainText(person);
      await expect(board.title(title)).toBeFocused();
    }
  });

  test('carries every session into a room with the mouse, and one in from those not on the schedule', async () => {
    await look(page, { widths: [1440, 390] });
    const other = group.replace(/[12]/, (one) => (one === '1' ? '2' : '1'));
    const plan: [day: string, title: string, time: string, room: string, who?: string][] = [
      [THURSDAY, 'Registration and coffee', '9:00', 'Chelmer suite'],
      [THURSDAY, 'Welcome: leading through place', '9:30', 'Chelmer suite'],
      [THURSDAY, 'Systems leadership', '10:45', 'Colne room', group],
      [THURSDAY, 'Systems leadership', '10:45', 'Blackwater room', other],
      [THURSDAY, 'Lunch and networking', '12:15', 'Chelmer suite'],
      [THURSDAY, 'Data and AI for leaders', '13:15', 'Colne room', group],
      [THURSDAY, 'Data and AI for leaders', '13:15', 'Blackwater room', other],
      [THURSDAY, 'First mentor meetings', '15:00', 'Colne room', group],
      [THURSDAY, 'First mentor meetings', '15:00', 'Colne room', other], // both in one room
      [THURSDAY, 'Reflection and close', '16:15', 'Chelmer suite'],
      [FRIDAY, 'Panel: one public service', '9:30', 'Chelmer suite'],
      [FRIDAY, 'Action learning set', '10:30', 'Colne room', group],
      [FRIDAY, 'Action learning set', '10:30', 'Blackwater room', other],
      [FRIDAY, 'Lunch and networking', '11:45', 'Chelmer suite'],
      [FRIDAY, 'Secondment fair', '12:45', 'Chelmer suite'], // which somebody else has from 13:30
      [FRIDAY, 'Skills gap clinic', '14:30', 'Crouch room', group], // which has steps
      [FRIDAY, 'Skills gap clinic', '14:30', 'Blackwater room', other],
      [FRIDAY, 'Showcase and certificates', '15:30', 'Chelmer suite'],
    ];
    for (const [day, title, time, room, who = ''] of plan) {
      const from = board
        .column(day, 'No room yet')
        .locator('li[app-board-block]')
        .filter({ hasText: `${title}, ` })
        .filter({ hasText: who });
      await board.drag(from, { day, room, time });
      await expect(
        board
          .column(day, room)
          .locator('li[app-board-block]')
          .filter({ hasText: `${title}, ` })
          .filter({ hasText: who }),
      ).toHaveCount(1);
    }
    await board.drag(page.locator('.todo').filter({ hasText: 'Photographs' }), { day: FRIDAY, room: 'Chelmer suite', time: '16:30' });
    await expect(page.getByText('Every session is on the schedule.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 3, name: 'No room yet' })).toHaveCount(0);
    await board.settled();
    await look(page);
  });

  test('cannot publish while problems stand', async () => {
    await page.getByRole('button', { name: 'Check and release' }).click();
    await expect(page.getByRole('heading', { name: 'Clashes that block the release' })).toBeVisible();
    await look(page, { widths: [1440, 390] });
    await page.getByRole('link', { name: 'Back to the schedule' }).click();
    await board.ready();
  });

  test('resolves one by a way out that is offered, one in the Move dialog, and accepts one with a reason', async () => {
    const checks = page.locator('app-board-checks');
    const twice = checks.locator('.issue').filter({ hasText: 'Colne room is used by 2 sessions' });
    await twice.getByRole('button', { name: /^Move First mentor meetings \(.+\) to Blackwater room$/ }).click();
    const outcome = twice.getByRole('region', { name: 'What this would change' });
    await expect(outcome).toContainText('Colne room is used by 2 sessions');
    await expect(board.day(THURSDAY).locator('.landing')).toContainText('First mentor meetings');
    await look(page, { widths: [1440, 390] });
    await outcome.getByRole('button', { name: 'Make this change' }).click();
    await expect(twice).toHaveCount(0);
    await expect(
      board.column(THURSDAY, 'Blackwater room').locator('li[app-board-block]').filter({ hasText: 'First mentor meetings, ' }),
    ).toHaveCount(1);
    await board.settled();

    const steps = checks.locator('.issue').filter({ hasText: 'Access need not met' });
    await expect(steps).toContainText('1 person needs step-free access');
    await board.column(FRIDAY, 'Crouch room').getByRole('button', { name: 'Move Skills gap clinic' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move Skills gap clinic' });
    const colne = await dialog.getByLabel('Room').locator('option', { hasText: 'Colne room' }).getAttribute('value');
    await dialog.getByLabel('Room').selectOption(colne);
    await dialog.getByRole('button', { name: 'Move session' }).click();
    await expect(steps).toHaveCount(0);
    await board.settled();

    const held = checks.locator('.issue--block').filter({ hasText: 'Chelmer suite is held by Essex County Council' });
    await held.getByRole('button', { name: /^Override/ }).click();
    const override = page.getByRole('dialog', { name: 'Override this clash' });
    await override.getByRole('button', { name: 'Override clash', exact: true }).click();
    await expect(override.getByRole('alert').first()).toContainText(/reason|why/i);
    await look(page, { within: 'dialog[open]' });
    await override.getByLabel('Why are you overriding it?').fill('The council meets behind the folding wall that day.');
    await override.getByRole('button', { name: 'Override clash', exact: true }).click();
    await expect(override).toBeHidden();
    await expect(held).toHaveCount(0);
    await checks.getByText('1 overridden').click();
    await expect(checks.locator('.issue--accepted')).toContainText('Overridden by Jo Newstart');
    await expect(checks.locator('.issue--block, .issue--warn')).toHaveCount(0);
  });

  test('checks and releases, and sees the release with its differences', async () => {
    await page.getByRole('button', { name: 'Check and release' }).click();
    await expect(page.getByRole('heading', { name: 'What goes into people’s agendas' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Clashes that block the release' })).toHaveCount(0);
    await look(page, { widths: [1440, 390] });
    await page.getByRole('button', { name: 'Release schedule' }).click();
    await expect(page.getByText(/has been released \(release 1\)/).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Release 1', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'What changed in release 1' }).click();
    await expect(page.getByRole('heading', { name: /^Photographs/ })).toBeVisible();
  });

  test('invites Ada, who sees her agenda on a phone', async ({ journey }) => {
    const ada = PEOPLE.people[0]!;
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite a person' });
    await dialog.getByLabel('First name').fill(ada.given);
    await dialog.getByLabel('Last name').fill(ada.family);
    await dialog.getByLabel('Email address').fill(ada.email);
    await dialog.getByLabel('Role').selectOption({ label: 'Participant' });
    await dialog.getByRole('combobox', { name: 'Cohort' }).fill('Essex');
    await dialog.getByRole('option', { name: ESSEX.name }).first().click();
    await look(page, { within: 'dialog[open]' });
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await expect(dialog).toBeHidden();
    await look(page, { widths: [1440, 390] });

    const phone = await journey.open(null, PHONE);
    await phone.goto(linkIn(await mailTo(ada.email, /invitation/)));
    await phone.getByRole('textbox', { name: 'Choose a password' }).fill(PASSWORD);
    await look(phone);
    await phone.getByRole('button', { name: 'Accept invitation' }).tap();
    await expect(phone).toHaveURL(/\/my$/);
    await expect(phone.getByRole('region', { name: 'Registration and coffee' })).toContainText('9am to 9:30am');
    await look(phone);
    await phone.getByRole('navigation').getByRole('link', { name: 'Programme' }).tap();
    await expect(phone.getByRole('heading', { level: 1, name: 'Your programme' })).toBeVisible();
    const thursday = phone.getByRole('region', { name: THURSDAY });
    await expect(thursday.getByRole('listitem').filter({ hasText: 'Welcome: leading through place' }).first()).toContainText(
      '9:30am to 10:30am',
    );
    await expect(phone.getByRole('region', { name: FRIDAY }).getByRole('heading', { name: 'Photographs' })).toBeVisible();
    await look(phone);
  });
});
