import type { INestApplication } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { allowedBy, reachOfGrants, scopeOfGrants, type Grant } from '@waymark/identity/domain/permissions';
import { ReleasesService } from '@waymark/schedule/api/releases/releases.service';
import { SYSTEM, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { MANIFEST } from '@waymark/shared/api/manifest';
import type { Tx } from '@waymark/shared/api/tx';
import { addDays } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import accounts from './demo-accounts.json';
import { putFacilitators, putProgramme, putVenue } from './demo/catalogue';
import { mondayFrom } from './demo/cohort';
import { putEssex } from './demo/essex';
import { ESSEX_PEOPLE, FACILITATORS, madeUpPeople, PROGRAMME_TEAM, putOrganisations, putPeople, type DemoPerson } from './demo/people';
import { DEMO_PROVIDERS } from './demo/providers';
import { put } from './demo/put';
import { putRunning } from './demo/running';

/** Puts the named scenarios of the demo in place, once. Answers false when somebody is using the database already. */
export async function seedDemo(app: INestApplication): Promise<boolean> {
  // Hashing takes long on purpose: do it before the transaction opens.
  const words = [...new Set(accounts.map(({ password }) => password))];
  const passwords = new Map(await Promise.all(words.map(async (one): Promise<[string, string]> => [one, await hash(one)])));
  const made = await app.get(Db).tx(SYSTEM, async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(7205192)`);
    const [there] = await tx.query('SELECT 1 FROM provider LIMIT 1');
    return there ? null : scenarios(tx, passwords);
  });
  if (!made) return false;
  // Released as people release, so that what is kept of a release is real.
  const allowed = allowedBy(app.get<Manifest>(MANIFEST).permissions);
  const priya: Actor = { ...SYSTEM, personId: made.leadId, reach: reachOfGrants(made.grants, allowed), scope: scopeOfGrants(made.grants) };
  for (const cohortId of made.toRelease) {
    await app.get(ReleasesService).release(priya, cohortId, { note: 'First release', scheduleVersion: 1 });
  }
  return true;
}

interface Made {
  leadId: string;
  grants: Grant[];
  toRelease: string[];
}

async function scenarios(tx: Tx, passwords: Map<string, string>): Promise<Made> {
  const today = tx.clock.today();
  const organisations = await putOrganisations(tx);
  const [east, empty] = [newId(), newId()];
  await put(tx, 'provider', [
    { id: east, name: DEMO_PROVIDERS.east, organisation_id: organisations.get('ESS'), version: 1 },
    { id: empty, name: DEMO_PROVIDERS.empty, organisation_id: null, version: 1 },
  ]);
  const team = await putPeople(tx, east, organisations, PROGRAMME_TEAM, null);
  const [priya, , martin] = team as [DemoPerson, DemoPerson, DemoPerson];
  const leaders = await putPeople(tx, east, organisations, FACILITATORS, null);
  const essexPeople = await putPeople(tx, east, organisations, ESSEX_PEOPLE, martin.id);
  const newcomers = await putPeople(tx, empty, organisations, [['Jo', 'Newstart', 'NFK', 'Programme officer']], null);

  const topTalent = await putProgramme(
    tx,
    east,
    'TT',
    'Top Talent',
    'Two days for people who will lead local public services next, and a year of support around them.',
    3,
  );
  const leadership = await putProgramme(tx, east, 'PBL', 'Place-based Leadership', 'Leading across organisations in one place.', 1);
  const empowering = await putProgramme(tx, east, 'EW', 'Empowering Women', 'For women who lead or will lead in local public services.', 1);
  await putProgramme(tx, empty, 'TT', 'Top Talent', 'Two days for people who will lead local public services next.', 1);

  const chelmsford = await putVenue(
    tx,
    east,
    { name: 'Chelmsford Civic Centre', address: 'Duke Street, Chelmsford', postcode: 'CM1 1JE', latitude: 51.736, longitude: 0.469 },
    [
      { name: 'Chelmer suite', seats: 60, stepFree: true, equipment: ['projector', 'screen', 'microphone'] },
      { name: 'Colne room', seats: 16, stepFree: true },
      { name: 'Blackwater room', seats: 16, stepFree: true },
      { name: 'Crouch room', seats: 12, stepFree: false },
    ],
  );
  const ipswich = await putVenue(
    tx,
    east,
    { name: 'Ipswich Waterfront Rooms', address: 'Neptune Quay, Ipswich', postcode: 'IP4 1QJ', latitude: 52.053, longitude: 1.162 },
    [
      { name: 'Orwell hall', seats: 40, stepFree: true, equipment: ['projector', 'screen'] },
      { name: 'Stour room', seats: 14, stepFree: true },
    ],
  );
  const facilitators = await putFacilitators(tx, east, leaders);
  const orwell = ipswich.rooms['Orwell hall']!;
  const stour = ipswich.rooms['Stour room']!;

  const common = { providerId: east, leadId: priya.id };
  const essex = {
    ...common,
    programme: topTalent,
    venue: chelmsford,
    code: 'TT-ESSEX-2027-06',
    name: 'Top Talent: Essex 2027',
    place: 'Essex',
    startsOn: '2027-06-24',
    endsOn: '2027-06-25',
    capacity: 26,
    minViable: 16,
    stage: 'planning',
  } as const;
  await putEssex(tx, essex, essexPeople, facilitators);

  const people = (count: number, from: number) => putPeople(tx, east, organisations, madeUpPeople(count, from), null);
  const began = mondayFrom(addDays(today, -15));
  const norfolk = await putRunning(
    tx,
    {
      ...common,
      programme: leadership,
      venue: ipswich,
      code: 'PBL-NORFOLK-1',
      name: 'Place-based Leadership: Norfolk',
      place: 'Norfolk',
      startsOn: began,
      endsOn: addDays(began, 60),
      capacity: 16,
      minViable: 10,
      stage: 'in_delivery',
    },
    {
      room: orwell,
      days: [began, addDays(began, 28)],
      people: [...(await people(14, 0)), essexPeople[0]!],
      status: 'active',
      facilitators,
    },
  );
  const next = mondayFrom(addDays(today, 80));
  const suffolk = await putRunning(
    tx,
    {
      ...common,
      programme: empowering,
      venue: ipswich,
      code: 'EW-SUFFOLK-1',
      name: 'Empowering Women: Suffolk',
      place: 'Suffolk',
      startsOn: next,
      endsOn: addDays(next, 1),
      capacity: 12,
      minViable: 8,
      stage: 'confirmed',
    },
    { room: orwell, days: [next, addDays(next, 1)], people: await people(12, 20), status: 'confirmed', facilitators },
  );
  const past = mondayFrom(addDays(today, -200));
  await putRunning(
    tx,
    {
      ...common,
      programme: leadership,
      venue: ipswich,
      code: 'PBL-CAMBRIDGE-1',
      name: 'Place-based Leadership: Cambridgeshire',
      place: 'Cambridgeshire',
      startsOn: past,
      endsOn: addDays(past, 1),
      capacity: 16,
      minViable: 10,
      stage: 'delivered',
    },
    { room: stour, days: [past, addDays(past, 1)], people: await people(13, 40), status: 'completed', facilitators },
  );

  await signIns(tx, passwords, [...team, ...leaders, ...essexPeople, ...newcomers], east, empty, organisations);
  return { leadId: priya.id, grants: [{ role: 'programme_staff', scopeKind: 'provider', scopeId: east }], toRelease: [norfolk, suffolk] };
}

async function signIns(
  tx: Tx,
  passwords: Map<string, string>,
  people: DemoPerson[],
  east: string,
  empty: string,
  organisations: Map<string, string>,
): Promise<void> {
  const now = tx.clock.now().toISOString();
  const personOf = (email: string) => people.find((person) => person.email === email)!;
  await put(
    tx,
    'account',
    accounts.map(({ email, password }) => ({
      id: newId(),
      person_id: personOf(email).id,
      email,
      folded_email: email,
      password_hash: passwords.get(password),
      password_changed_at: now,
      created_at: now,
      version: 1,
    })),
  );
  const role = (email: string, name: string, scope_kind: string, scope_id: string | null | undefined) => ({
    id: newId(),
    person_id: personOf(email).id,
    role: name,
    scope_kind,
    scope_id,
    granted_by: personOf(email).id,
    granted_at: now,
  });
  await put(tx, 'role_assignment', [
    role('priya.nair@example.org', 'programme_staff', 'provider', east),
    role('sam.okoro@example.org', 'administrator', 'provider', east),
    role('martin.doyle@example.org', 'employer', 'organisation', organisations.get('ESS')),
    role('jo.newstart@example.org', 'programme_staff', 'provider', empty),
  ]);
}
