import { Made, type Scenario } from '@waymark/shared/api/demo';
import { Db } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import { addDays } from '@waymark/shared/kernel/dates';
import { OrganisationImportsService } from '../api/imports/organisation-imports.service';
import type { KeepOrganisation } from '../api/organisations/organisations.contract';
import { OrganisationsQueries } from '../api/organisations/organisations.queries';
import { OrganisationsService } from '../api/organisations/organisations.service';
import { RegisterProposalsService } from '../api/organisations/register-proposals.service';
import { csvFile } from './csv-file';
import { PROVIDER } from './made';

/** Real bodies (names and codes are facts), with what others call them. */
const COUNCILS = [
  ['ESS', 'E10000012', 'Essex County Council', 'Essex', 'County', 'ESSEX CC'],
  ['BAI', 'E07000066', 'Basildon Borough Council', 'Basildon', 'Non-metropolitan district', ''],
  ['BRA', 'E07000067', 'Braintree District Council', 'Braintree', 'Non-metropolitan district', ''],
  ['CHL', 'E07000070', 'Chelmsford City Council', 'Chelmsford', 'Non-metropolitan district', ''],
  ['COL', 'E07000071', 'Colchester City Council', 'Colchester', 'Non-metropolitan district', 'Colchester BC'],
  ['SOS', 'E06000033', 'Southend-on-Sea City Council', 'Southend-on-Sea', 'Unitary authority', 'Southend City Council'],
  ['TEN', 'E07000076', 'Tendring District Council', 'Tendring', 'Non-metropolitan district', ''],
  ['THR', 'E06000034', 'Thurrock Council', 'Thurrock', 'Unitary authority', 'Thurrock Unitary'],
  ['SFK', 'E10000029', 'Suffolk County Council', 'Suffolk', 'County', ''],
  ['NFK', 'E10000020', 'Norfolk County Council', 'Norfolk', 'County', ''],
  ['CAM', 'E10000003', 'Cambridgeshire County Council', 'Cambridgeshire', 'County', ''],
] as const;

const OTHERS = [
  ['health', 'Mid and South Essex NHS Foundation Trust', 'Mid and South Essex NHS'],
  ['police', 'Essex Police', 'Essex Police'],
  ['fire', 'Essex County Fire and Rescue Service', 'Essex Fire'],
  ['charity', 'Harbour Lights Community Trust', 'Harbour Lights'],
] as const;

const NOTHING = { validFrom: null, validTo: null, aliases: [], identifiers: [], successors: [] };

/** A council by its code, another body by its short name: either finds it in a spreadsheet of people. */
export type OrganisationKey = (typeof COUNCILS)[number][0] | (typeof OTHERS)[number][2];

export const ORGANISATION = new Made<string, OrganisationKey>('organisation');

export const importOrganisations: Scenario = {
  title: 'Noor brings in the councils of the region, and four bodies that are in no register',
  on: (today) => addDays(today, -419),
  async play(demo) {
    const noor = await demo.as('Noor Haddad');
    const headings = [
      'local-authority-code',
      'gss-code',
      'official-name',
      'nice-name',
      'local-authority-type-name',
      'alt-names',
      'nation',
      'region',
    ];
    await demo.service(OrganisationImportsService).import(noor, {
      ...csvFile('councils of the East of England.csv', [headings, ...COUNCILS.map((row) => [...row, 'England', 'East of England'])]),
      apply: true,
      allOrNothing: true,
    });
    for (const [sector, officialName, shortName] of OTHERS) {
      const { id } = await demo.service(OrganisationsService).keep(noor, {
        officialName,
        shortName,
        sector,
        organisationType: null,
        nation: 'ENG',
        region: 'East of England',
        ...NOTHING,
      });
      demo.keep(ORGANISATION, shortName, id);
    }
    const made = await demo
      .service(Db)
      .reading(noor, (read) =>
        read.query<{ id: string; code: (typeof COUNCILS)[number][0] }>(
          sql`SELECT organisation_id AS id, value AS code FROM organisation_identifier WHERE scheme = 'local-authority-code'`,
        ),
      );
    for (const { id, code } of made) demo.keep(ORGANISATION, code, id);
  },
};

const PROPOSAL = new Made<string, 'Colchester'>('proposal');

export const proposeChanges: Scenario = {
  title: 'Sam proposes two changes to the register, and Jo adds a body that only her partnership knows',
  on: (today) => addDays(today, -6),
  async play(demo) {
    const [sam, jo] = [await demo.as('Sam Okoro'), await demo.as('Jo Newstart')];
    const [east, north] = [demo.the(PROVIDER, 'Eastern Talent Partnership'), demo.the(PROVIDER, 'Northern Skills Alliance')];
    const propose = async (key: OrganisationKey, change: Partial<KeepOrganisation>, reason: string) => {
      const id = demo.the(ORGANISATION, key);
      const now = await demo.service(OrganisationsQueries).one(sam, id);
      const said = { ...now, successors: now.successors.map(({ id }) => ({ id })), ...change };
      return demo.service(RegisterProposalsService).propose(sam, id, { ...said, providerId: east, reason });
    };
    const { id } = await propose('COL', { shortName: 'Colchester City' }, 'It has been a city since 2022');
    demo.keep(PROPOSAL, 'Colchester', id);
    await propose(
      'Harbour Lights',
      { officialName: 'Harbour Lights', organisationType: 'Community trust' },
      'They have taken a shorter name',
    );
    await demo.service(OrganisationsService).add(jo, {
      ...NOTHING,
      ...{ officialName: 'Wolds and Humber Skills Trust', shortName: 'Wolds and Humber', sector: 'charity', organisationType: null },
      ...{ nation: 'ENG', region: 'Yorkshire and The Humber', providerId: north },
    });
  },
};

export const leaveOne: Scenario = {
  title: 'Iris, who keeps the register, leaves one of them, and says why',
  on: (today) => addDays(today, -5),
  async play(demo) {
    const answer = 'Colchester is what people call it. Add the longer name under your own names instead';
    await demo
      .service(RegisterProposalsService)
      .leave(await demo.as('Iris Kemp'), demo.the(PROPOSAL, 'Colchester'), { version: 1, answer });
  },
};
