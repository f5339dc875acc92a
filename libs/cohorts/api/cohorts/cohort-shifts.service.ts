import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import { dayNumber, isInCalendar, type LocalDate } from '@waymark/shared/kernel/dates';
import { must } from '@waymark/shared/kernel/refusal';
import { jumpsOf, shiftDays, troubleOf, workingDaysAround, type Jump, type Landing } from '@waymark/catalogue/domain/shift';
import { unknownHolidays } from '@waymark/catalogue/domain/calendar';
import { isOver } from '@waymark/cohorts/domain/cohort-lifecycle';
import { calendarRefusals } from '@waymark/cohorts/domain/cohort-draft';
import { keyDates } from '@waymark/cohorts/domain/cohort-plan';
import { over } from '@waymark/cohorts/domain/cohort-settings';
import { shiftRefusals } from '@waymark/cohorts/domain/cohort-shift';
import { CohortFollowers, type Done, type PlannedDay } from '../cohort-followers';
import { cohortWithin, lockCohort, type LockedCohort } from '../cohort-locks';
import { CohortMakingQueries } from './cohort-making.queries';
import { settingsOf } from './cohort-settings.service';
import type { ShiftAsked, ShiftCohort, ShiftedCohort, ShiftPreview } from './cohorts.contract';

/** Working days offered instead of where a day falls. */
const INSTEAD = { before: 2, after: 4 };

/** The whole schedule of a cohort on other days: looked at first, then moved, and moved back by the same way. */
@Injectable()
export class CohortShiftsService {
  constructor(
    private readonly db: Db,
    private readonly making: CohortMakingQueries,
    private readonly followers: CohortFollowers,
  ) {}

  /** Each day of the plan with the day it would have, what that day is where it is held, and working days to choose instead. */
  preview(actor: Actor, id: string, { startsOn, to: purpose }: ShiftAsked): Promise<ShiftPreview> {
    return this.db.reading(actor, async (read) => {
      const cohort = await cohortWithin(read, id, reachOf(actor, 'cohorts:edit'));
      const planned = (await this.followers.each('plannedDays', read, id)).flat();
      if (purpose === 'move') must(await this.refusals(read, cohort));
      const days = purpose === 'move' ? daysOf(cohort, planned) : daysOf({ ...cohort, goDecisionOn: null }, planned);
      const landing = landingOf(days, dayNumber(startsOn) - dayNumber(cohort.startsOn), []);
      // A copy has neither venue nor rooms yet: its days are those of its nation.
      const calendar = await this.making.calendars(read, purpose === 'copy' ? { ...cohort, venueId: null } : cohort);
      const shown = [...landing].map(([from, to]) => {
        const here = planned.filter(({ day }) => day === from);
        const titles = calendar.of(purpose === 'copy' ? [] : here.map(({ nation }) => nation));
        const trouble = troubleOf(to, titles);
        return {
          from,
          to,
          sessions: here.reduce((sum, { sessions }) => sum + sessions, 0),
          decision: from === cohort.goDecisionOn,
          trouble: trouble?.kind ?? null,
          holiday: trouble?.title ?? '',
          instead: workingDaysAround(to, new Set(titles.keys()), INSTEAD).filter(isInCalendar),
        };
      });
      const until = calendar.until(planned.map(({ nation }) => nation));
      const unchecked = unknownHolidays([...landing.values()].at(-1)!, until);
      return { days: shown, unchecked, version: cohort.version };
    });
  }

  /**
   * Moves the first and last day, the decision, and everything planned between them, each by as many days; only what somebody agreed to jumps.
   * Bookings of rooms are the venue's to move.
   */
  shift(actor: Actor, id: string, wish: ShiftCohort): Promise<ShiftedCohort> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, id, 'cohorts:edit');
      await mustBeCurrent(tx, cohort, wish.version, settingsOf(cohort));
      must(await this.refusals(tx, cohort));
      const by = wish.days ?? dayNumber(wish.startsOn!) - dayNumber(cohort.startsOn);
      if (by === 0 && wish.jumps.length === 0) must([{ code: 'cohorts_shift_nothing', pointer: '/startsOn' }]);

      const planned = (await this.followers.each('plannedDays', tx, id)).flat();
      const landing = landingOf(daysOf(cohort, planned), by, wish.jumps);
      const moved = await this.followers.each('shifted', tx, cohort, landing);
      const done: Done = Object.assign({}, ...moved);
      const to = (day: LocalDate) => landing.get(day)!;
      const next = { startsOn: to(cohort.startsOn), endsOn: to(cohort.endsOn) };
      const goDecisionOn = cohort.goDecisionOn && to(cohort.goDecisionOn);
      const { holidays } = await this.making.holidays(tx, cohort.nation);
      must(calendarRefusals(keyDates({ ...next, goDecisionOn }, holidays).map(({ day }) => day)));
      await this.making.setDates(tx, id, { ...next, goDecisionOn });
      const days = [...landing].map(([from, to]) => ({ from, to }));
      await tx.record(
        'cohort.shifted',
        id,
        { from: cohort.startsOn, to: next.startsOn, jumped: jumpsOf(days, by), ...done },
        { providerId: cohort.providerId, cohortId: id },
      );
      return {
        ...next,
        moved: done['sessions'] ?? 0,
        days,
        back: { days: -by, jumps: jumpsOf(days, by).map(({ from, to }) => ({ from: to, to: from })) },
        version: cohort.version + 1,
      };
    });
  }

  private async refusals(read: Reader, cohort: LockedCohort) {
    if (isOver(cohort.stage)) return [over(cohort.stage)];
    return (await this.followers.each('shiftRefusals', read, cohort.id)).flat();
  }
}

/** Where the days of a plan land, or why they cannot. */
export function landingOf(days: readonly LocalDate[], by: number, jumps: readonly Jump[]): Landing {
  const landing = shiftDays(days, by, jumps);
  must(shiftRefusals(landing, jumps));
  must(calendarRefusals([...landing.values()]));
  return landing;
}

const daysOf = ({ startsOn, endsOn, goDecisionOn }: LockedCohort, planned: readonly PlannedDay[]): LocalDate[] => [
  startsOn,
  ...planned.map(({ day }) => day),
  endsOn,
  ...(goDecisionOn ? [goDecisionOn] : []),
];
