import { asCookie, cookieIn } from '@waymark/identity/testing/identity.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { addDays, weekday, type LocalDate } from '@waymark/shared/kernel/dates';
import { TestApp } from '@waymark/shared/testing/app';
import { seedDemo } from './demo';
import { demoAccounts } from './domains';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open({ DEMO: '1', SIGN_IN_LIMIT: '1000' });
});
afterAll(() => app.close());
beforeEach(() => empty());

/** Days of several years on which a calendar is easily got wrong. */
const DAYS: [why: string, now: string][] = [
  ['an ordinary morning', '2026-11-30T09:00:00Z'],
  ['a leap day', '2028-02-29T12:00:00Z'],
  ['Christmas Eve', '2026-12-24T18:00:00Z'],
  ['a Sunday', '2027-08-01T11:00:00Z'],
  ['the night the clocks go forward', '2027-03-28T00:59:00Z'],
  ['the night the clocks go back', '2027-10-31T01:30:00Z'],
  ['a day from which it is seven months to Christmas, and a bank holiday was a Monday before', '2026-06-04T12:00:00Z'],
  ['a year whose bank holidays nobody has published', '2031-06-15T23:30:00Z'],
];

describe('the demo', () => {
  it.each(DAYS)('has the same scenarios when it is made on %s', async (_, now) => {
    app.clock.at = new Date(now);
    const today = app.clock.today();
    expect(await seedDemo(app.app)).toBe(true);
    const priya = await signedIn('priya.nair@example.org');

    const { items } = (await app.get('/cohorts', priya, { sort: 'startsOn' })).body;
    const [cambridgeshire, norfolk, suffolk, essex] = items;
    expect(items.map(({ name, stage, held }: any) => [name, stage, held])).toEqual([
      ['Place-based Leadership: Cambridgeshire', 'delivered', 13],
      ['Place-based Leadership: Norfolk', 'in_delivery', 15],
      ['Empowering Women: Suffolk', 'confirmed', 12],
      [`Top Talent: Essex ${essex.startsOn.slice(0, 4)}`, 'planning', 24],
    ]);
    expect(cambridgeshire.endsOn < today && norfolk.startsOn < today).toBe(true);
    expect(norfolk.endsOn > today && suffolk.startsOn > addDays(today, 60) && essex.startsOn > addDays(today, 200)).toBe(true);
    expect(essex.code).toBe(`TT-ESSEX-${essex.startsOn.slice(0, 7)}`);
    expect([weekday(essex.startsOn), essex.endsOn]).toEqual([4, addDays(essex.startsOn, 1)]);

    const plan = (await app.get(`/cohorts/${essex.id}/release-preview`, priya)).body;
    expect(plan.standing.map(({ rule }: any) => rule).sort()).toEqual([
      'access_unmet',
      'facilitator_overlap',
      'room_capacity',
      'room_held',
    ]);
    expect(plan.unscheduled).toHaveLength(3);
    for (const { id } of [cambridgeshire, norfolk, suffolk]) {
      expect((await app.get(`/cohorts/${id}/releases`, priya)).body.items).toHaveLength(1);
      expect((await app.get(`/cohorts/${id}/release-preview`, priya)).body).toMatchObject({ standing: [], changes: [] });
    }
    expect(await meetOn(suffolk.id)).toEqual([suffolk.startsOn, suffolk.endsOn]);
    expect(await heldOnDaysOff()).toEqual([]);

    const adaeze = (await app.get('/my/home', await signedIn('adaeze.okonkwo@example.org'))).body;
    expect(adaeze.next.date).toBe(norfolk.endsOn);
    expect(await app.sql('SELECT name FROM event WHERE at > $1', [app.clock.now()])).toEqual([]);
  });

  it('lets people sign in with every account that is offered, and each comes to a home of their own', async () => {
    await seedDemo(app.app);
    const homes = [];
    for (const { email } of demoAccounts) homes.push([email, (await app.get('/session', await signedIn(email))).body.home]);
    expect(homes).toEqual([
      ['priya.nair@example.org', 'staff'],
      ['martin.doyle@example.org', 'employer'],
      ['sam.okoro@example.org', 'staff'],
      ['iris.kemp@example.org', 'staff'],
      ['jo.newstart@example.org', 'staff'],
      ['adaeze.okonkwo@example.org', 'participant'],
      ['amara.nwosu@example.org', 'participant'],
    ]);
    const martin = await signedIn('martin.doyle@example.org');
    expect((await app.get('/my/reports', martin)).body.items.length).toBeGreaterThan(0);
    expect((await app.get('/cohorts', await signedIn('jo.newstart@example.org'))).body.items).toEqual([]);
  });

  it('puts everybody of the Essex cohort into one group and one set', async () => {
    await seedDemo(app.app);
    const rows = await app.sql(`
      SELECT e.id, count(*) FILTER (WHERE g.kind = 'breakout')::int AS groups, count(*) FILTER (WHERE g.kind = 'learning_set')::int AS sets
        FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN sub_group_member m ON m.enrolment_id = e.id JOIN sub_group g ON g.id = m.sub_group_id
       WHERE c.code LIKE 'TT-ESSEX-%' GROUP BY e.id`);
    expect(rows).toHaveLength(24);
    expect(rows.every((row) => row.groups === 1 && row.sets === 1)).toBe(true);
  });

  it('says of everything who did it and when, in the order in which it happened', async () => {
    await seedDemo(app.app);
    const told = await app.sql<{ name: string; at: Date; by: string | null }>(
      `SELECT e.name, e.at, p.given_name AS by FROM event e LEFT JOIN person p ON p.id = e.actor_id ORDER BY e.at, e.id`,
    );
    expect(new Set(told.map(({ by }) => by))).toEqual(new Set([null, 'Noor', 'Sam', 'Jo', 'Priya', 'Martin', 'Adaeze', 'Amara', 'Iris']));
    // Nobody is there to add the first person.
    expect(told.filter(({ by }) => by === null).map(({ name }) => name)).toEqual(['person.added']);
    const story = ['provider.added', 'people.imported', 'programme.added', 'cohort.made', 'session.edited', 'cohort.stageChanged'];
    const firsts = told.map(({ name }) => name).filter((name, i, all) => story.includes(name) && all.indexOf(name) === i);
    expect(firsts).toEqual(story);
  });
});

