import { Db } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Demo, Scenario } from '@waymark/shared/api/demo';
import { addDays } from '@waymark/shared/kernel/dates';
import { PeopleImportsService } from '../api/imports/people-imports.service';
import { PersonsService } from '../api/persons/persons.service';
import { csvFile } from './csv-file';
import { PERSON, PROVIDER } from './made';
import { ORGANISATION, type OrganisationKey } from './organisations';

/** Invented people. Given name, family name, organisation, job title. */
type Line = readonly [string, string, OrganisationKey, string];

export const nameOf = ([given, family]: readonly [string, string, ...string[]]): string => `${given} ${family}`;

/** Addresses at example.org, which is nobody's. */
const emailOf = ([given, family]: readonly [string, string, ...string[]]): string =>
  `${given}.${family}@example.org`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z.@-]/g, '');

const PROGRAMME_TEAM: readonly Line[] = [
  ['Priya', 'Nair', 'ESS', 'Programme manager'],
  ['Sam', 'Okoro', 'ESS', 'Head of talent'],
  ['Martin', 'Doyle', 'ESS', 'Director of people'],
];

export const FACILITATORS: readonly Line[] = [
  ['Sarah', 'Okafor', 'ESS', 'Director of place'],
  ['Amara', 'Nwosu', 'Mid and South Essex NHS', 'Systems leadership adviser'],
  ['James', 'Whitfield', 'Harbour Lights', 'Data adviser'],
  ['Sunita', 'Rao', 'SFK', 'Organisation development lead'],
  ['Ruth', 'Calder', 'COL', 'Chief of staff'],
];

export const ESSEX_PEOPLE: readonly Line[] = [
  ['Adaeze', 'Okonkwo', 'ESS', 'Digital delivery manager'],
  ['Ben', 'Hartley', 'CHL', 'Service designer'],
  ['Carys', 'Wŷn-Evans', 'SFK', 'Data lead'],
  ['Daniel', 'Osei', 'Essex Police', 'Cyber security analyst'],
  ['Emily', 'Tan', 'Mid and South Essex NHS', 'Programme officer'],
  ['Farah', 'Siddiqui', 'COL', 'Business analyst'],
  ['George', 'Whitlock', 'SOS', 'Infrastructure engineer'],
  ['Hannah', 'Brightwell', 'Harbour Lights', 'Housing transformation lead'],
  ['Imran', 'Chaudhry', 'THR', 'Product manager'],
  ['Jess', 'Penrose', 'TEN', 'Communications manager'],
  ['Kofi', 'Mensah', 'Essex Fire', 'Prevention lead'],
  ['Laura', 'Finch', 'BRA', 'Planning manager'],
  ['Mohammed', 'Rahman', 'BAI', 'Revenues manager'],
  ['Niamh', 'Gallagher', 'ESS', 'Social care manager'],
  ['Oliver', 'Stead', 'CHL', 'Finance business partner'],
  ['Patience', 'Moyo', 'Mid and South Essex NHS', 'Ward manager'],
  ['Quentin', 'Ashby', 'TEN', 'Coastal officer'],
  ['Rebecca', 'Lindqvist', 'COL', 'Culture lead'],
  ['Samir', 'Patel', 'THR', 'Highways engineer'],
  ['Tamsin', 'Holloway', 'SOS', 'Public health officer'],
  ['Uchenna', 'Eze', 'ESS', 'Policy lead'],
  ['Victoria', 'Marlow', 'BRA', 'Customer services manager'],
  ['Wei', 'Zhang', 'BAI', 'Data engineer'],
  ['Yasmin', 'Farouk', 'Essex Police', 'Victim services manager'],
];

