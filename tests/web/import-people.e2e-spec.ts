import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { passwordOf } from './support/demo';

const REGISTER = join(process.env['OFFICIAL_DATA_DIR'] ?? '/nowhere', 'organisations/uk_local_authorities_current.csv');

/** New addresses each time: the test may run twice against one server. */
const mark = Date.now().toString(36);
const COUNCILS = ['Essex County Council', 'ESSEX CC', 'Chelmsford', 'Colchester City Council', 'Thurrock', 'BRAINTREE DC'];
const FIRST = ['Ada', 'Bea', 'Cat', 'Dev', 'Eve', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jon', 'Kit', 'Lou'];

/** As spreadsheets are: a title above the headings, semicolons, a stray column, headings nobody agreed on, two rows that cannot be read. */
function nominations(): string {
  const people = Array.from({ length: 24 }, (_, i) => {
    const [first, last] = [FIRST[i % 12], `Okafor-${mark}-${i}`];
    return [
      `0${(i % 9) + 1}/11/2026 09:1${i % 9}`,
      ` ${first}`,
      last,
      `${first}.${i}.${mark}@example.org`,
      COUNCILS[i % COUNCILS.length],
      `"Analyst; team ${i}"`,
      '',
    ];
  });
  const bad = [
    ['', 'Nia', `Unreachable-${mark}`, 'ask reception', 'Thurrock', 'Officer', ''],
    ['', 'Oli', `Elsewhere-${mark}`, `oli.${mark}@example.org`, 'Narnia Borough', 'Officer', ''],
  ];
  return [
    ['Top Talent nominations', '', '', '', '', '', ''],
    ['Timestamp', 'Your FIRST name', 'SURNAME ', 'Contact', 'Which council do you work for?', 'Job role', `Notes ${mark}`],
    ...people,
    ...bad,
  ]
    .map((cells) => cells.join(';'))
    .join('\r\n');
}

test.describe('Staff import people from a spreadsheet', () => {
  test.describe.configure({ mode: 'serial' });
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext()).newPage();
    await signIn(page, 'jo.newstart@example.org');
  });
  test.afterAll(() => page.context().close());

  test('say what the columns hold, and see what would change', async () => {
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('link', { name: 'Import people' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Import people' })).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('alert').getByRole('link', { name: 'Choose a file' })).toBeVisible();
    await look(page);

    await choose(page, 'nominations.csv', nominations());
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Match the columns' })).toBeVisible();
    await expect(page.getByLabel('First name')).toHaveValue('1');
    await expect(page.getByLabel('Last name')).toHaveValue('2');
    await expect(page.getByText('The columns have been matched by their headings')).toBeVisible();

    // "Contact" says nothing, but nearly every cell below it is an email address.
    const email = page.getByLabel('Email address', { exact: true });
    await expect(email.locator('option:checked')).toHaveText('Contact');
    await email.selectOption('');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Choose the column with the email address' }).click();
    await expect(email).toBeFocused();
    await look(page);
    await email.selectOption({ label: 'Contact' });
    await expect(page.getByText(`Ada.0.${mark}@example.org`)).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Check the import' })).toBeVisible();
    await expect(page.getByRole('button', { name: '24 new' })).toBeVisible();
    await page.getByRole('button', { name: '2 need attention' }).click();
    await expect(page.getByRole('row', { name: `Nia Unreachable-${mark}` })).toContainText('"ask reception" is not an email address');
    await expect(page.getByRole('row', { name: `Oli Elsewhere-${mark}` })).toContainText(
      'There is no organisation called "Narnia Borough"',
    );
    await expect(page.locator('tbody tr')).toHaveCount(2);
    await look(page);
  });

  test('lose nothing when they reload, or when the network dies', async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: '2 need attention' })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('tbody tr')).toHaveCount(2);

    await page.route('**/api/people-imports/*/application', (route) => route.abort());
    await page.getByRole('checkbox', { name: 'Leave out the 2 rows that need attention' }).check();
    await page.getByRole('button', { name: 'Import 24 people' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Waymark is not responding' })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Leave out' })).toBeChecked();
    await page.unroute('**/api/people-imports/*/application');
  });

  test('get the rows that need attention back as a file', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the rows that need attention' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('nominations-needs-attention.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain(`Unreachable-${mark}`);
    expect(text).toContain('What needs attention');
  });

  test('are told first that two rows are in the way, then import the others once, however often they press', async () => {
    await page.getByRole('checkbox', { name: 'Leave out' }).uncheck();
    await page.getByRole('button', { name: 'Import 24 people' }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Correct the rows that need attention, or choose to leave them out' }),
    ).toBeVisible();
    await page.getByRole('checkbox', { name: 'Leave out' }).check();
    await page.getByRole('button', { name: 'Import 24 people' }).dblclick();
    await expect(page.getByRole('heading', { level: 1, name: 'Import complete' })).toBeVisible();
    await expect(page.getByText('24 people imported from nominations.csv')).toBeVisible();
    await look(page);
    await page.reload();
    await expect(page.getByText('24 people imported from nominations.csv')).toBeVisible();
  });

  test('find them in the list, each with a job', async () => {
    await page.getByRole('link', { name: 'See people' }).click();
    await page.getByLabel('Search by name or email').fill(`Okafor-${mark}-`);
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page.getByRole('heading', { name: '24 people', exact: true })).toBeVisible();
    await look(page);
    await page.getByRole('link', { name: `Bea Okafor-${mark}-1`, exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Analyst; team 1', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Essex County Council', exact: true })).toBeVisible();
    await look(page);
  });

  test('change nothing with the same file again', async () => {
    await page.goto('/people/import');
    await choose(page, 'nominations again.csv', nominations());
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('A file with these headings has been imported before')).toBeVisible();
    await expect(page.getByLabel('Email address', { exact: true })).toHaveValue('3');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('button', { name: '24 unchanged' })).toBeVisible();
    await expect(page.getByText('There is nothing to import')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);
    await look(page);
  });
});

