import { newId } from '@waymark/shared/kernel/ids';
import { addDays } from '@waymark/shared/kernel/dates';
import type { Tx } from '@waymark/shared/api/tx';
import { put } from './put';

/** Real bodies (names and codes are facts), invented people, addresses at example.org. */
const COUNCILS = [
  ['ESS', 'E10000012', 'Essex County Council', 'Essex'],
  ['BAI', 'E07000066', 'Basildon Borough Council', 'Basildon'],
  ['BRA', 'E07000067', 'Braintree District Council', 'Braintree'],
  ['CHL', 'E07000070', 'Chelmsford City Council', 'Chelmsford'],
  ['COL', 'E07000071', 'Colchester City Council', 'Colchester'],
  ['SOS', 'E06000033', 'Southend-on-Sea City Council', 'Southend-on-Sea'],
  ['TEN', 'E07000076', 'Tendring District Council', 'Tendring'],
  ['THR', 'E06000034', 'Thurrock Council', 'Thurrock'],
  ['SFK', 'E10000029', 'Suffolk County Council', 'Suffolk'],
  ['NFK', 'E10000020', 'Norfolk County Council', 'Norfolk'],
  ['CAM', 'E10000003', 'Cambridgeshire County Council', 'Cambridgeshire'],
] as const;

const OTHERS = [
  ['health', 'Mid and South Essex NHS Foundation Trust', 'Mid and South Essex NHS'],
  ['police', 'Essex Police', 'Essex Police'],
  ['fire', 'Essex County Fire and Rescue Service', 'Essex Fire'],
  ['charity', 'Harbour Lights Community Trust', 'Harbour Lights'],
] as const;

export type OrganisationKey = (typeof COUNCILS)[number][0] | (typeof OTHERS)[number][2];

export async function putOrganisations(tx: Tx): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const rows = [
    ...COUNCILS.map(([code, , official, short]) => ({
      key: code,
      official_name: official,
      short_name: short,
      sector: 'council',
      organisation_type: 'council',
    })),
    ...OTHERS.map(([sector, official, short]) => ({
      key: short,
      official_name: official,
      short_name: short,
      sector,
      organisation_type: null,
    })),
  ].map(({ key, ...row }) => {
    const id = newId();
    ids.set(key, id);
    return { id, ...row, nation: 'ENG', region: 'East of England', source: 'demo', version: 1 };
  });
  await put(tx, 'organisation', rows);
  await put(
    tx,
    'organisation_identifier',
    COUNCILS.flatMap(([code, gss]) => [
      { id: newId(), organisation_id: ids.get(code), scheme: 'local-authority-code', value: code },
      { id: newId(), organisation_id: ids.get(code), scheme: 'gss', value: gss },
    ]),
  );
  const aliases: [string, string][] = [
    ['COL', 'Colchester BC'],
    ['SOS', 'Southend City Council'],
    ['ESS', 'ESSEX CC'],
    ['THR', 'Thurrock Unitary'],
  ];
  await put(
    tx,
    'organisation_alias',
    aliases.map(([key, alias]) => ({ id: newId(), organisation_id: ids.get(key), alias, folded: alias.toLowerCase() })),
  );
  return ids;
}

export interface DemoPerson {
  id: string;
  givenName: string;
  familyName: string;
  email: string;
  organisationId: string;
  jobTitle: string;
}

/** Given name, family name, organisation, job title. */
type Line = readonly [string, string, OrganisationKey, string];

export const PROGRAMME_TEAM: readonly Line[] = [
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

const UNMANAGED = new Set(['Hartley', 'Moyo']);

export async function putPeople(
  tx: Tx,
  providerId: string,
  organisations: Map<string, string>,
  lines: readonly Line[],
  managerId: string | null,
): Promise<DemoPerson[]> {
  const people = lines.map(([givenName, familyName, organisation, jobTitle]): DemoPerson => ({
    id: newId(),
    givenName,
    familyName,
    email: `${givenName}.${familyName}@example.org`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z.@-]/g, ''),
    organisationId: organisations.get(organisation)!,
    jobTitle,
  }));
  const now = tx.clock.now().toISOString();
  await put(
    tx,
    'person',
    people.map(({ id, givenName, familyName }) => ({ id, given_name: givenName, family_name: familyName, version: 1 })),
  );
  await put(
    tx,
    'person_email',
    people.map(({ id, email }) => ({ id: newId(), person_id: id, email, folded: email, is_primary: true, verified_at: now })),
  );
  await put(
    tx,
    'person_provider',
    people.map(({ id, givenName, familyName }) => ({
      person_id: id,
      provider_id: providerId,
      sort_name: `${familyName} ${givenName}`.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
      since: now,
    })),
  );
  await put(
    tx,
    'employment',
    people.map(({ id, familyName, organisationId, jobTitle }) => ({
      id: newId(),
      person_id: id,
      organisation_id: organisationId,
      job_title: jobTitle,
      line_manager_id: managerId !== id && organisationId === organisations.get('ESS') ? managerId : null,
      // Two have not said who their line manager is, as happens.
      line_manager_email: UNMANAGED.has(familyName) ? null : `manager.of.${familyName.toLowerCase().replace(/[^a-z]/g, '')}@example.org`,
      starts_on: addDays(tx.clock.today(), -900),
      version: 1,
    })),
  );
  return people;
}
