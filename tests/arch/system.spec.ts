import { filesIn, read, withoutComments } from './files';

/**
 * Whoever acts as the system sees every provider, so each of them stands here with its reason. No route is among them: who has shown nothing yet
 * is NOBODY, and who has is themselves.
 */
const AS_THE_SYSTEM: Record<string, string> = {
  'apps/api/demo.ts': 'looks whether anybody has begun, before there is a demo',
  'libs/catalogue/api/holidays/holidays.service.ts': 'gives a new installation its bank holidays when it starts',
  'libs/catalogue/api/venues/holds-expiry.ts': 'a job: lets go of the rooms of every provider whose holding has run out',
  'libs/cohorts/api/cohort-locks.ts':
    'only the conditions: locks a cohort that the caller has found by another way than a role; its transaction is still its own',
  'libs/identity/api/sessions/identity-housekeeping.ts': 'a job: forgets sessions, links and attempts that are over',
  'libs/people/api/imports/people-imports.service.ts': 'a job: forgets the rows of imports that are over',
  'libs/schedule/api/schedule/clash-counts.service.ts': 'a job: counts the clashes of a cohort as nobody in particular sees them',
  'libs/schedule/api/schedule/schedule-checks.ts': 'only the conditions: a rule judges a whole schedule; its transaction is still its own',
  'libs/shared/api/housekeeping.ts': 'a job: forgets the answers kept under idempotency keys',
};

const namesTheSystem = (source: string): boolean => /\bSYSTEM\b/.test(withoutComments(source));

it('is the actor of those alone who are listed, each for its reason', () => {
  const source = (path: string) => path.endsWith('.ts') && !/\.spec\.ts$|\/testing\//.test(path) && path !== 'libs/shared/api/actor.ts';
  const files = [...filesIn('apps', source), ...filesIn('libs', source)].filter((path) => namesTheSystem(read(path)));
  expect(files).toEqual(Object.keys(AS_THE_SYSTEM).sort());
});

it('is nobody’s scope to copy, spread or make', () => {
  const scopes = filesIn('libs', (path) => /\/api\/.*\.ts$/.test(path) && !/\.spec\.ts$/.test(path))
    .filter((path) => path !== 'libs/shared/api/actor.ts')
    .filter((path) => /\.\.\.SYSTEM|\ball: true\b/.test(withoutComments(read(path))));
  expect(scopes).toEqual([]);
});

it.each([
  ['return this.db.tx(SYSTEM, (tx) => this.queries.forget(tx));', true],
  ['const everything = SYSTEM.scope;', true],
  ['// as SYSTEM would', false],
  ['return this.db.tx(NOBODY, (tx) => tx.enqueue(SEND));', false],
])('%s', (source, found) => {
  expect(namesTheSystem(source)).toBe(found);
});