test.describe('Staff look after people and organisations by hand', () => {
  test.describe.configure({ mode: 'serial' });
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext()).newPage();
    await signIn(page, 'priya.nair@example.org');
  });
  test.afterAll(() => page.context().close());

  test('add an organisation with its other names and codes', async () => {
    await page.goto('/organisations/new');
    await page.getByRole('button', { name: 'Add organisation' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Enter the official name' }).click();
    await expect(page.getByLabel('Official name')).toBeFocused();
    await page.getByLabel('Official name').fill(`Harbour ${mark} Trust`);
    await page.getByLabel('Short name').fill(`Harbour ${mark}`);
    await page.getByRole('button', { name: 'Add a name' }).click();
    await expect(page.getByLabel('Other name 1')).toBeFocused();
    await page.getByLabel('Other name 1').fill(`HT ${mark}`);
    await page.getByLabel('Sector').selectOption({ label: 'Charity' });
    await page.getByRole('button', { name: 'Add a code' }).click();
    await page.getByLabel('Scheme').fill('charity');
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill(mark.toUpperCase());
    await look(page);
    await page.getByRole('button', { name: 'Add organisation' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Harbour ${mark} Trust` })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'Charity number' })).toBeVisible();
    await look(page);
  });

  test('add a person with a job there, by keyboard alone', async () => {
    await page.goto('/people/new');
    await page.getByLabel('First name').focus();
    await page.keyboard.type('Zadie');
    await page.keyboard.press('Tab');
    await page.keyboard.type(`Quill-${mark}`);
    await page.keyboard.press('Tab');
    await page.keyboard.type(`zadie.${mark}@example.org`);
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'Organisation' })).toBeFocused();
    await page.keyboard.type(`HT ${mark}`);
    await expect(page.getByRole('option', { name: `Harbour ${mark} Trust` })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Trustee');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').getByRole('link', { name: 'Enter the first day' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Organisation' })).toHaveValue(`Harbour ${mark} Trust`);
    await look(page);
    const firstDay = page.getByRole('group', { name: 'First day' });
    await firstDay.getByLabel('Day').fill('1');
    await firstDay.getByLabel('Month').fill('4');
    await firstDay.getByLabel('Year').fill('2025');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: `Zadie Quill-${mark}` })).toBeVisible();
    await expect(page.getByText('From 1 April 2025')).toBeVisible();
  });

  test('choose between two changes of one field when somebody saved first', async ({ browser }) => {
    const other = await (await browser.newContext()).newPage();
    await signIn(other, 'sam.okoro@example.org');
    await page.getByRole('link', { name: 'Edit details' }).click();
    await page.getByLabel('Last name').fill(`Quill-Mine-${mark}`);
    await page.getByLabel('Pronouns').fill('she/her');

    await other.goto(page.url());
    await other.getByLabel('Last name').fill(`Quill-Theirs-${mark}`);
    await other.getByRole('button', { name: 'Save changes' }).click();
    await expect(other.getByText('Changes saved')).toBeVisible();
    await other.context().close();

    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByRole('dialog')).toContainText('Sam Okoro changed this at');
    await look(page, 'dialog[open]');
    await page.getByRole('radio', { name: `Quill-Theirs-${mark}` }).check();
    await page.getByRole('button', { name: 'Save my choice' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Zadie Quill-Theirs-${mark}` })).toBeVisible();
    await expect(page.getByText('she/her')).toBeVisible();
  });

  test('end a job on a day', async () => {
    await page.getByRole('button', { name: /^End Trustee/ }).click();
    await page.getByRole('dialog').getByLabel('Day').fill('31');
    await page.getByRole('dialog').getByLabel('Month').fill('3');
    await page.getByRole('dialog').getByLabel('Year').fill('2026');
    await look(page, 'dialog[open]');
    await page.getByRole('button', { name: 'Save last day' }).click();
    await expect(page.getByText('1 April 2025 to 31 March 2026')).toBeVisible();
  });

  test('find organisations by sector and nation, in an address that can be kept', async () => {
    await page.goto('/organisations');
    await page.getByRole('checkbox', { name: 'Council', exact: true }).check();
    await page.getByRole('checkbox', { name: 'England' }).check();
    await page.getByLabel('Search by name or code').fill('essex');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL(/q=essex&sector=council&nation=ENG/);
    await expect(page.getByRole('link', { name: 'Essex County Council' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Essex Police' })).toHaveCount(0);
    await look(page);
  });

  test('see which councils a file would change before it does, and leave out what cannot be read', async ({ browser }) => {
    const keeper = await (await browser.newContext()).newPage();
    await signIn(keeper, 'iris.kemp@example.org');
    const code = `Z${mark.slice(-4).toUpperCase()}`;
    await keeper.goto('/organisations/import');
    await look(keeper);
    await choose(keeper, 'councils.csv', councils(code));
    await keeper.getByRole('button', { name: 'Check file' }).click();
    await expect(keeper.getByRole('list', { name: 'What will happen' })).toContainText('1 new');
    await expect(keeper.getByRole('row', { name: /^3 Brokenshire Council nation: / })).toBeVisible();
    await keeper.getByRole('button', { name: 'Import 1 council' }).click();
    await expect(keeper.getByRole('alert').getByRole('link', { name: 'Choose what to do with the rejected rows' })).toBeVisible();
    await look(keeper);
    await keeper.getByRole('radio', { name: 'Do not import anything' }).check();
    await keeper.getByRole('button', { name: 'Import 1 council' }).click();
    await expect(keeper.getByText('Nothing has been imported')).toBeVisible();
    await keeper.getByRole('radio', { name: 'Leave out' }).check();
    await keeper.getByRole('button', { name: 'Import 1 council' }).click();
    await expect(keeper.getByText('1 council imported from councils.csv')).toBeVisible();
    await look(keeper);
  });

  if (existsSync(REGISTER))
    test('import the real register of councils, and change nothing with it again', async ({ browser }) => {
      const keeper = await (await browser.newContext()).newPage();
      await signIn(keeper, 'iris.kemp@example.org');
      const register = readFileSync(REGISTER, 'utf8');
      for (const turn of ['first', 'again'] as const) {
        await keeper.goto('/organisations/import');
        await choose(keeper, 'uk_local_authorities_current.csv', register);
        await keeper.getByRole('button', { name: 'Check file' }).click();
        await expect(keeper.getByRole('list', { name: 'What will happen' })).toContainText('0 rejected');
        const button = keeper.getByRole('button', { name: /^Import \d+ councils$/ });
        // On a server that has had the register before, the first turn changes nothing either.
        if (turn === 'again' || (await button.count()) === 0) {
          await expect(keeper.getByText(/Waymark already has the same details for \d+ councils/)).toBeVisible();
          continue;
        }
        await look(keeper);
        await button.click();
        await expect(keeper.getByText(/\d+ councils imported from uk_local_authorities_current.csv/)).toBeVisible();
      }
      await keeper.goto('/organisations?q=E10000012');
      await expect(keeper.getByRole('link', { name: 'Essex County Council' })).toBeVisible();
    });
});

function councils(code: string): string {
  const headers =
    'local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,local-authority-type-name,alt-names';
  return [
    headers,
    `${code},Testshire ${code} Council,Testshire ${code},,2023-04-01,,,England,East of England,Unitary authority,`,
    `${code}X,Brokenshire Council,Brokenshire,,the spring,,,Atlantis,Nowhere,Unitary authority,`,
  ].join('\n');
}

async function signIn(page: Page, email: string): Promise<void> {
  const password = passwordOf(email);
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

const choose = (page: Page, name: string, text: string) =>
  page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** On a desk and on a phone: nothing for axe to find, and no scrolling sideways. */
async function look(page: Page, within = 'body'): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page })
      .include(within)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const where = `${new URL(page.url()).pathname} at ${width} px`;
    expect(
      violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
      where,
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), where).toBe(0);
  }
}