describe('seedDemo', () => {
  it('makes one demo, also when two processes start at once', async () => {
    const made = await Promise.all([seedDemo(app.app), seedDemo(app.app)]);
    expect(made.sort()).toEqual([false, true]);
    expect(await app.sql('SELECT count(*) AS n FROM cohort')).toEqual([{ n: 4 }]);
  });

  it('adds nothing to what somebody has set up', async () => {
    await givenProvider(app);
    expect(await seedDemo(app.app)).toBe(false);
    expect(await app.sql('SELECT 1 FROM person')).toEqual([]);
  });

  it('leaves nothing behind when it is killed half-way, so that the next start makes it', async () => {
    // What the database sees of a kill -9: the connection is gone, here when the first schedule is about to be released.
    await app.sql(`
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END';
      CREATE TRIGGER die BEFORE INSERT ON schedule_release FOR EACH ROW EXECUTE FUNCTION die()`);
    const killed = await seedDemo(app.app).catch(() => 'killed');
    await app.sql('DROP TRIGGER die ON schedule_release; DROP FUNCTION die()');
    expect(killed).toBe('killed');
    for (const table of ['provider', 'person', 'account', 'cohort', 'event', 'pgboss.job'])
      expect([table, await app.sql(`SELECT 1 FROM ${table}`)]).toEqual([table, []]);
    expect(await seedDemo(app.app)).toBe(true);
  });
});

/** As on a new installation: the bank holidays that come with Waymark, and nothing else. */
async function empty(): Promise<void> {
  const tables = await app.sql<{ name: string }>(
    `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('schema_migration', 'bank_holiday')`,
  );
  // Past the triggers that keep what has happened.
  await app.sql(
    `SET session_replication_role = replica; TRUNCATE ${tables.map(({ name }) => name).join(', ')}; DELETE FROM pgboss.job; RESET session_replication_role`,
  );
}

async function signedIn(email: string) {
  const { password } = demoAccounts.find((one) => one.email === email)!;
  const answer = await app.post('/session', undefined, { email, password });
  expect([email, answer.status]).toEqual([email, expect.any(Number)]);
  return asCookie(cookieIn(answer));
}

const meetOn = async (cohortId: string): Promise<LocalDate[]> =>
  (
    await app.sql<{ day: LocalDate }>(
      `SELECT DISTINCT (starts_at AT TIME ZONE 'Europe/London')::date AS day FROM session WHERE cohort_id = $1 ORDER BY day`,
      [cohortId],
    )
  ).map(({ day }) => day);

const heldOnDaysOff = () =>
  app.sql(
    `SELECT s.title, s.starts_at FROM session s
      WHERE extract(isodow FROM s.starts_at AT TIME ZONE 'Europe/London') > 5
         OR (s.starts_at AT TIME ZONE 'Europe/London')::date IN (SELECT date FROM bank_holiday WHERE division = 'england-and-wales')`,
  );
