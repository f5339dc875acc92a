import { Made, type Demo, type Scenario } from '@waymark/shared/api/demo';
import { PROGRAMME } from '@waymark/catalogue/demo/programmes';
import { VENUE } from '@waymark/catalogue/demo/venues';
import { join } from '@waymark/identity/demo/joining';
import { PERSON, PROVIDER } from '@waymark/people/demo/made';
import { ESSEX_PEOPLE, madeUpPeople, nameOf } from '@waymark/people/demo/people';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { CohortMakingService } from '../api/cohorts/cohort-making.service';
import type { MakeCohort } from '../api/cohorts/cohorts.contract';
import { EnrolmentsService } from '../api/enrolments/enrolments.service';
import { SubGroupsService } from '../api/sub-groups/sub-groups.service';
import { cohortDays, type Place } from './days';

interface CohortMade {
  id: string;
  /** Enrolments by the person's name. */
  enrolments: ReadonlyMap<string, string>;
  /** Groups by their name. */
  groups: ReadonlyMap<string, string>;
}

export const COHORT = new Made<CohortMade, Place>('cohort');

type Wish = Pick<MakeCohort, 'programmeId' | 'blueprintId' | 'capacity' | 'minViable' | 'groups' | 'name' | 'venueId'>;

/** Priya makes a cohort and puts people on it. */
async function make(demo: Demo, place: Place, wish: Wish, people: readonly string[]): Promise<void> {
  const priya = await demo.as('Priya Nair');
  const { id, groups } = await demo.service(CohortMakingService).make(priya, {
    ...wish,
    providerId: demo.the(PROVIDER, 'Eastern Talent Partnership'),
    place,
    nation: 'ENG',
    startsOn: cohortDays(demo.today)[place].first,
    leadId: priya.personId,
  });
  const names = new Map(people.map((name) => [demo.the(PERSON, name), name]));
  const { added } = await demo.service(EnrolmentsService).add(priya, id, { personIds: [...names.keys()], placeType: 'employer_funded' });
  demo.keep(COHORT, place, {
    id,
    enrolments: new Map(added.map((enrolment) => [names.get(enrolment.personId)!, enrolment.id])),
    groups: new Map(groups.map((group) => [group.name, group.id])),
  });
}

const made = (place: Place) => (today: LocalDate) => cohortDays(today)[place].made;

const ADAEZE = nameOf(ESSEX_PEOPLE[0]!);

export const makeCambridgeshire: Scenario = {
  title: 'A cohort that is long over',
  on: made('Cambridgeshire'),
  async play(demo) {
    const { id, blueprintIds } = demo.the(PROGRAMME, 'Place-based Leadership');
    const wish = { programmeId: id, blueprintId: blueprintIds[0]!, name: 'Place-based Leadership: Cambridgeshire' };
    const place = { venueId: demo.the(VENUE, 'Ipswich Waterfront Rooms'), capacity: 14, minViable: 10 };
    await make(demo, 'Cambridgeshire', { ...wish, ...place }, madeUpPeople(13, 40).map(nameOf));
  },
};

export const makeNorfolk: Scenario = {
  title: 'A cohort in the middle of its two days',
  on: made('Norfolk'),
  async play(demo) {
    const { id, blueprintIds } = demo.the(PROGRAMME, 'Place-based Leadership');
    const wish = { programmeId: id, blueprintId: blueprintIds[1]!, name: 'Place-based Leadership: Norfolk' };
    const place = { venueId: demo.the(VENUE, 'Ipswich Waterfront Rooms'), capacity: 16, minViable: 10 };
    await make(demo, 'Norfolk', { ...wish, ...place }, [...madeUpPeople(14, 0).map(nameOf), ADAEZE]);
  },
};

export const makeSuffolk: Scenario = {
  title: 'A full cohort that is about to begin',
  on: made('Suffolk'),
  async play(demo) {
    const { id, blueprintIds } = demo.the(PROGRAMME, 'Empowering Women');
    const wish = { programmeId: id, blueprintId: blueprintIds[0]!, name: 'Empowering Women: Suffolk' };
    const place = { venueId: demo.the(VENUE, 'Ipswich Waterfront Rooms'), capacity: 12, minViable: 8 };
    await make(demo, 'Suffolk', { ...wish, ...place }, madeUpPeople(12, 20).map(nameOf));
  },
};

export const makeEssex: Scenario = {
  title: 'A cohort that is being planned, with groups for its workshops and sets that cut across them',
  on: made('Essex'),
  async play(demo) {
    const { id, blueprintIds } = demo.the(PROGRAMME, 'Top Talent');
    const names = ESSEX_PEOPLE.map(nameOf);
    await make(
      demo,
      'Essex',
      {
        programmeId: id,
        blueprintId: blueprintIds.at(-1)!,
        venueId: demo.the(VENUE, 'Chelmsford Civic Centre'),
        capacity: 26,
        minViable: 16,
        groups: { kind: 'breakout', count: 2 },
      },
      names,
    );
    const cohort = demo.the(COHORT, 'Essex');
    const priya = await demo.as('Priya Nair');
    const enrolment = (name: string) => cohort.enrolments.get(name)!;
    const service = demo.service(SubGroupsService);
    for (const set of [1, 2, 3, 4]) await service.add(priya, cohort.id, { name: `Set ${set}`, kind: 'learning_set' });
    const { items } = await service.add(priya, cohort.id, { name: 'Sponsors', kind: 'guests' });
    const groups = new Map(items.map((group) => [group.name, group.id]));
    demo.keep(COHORT, 'Essex', { ...cohort, groups });
    for (const [group, members] of membersOf(names))
      await service.assign(priya, cohort.id, { groupId: groups.get(group)!, enrolmentIds: members.map(enrolment) });
    await demo.service(EnrolmentsService).setNeeds(priya, enrolment('George Whitlock'), { accessNeeds: ['step_free'], version: 1 });
  },
};

/** The sets cut across the groups, as they do when nobody sits with the people they came with. */
function membersOf(names: readonly string[]): [group: string, members: string[]][] {
  const sets = [1, 2, 3, 4].map((set): [string, string[]] => [`Set ${set}`, names.filter((_, at) => at % 4 === set - 1)]);
  return [['Group 1', names.slice(0, 11)], ['Group 2', names.slice(11)], ...sets];
}

export const inviteParticipant: Scenario = {
  title: 'Priya invites Adaeze, who takes part in two cohorts',
  on: made('Essex'),
  async play(demo) {
    await join(demo, await demo.as('Priya Nair'), {
      personId: demo.the(PERSON, ADAEZE),
      providerId: demo.the(PROVIDER, 'Eastern Talent Partnership'),
      role: 'participant',
      scopeKind: 'cohort',
      scopeId: demo.the(COHORT, 'Essex').id,
    });
  },
};