const GIVEN = [
  'Alice',
  'Bryn',
  'Chloe',
  'Dev',
  'Elena',
  'Frank',
  'Grace',
  'Harvey',
  'Isla',
  'Jamal',
  'Kirsty',
  'Leon',
  'Maya',
  'Noel',
  'Orla',
  'Pete',
  'Rosa',
  'Stefan',
  'Tess',
  'Umar',
];
const FAMILY = [
  'Abbott',
  'Bello',
  'Carver',
  'Dunmore',
  'Elms',
  'Farrow',
  'Gould',
  'Hobbs',
  'Ingram',
  'Joyce',
  'Keane',
  'Lowther',
  'Mistry',
  'Norris',
  'Oakes',
  'Pryce',
  'Quigley',
  'Rowe',
  'Sayer',
  'Thorne',
];
const PLACES: OrganisationKey[] = ['SFK', 'NFK', 'CAM', 'ESS', 'COL', 'Essex Police', 'Mid and South Essex NHS', 'Harbour Lights'];
const TITLES = ['Service manager', 'Team leader', 'Policy officer', 'Operations manager', 'Business partner', 'Project manager'];

/** More people, the same ones every time; no two share a name. */
export function madeUpPeople(count: number, from: number): Line[] {
  return Array.from({ length: count }, (_, i) => {
    const n = from + i;
    return [GIVEN[n % 20]!, FAMILY[(n + Math.floor(n / 20)) % 20]!, PLACES[n % PLACES.length]!, TITLES[n % TITLES.length]!] as const;
  });
}

const MANAGER = 'Martin Doyle';
/** They have not said who their line manager is, as happens. */
const UNMANAGED = new Set(['Hartley', 'Moyo']);

/** In their jobs for two and a half years; who works for the county reports to its director of people. */
function rowOf(line: Line, startsOn: string): string[] {
  const [given, family, organisation, title] = line;
  const others = UNMANAGED.has(family) ? '' : `manager.of.${family.toLowerCase().replace(/[^a-z]/g, '')}@example.org`;
  const manager = organisation === 'ESS' && nameOf(line) !== MANAGER ? emailOf(['Martin', 'Doyle']) : others;
  return [given, family, emailOf(line), title, organisation, manager, startsOn];
}

const HEADINGS = ['First name', 'Last name', 'Email address', 'Job title', 'Organisation', 'Line manager email', 'Start date'];

export const importPeople: Scenario = {
  title: 'Sam brings in everybody that the partnership works with, from one spreadsheet',
  on: (today) => addDays(today, -417),
  async play(demo) {
    const sam = await demo.as('Sam Okoro');
    const startsOn = addDays(demo.today, -900);
    const people = [...PROGRAMME_TEAM, ...FACILITATORS, ...ESSEX_PEOPLE, ...madeUpPeople(60, 0)];
    const imports = demo.service(PeopleImportsService);
    const { id, version } = await imports.upload(sam, {
      providerId: demo.the(PROVIDER, 'Eastern Talent Partnership'),
      ...csvFile('contacts.csv', [HEADINGS, ...people.map((line) => rowOf(line, startsOn))]),
    });
    await imports.apply(sam, id, { version, leaveOut: false });
    await keepPeople(demo, people);
  },
};

async function keepPeople(demo: Demo, people: readonly Line[]): Promise<void> {
  const byEmail = new Map(people.map((line) => [emailOf(line), nameOf(line)]));
  const made = await demo
    .service(Db)
    .reading(await demo.as('Sam Okoro'), (read) =>
      read.query<{ id: string; email: string }>(
        sql`SELECT person_id AS id, email FROM person_email WHERE email = ANY(${[...byEmail.keys()]}::text[])`,
      ),
    );
  for (const { id, email } of made) demo.keep(PERSON, byEmail.get(email)!, id);
}

export const addJob: Scenario = {
  title: 'Jo says what her job is, at a partnership that begins',
  on: (today) => addDays(today, -416),
  async play(demo) {
    await demo.service(PersonsService).addEmployment(await demo.as('Jo Newstart'), demo.the(PERSON, 'Jo Newstart'), {
      organisationId: demo.the(ORGANISATION, 'NFK'),
      jobTitle: 'Programme officer',
      gradeBand: null,
      lineManagerId: null,
      lineManagerEmail: 'manager.of.newstart@example.org',
      startsOn: addDays(demo.today, -900),
      endsOn: null,
    });
  },
};
