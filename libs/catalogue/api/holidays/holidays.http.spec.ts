import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BANK_HOLIDAYS } from '@waymark/catalogue/domain/bank-holidays';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let keeper: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  staff = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
  keeper = await app.signedIn('register_keeper');
});
afterAll(() => app.close());

describe('GET /bank-holidays', () => {
  it('begins with the bundled list, by division and year', async () => {
    const { body } = await app.get('/bank-holidays', staff);
    expect(body.items).toHaveLength(BANK_HOLIDAYS.length);
    const scotland = await app.get('/bank-holidays', staff, { division: 'scotland', year: 2027 });
    expect(scotland.body.items.map(({ date }: any) => date)).toEqual([
      '2027-01-01',
      '2027-01-04',
      '2027-03-26',
      '2027-05-03',
      '2027-05-31',
      '2027-08-02',
      '2027-11-30',
      '2027-12-27',
      '2027-12-28',
    ]);
    expect(scotland.body.items[0]).toMatchObject({ title: 'New Year’s Day', notes: '', source: 'Bundled with Waymark' });
  });

  it('is for everybody signed in', async () => {
    expect((await app.get('/bank-holidays')).status).toBe(401);
    expect((await app.get('/bank-holidays', await app.signedIn(), { year: 2027 })).status).toBe(200);
    expect((await app.get('/bank-holidays', staff, { division: 'mars' })).status).toBe(400);
  });
});

describe('POST /holiday-imports', () => {
  it('says first what it would do, then does it, and the second time nothing', async () => {
    const content = JSON.stringify({
      scotland: { division: 'scotland', events: [{ title: 'World Cup bank holiday', date: '2026-06-15', notes: '', bunting: true }] },
    });
    const dry = await send(content, false);
    expect([dry.status, dry.body.applied, dry.body.counts]).toEqual([201, false, { new: 1, changed: 0, same: 0, gone: 0, rejected: 0 }]);
    expect(dry.body.lines).toEqual([
      {
        outcome: 'new',
        place: 'scotland, event 1',
        division: 'scotland',
        date: '2026-06-15',
        title: 'World Cup bank holiday',
        message: 'New',
      },
    ]);
    expect(await many()).toBe(BANK_HOLIDAYS.length);

    const done = await send(content, true);
    expect([done.body.applied, await many()]).toEqual([true, BANK_HOLIDAYS.length + 1]);
    const before = await app.sql('SELECT * FROM bank_holiday ORDER BY 1, 2, 3');
    const again = await send(content, true);
    expect([again.body.applied, again.body.counts.same, again.body.counts.new]).toEqual([true, 1, 0]);
    expect(await app.sql('SELECT * FROM bank_holiday ORDER BY 1, 2, 3')).toEqual(before);
    expect(await app.sql(`SELECT facts->>'new' AS new FROM event WHERE name = 'bankHolidays.imported'`)).toEqual([{ new: '1' }]);
  });

  it('changes and takes away within the time a file covers', async () => {
    const events = BANK_HOLIDAYS.filter(({ division, date }) => division === 'northern-ireland' && date.startsWith('2028')).map((day) => ({
      ...day,
      notes: `${day.notes}!`,
    }));
    const [dropped] = events.splice(3, 1);
    const { body } = await send(JSON.stringify({ 'northern-ireland': { events } }), true);
    expect(body.counts).toEqual({ new: 0, changed: events.length, same: 0, gone: 1, rejected: 0 });
    const { body: after } = await app.get('/bank-holidays', staff, { division: 'northern-ireland', year: 2028 });
    expect(after.items).toHaveLength(events.length);
    expect(after.items.map(({ date }: any) => date)).not.toContain(dropped!.date);
    expect(after.items.every(({ notes, source }: any) => notes.endsWith('!') && source === 'bank-holidays.json')).toBe(true);
  });

  it('takes nothing of a file with something wrong in it, and says what', async () => {
    const before = await many();
    const { status, body } = await send(
      JSON.stringify({
        scotland: {
          events: [
            { title: 'A', date: '2029-01-01' },
            { title: 'B', date: 'soon' },
          ],
        },
      }),
      true,
    );
    expect([status, body.applied, body.counts.rejected, await many()]).toEqual([201, false, 1, before]);
    expect(body.lines[1].message).toBe('"B" does not have a real date. Enter it like 2027-12-27');
    const broken = await send('<html>', true);
    expect([broken.body.applied, broken.body.lines[0].message]).toEqual([
      false,
      'The file is not JSON. Download bank-holidays.json from GOV.UK again',
    ]);
  });

  it('is for those who may, with a file', async () => {
    const body = { fileName: 'x', content: '{}', apply: false };
    expect((await app.post('/holiday-imports', undefined, body)).status).toBe(401);
    expect((await app.post('/holiday-imports', await app.signedIn(), body)).status).toBe(403);
    // All providers share the list, so nobody’s staff change it.
    expect((await app.post('/holiday-imports', staff, body)).status).toBe(403);
    const empty = await app.post('/holiday-imports', keeper, { fileName: '', apply: false });
    expect([empty.status, empty.body.errors.map(({ pointer }: any) => pointer)]).toEqual([400, ['/fileName', '/content']]);
  });

  const official = join(process.env['OFFICIAL_DATA_DIR'] ?? '', 'bank-holidays/bank-holidays.json');
  if (process.env['OFFICIAL_DATA_DIR'] && existsSync(official)) {
    it('reads the published file, twice', async () => {
      const content = readFileSync(official, 'utf8');
      const first = await send(content, true);
      expect([first.body.applied, first.body.counts.rejected]).toEqual([true, 0]);
      const second = await send(content, true);
      expect(second.body.counts).toEqual({
        new: 0,
        changed: 0,
        same: first.body.lines.filter(({ outcome }: any) => outcome !== 'gone').length,
        gone: 0,
        rejected: 0,
      });
      const { body } = await app.get('/bank-holidays', staff, { division: 'northern-ireland', year: 2027 });
      expect(body.items.map(({ date }: any) => date)).toEqual(expect.arrayContaining(['2027-03-17', '2027-07-12']));
    });
  }
});

const send = (content: string, apply: boolean) => app.post('/holiday-imports', keeper, { fileName: 'bank-holidays.json', content, apply });
const many = async () => (await app.sql('SELECT count(*)::int AS many FROM bank_holiday'))[0].many;
