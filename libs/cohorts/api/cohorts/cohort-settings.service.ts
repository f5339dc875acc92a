import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { addDays, dayNumber, type LocalDate } from '@waymark/shared/kernel/dates';
import { must } from '@waymark/shared/kernel/refusal';
import { addWorkingDays, shiftDays, workingDaysBetween, type Holidays } from '@waymark/catalogue/domain/calendar';
import { isOver } from '@waymark/cohorts/domain/cohort-lifecycle';
import { calendarRefusals } from '@waymark/cohorts/domain/cohort-draft';
import { over, settingsRefusals } from '@waymark/cohorts/domain/cohort-settings';
import { CohortFollowers, type Done } from '../cohort-followers';
import { keepScope } from '@waymark/identity/api/scopes';
import { lockCohort, type LockedCohort } from '../cohort-locks';
import { CohortMakingQueries } from './cohort-making.queries';
import { heldIn } from '../cohort-sql';
import { Cohort } from './cohort.entity';
import type { ChangeCohort, CohortView, ShiftCohort, ShiftedCohort } from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';

@Injectable()
export class CohortSettingsService {
  constructor(
    private readonly db: Db,
    private readonly cohorts: CohortsQueries,
    private readonly making: CohortMakingQueries,
    private readonly followers: CohortFollowers,
  ) {}

  change(actor: Actor, id: string, { version, ...wish }: ChangeCohort): Promise<CohortView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, id, 'cohorts:edit');
      await mustBeCurrent(tx, cohort, version, settingsOf(cohort));
      await this.mustMakeSense(tx, cohort, wish);
      const held = await heldIn(tx, id);
      const others = isOver(cohort.stage) ? [] : (await this.followers.each('settingsRefusals', tx, cohort, wish)).flat();
      must(settingsRefusals({ stage: cohort.stage, held }, wish, others));
      await tx.rows.update(Cohort, { id }, { ...wish, version: version + 1 });
      await keepScope(tx, { kind: 'cohort', id, providerId: cohort.providerId, name: wish.name });
      await this.followers.each('settingsChanged', tx, cohort, wish);
      await tx.record('cohort.changed', id, changesOf(cohort, wish), { providerId: cohort.providerId, cohortId: id });
      return this.cohorts.view(tx, actor, id);
    });
  }

  /**
   * Moves the first and last day, the decision, and everything planned between them. Bank holidays of the nation are stepped over. Bookings of
   * rooms are the venue's to move.
   */
  shift(actor: Actor, id: string, wish: ShiftCohort): Promise<ShiftedCohort> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, id, 'cohorts:edit');
      await mustBeCurrent(tx, cohort, wish.version, settingsOf(cohort));
      if (isOver(cohort.stage)) must([over(cohort.stage)]);
      const days = wish.days ?? dayNumber(wish.startsOn!) - dayNumber(cohort.startsOn);
      if (days === 0) must([{ code: 'cohorts_shift_nothing', pointer: '/startsOn' }]);
      const { holidays } = await this.making.holidays(tx, cohort.nation);

      const planned = (await this.followers.each('plannedDays', tx, id)).flat();
      const edges = shiftDays([cohort.startsOn, ...planned, cohort.endsOn], days, holidays);
      const moved = await this.followers.each('shifted', tx, cohort, { days, holidays });
      const done: Done = Object.assign({}, ...moved.map((one) => one.done));
      const next = {
        startsOn: edges.get(cohort.startsOn)!,
        endsOn: latest([edges.get(cohort.endsOn)!, ...moved.flatMap(({ lastDay }) => lastDay ?? [])]),
      };
      const goDecisionOn = decisionFor(cohort, next.startsOn, holidays);
      must(calendarRefusals([next.startsOn, next.endsOn, goDecisionOn ?? next.startsOn]));
      await this.making.setDates(tx, id, { ...next, goDecisionOn });
      await tx.record(
        'cohort.shifted',
        id,
        { from: cohort.startsOn, to: next.startsOn, ...done },
        { providerId: cohort.providerId, cohortId: id },
      );
      return {
        ...next,
        moved: done['sessions'] ?? 0,
        days: [...edges].map(([from, to]) => ({ from, to })),
        version: cohort.version + 1,
      };
    });
  }

  /** What a schema cannot see about the fields together, and about what they name. */
  private async mustMakeSense(tx: Tx, cohort: LockedCohort, wish: Omit<ChangeCohort, 'version'>): Promise<void> {
    if (wish.endsOn < wish.startsOn) throw Malformed.at('/endsOn', 'The last day must be on or after the first day');
    if (wish.endsOn > addDays(wish.startsOn, 1500))
      throw Malformed.at('/endsOn', 'The last day must be within four years of the first day');
    if (wish.minViable > wish.capacity)
      throw Malformed.at('/minViable', 'The minimum number of people must be no more than the number of places');
    const known = await this.making.known(tx, cohort.providerId, wish);
    if (wish.venueId && !known.venue) throw Malformed.at('/venueId', 'Choose a venue');
    if (wish.leadId && !known.lead) throw Malformed.at('/leadId', 'Choose a person from the list');
  }
}

const settingsOf = ({ id, providerId, programmeId, blueprintId, stage, version, ...settings }: LockedCohort): Record<string, unknown> =>
  settings;

const changesOf = (before: LockedCohort, after: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name as keyof LockedCohort] !== value));

/** The decision stays as many working days ahead of the start as it was. */
function decisionFor({ goDecisionOn, startsOn }: LockedCohort, next: LocalDate, holidays: Holidays): LocalDate | null {
  return goDecisionOn && addWorkingDays(next, -workingDaysBetween(goDecisionOn, startsOn, holidays), holidays);
}

const latest = (days: readonly LocalDate[]): LocalDate => [...days].sort().at(-1)!;
