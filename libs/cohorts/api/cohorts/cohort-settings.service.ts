import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { addDays, dayNumber, type LocalDate } from '@waymark/shared/kernel/dates';
import { must } from '@waymark/shared/kernel/refusal';
import { fromWall, toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import { addWorkingDays, shiftDays, shiftPlan, workingDaysBetween, type Holidays } from '@waymark/catalogue/domain/calendar';
import { keepScope } from '@waymark/identity/api/scopes';
import { COHORT_STAGES, isOver } from '@waymark/cohorts/domain/cohort-lifecycle';
import { settingsRefusals } from '@waymark/cohorts/domain/cohort-settings';
import { ClashCounts } from '@waymark/schedule/api/schedule/clash-counts.service';
import { lockCohort, type LockedCohort } from '../cohort-locks';
import { CohortMakingQueries } from './cohort-making.queries';
import { LIVE } from '../cohort-sql';
import { Cohort } from './cohort.entity';
import type { ChangeCohort, CohortView, ShiftCohort, ShiftedCohort } from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';

interface Placed {
  id: string;
  title: string;
  startsAt: Date | null;
  endsAt: Date | null;
  duration: number;
  status: string;
}

@Injectable()
export class CohortSettingsService {
  constructor(
    private readonly db: Db,
    private readonly cohorts: CohortsQueries,
    private readonly making: CohortMakingQueries,
    private readonly counts: ClashCounts,
  ) {}

  change(actor: Actor, id: string, { version, ...wish }: ChangeCohort): Promise<CohortView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, id, 'cohorts:edit');
      await mustBeCurrent(tx, cohort, version, settingsOf(cohort));
      await this.mustMakeSense(tx, cohort, wish);
      const [held] = await tx.query<{ held: number }>(
        `SELECT count(*)::int AS held FROM enrolment WHERE cohort_id = $1 AND status IN ${LIVE}`,
        [id],
      );
      const sessions = (await sessionsOf(tx, id)).flatMap(({ title, startsAt, endsAt }) =>
        startsAt && endsAt ? [{ title, firstDay: wallDate(toWall(startsAt)), lastDay: wallDate(toWall(endsAt) - 1) }] : [],
      );
      must(settingsRefusals({ stage: cohort.stage, held: held!.held, sessions }, wish));
      await tx.rows.update(Cohort, { id }, { ...wish, version: version + 1 });
      await keepScope(tx, { kind: 'cohort', id, providerId: cohort.providerId, name: wish.name });
      // Dates, nation and venue are what a schedule is checked against: whoever has it open loads it again.
      if (
        wish.startsOn !== cohort.startsOn ||
        wish.endsOn !== cohort.endsOn ||
        wish.nation !== cohort.nation ||
        wish.venueId !== cohort.venueId
      ) {
        await tx.query(`UPDATE cohort SET schedule_version = schedule_version + 1 WHERE id = $1`, [id]);
        await this.counts.ask(tx, id);
      }
      await tx.record('cohort.changed', id, changesOf(cohort, wish), { providerId: cohort.providerId, cohortId: id });
      return this.cohorts.view(tx, actor, id);
    });
  }

  /**
   * Moves every session that has a day, the first and last day and the decision. Starts stay at their time on the wall, also across a
   * clock change; bank holidays of the nation are stepped over. Rooms stay on the sessions; their bookings are the venue's to move.
   */
  shift(actor: Actor, id: string, wish: ShiftCohort): Promise<ShiftedCohort> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, id, 'cohorts:edit');
      await mustBeCurrent(tx, cohort, wish.version, settingsOf(cohort));
      if (isOver(cohort.stage)) must([{ code: 'cohorts_over', facts: { stage: COHORT_STAGES[cohort.stage].toLowerCase() } }]);
      const days = wish.days ?? dayNumber(wish.startsOn!) - dayNumber(cohort.startsOn);
      if (days === 0) must([{ code: 'cohorts_shift_nothing', pointer: '/startsOn' }]);
      const sessions = await sessionsOf(tx, id);
      if (sessions.some(({ status }) => status !== 'draft' && status !== 'released')) must([{ code: 'cohorts_shift_delivered' }]);
      const { holidays } = await this.making.holidays(tx, cohort.nation);

      const placed = sessions.flatMap((session) => (session.startsAt ? [{ ...session, start: toWall(session.startsAt) }] : []));
      const edges = shiftDays([cohort.startsOn, ...placed.map(({ start }) => wallDate(start)), cohort.endsOn], days, holidays);
      const moved = shiftPlan(placed, days, holidays);
      const next = {
        startsOn: edges.get(cohort.startsOn)!,
        endsOn: latest([edges.get(cohort.endsOn)!, ...moved.map(({ start, duration }) => wallDate(start + duration - 1))]),
      };
      if (moved.length > 0)
        await tx.query(
          `UPDATE session s SET starts_at = m.starts_at, ends_at = m.ends_at, version = s.version + 1
             FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS m(id, starts_at, ends_at) WHERE s.id = m.id`,
          [
            moved.map((one) => one.id),
            moved.map(({ start }) => fromWall(start)),
            moved.map(({ start, duration }) => fromWall(start + duration)),
          ],
        );
      await tx.query(
        `UPDATE cohort SET starts_on = $2, ends_on = $3, go_decision_on = $4, version = version + 1, schedule_version = schedule_version + 1 WHERE id = $1`,
        [id, next.startsOn, next.endsOn, decisionFor(cohort, next.startsOn, holidays)],
      );
      await this.counts.ask(tx, id);
      await tx.record(
        'cohort.shifted',
        id,
        { from: cohort.startsOn, to: next.startsOn, sessions: moved.length },
        { providerId: cohort.providerId, cohortId: id },
      );
      return { ...next, moved: moved.length, days: [...edges].map(([from, to]) => ({ from, to })), version: cohort.version + 1 };
    });
  }

  /** What a schema cannot see about the fields together, and about what they name. */
  private async mustMakeSense(tx: Tx, cohort: LockedCohort, wish: Omit<ChangeCohort, 'version'>): Promise<void> {
    if (wish.endsOn < wish.startsOn) throw Malformed.at('/endsOn', 'The last day must be on or after the first day');
    if (wish.endsOn > addDays(wish.startsOn, 1500))
      throw Malformed.at('/endsOn', 'The last day must be within four years of the first day');
    if (wish.minViable > wish.capacity) throw Malformed.at('/minViable', 'Enter no more than the number of places');
    const [known] = await tx.query<{ venue: boolean; lead: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM venue WHERE id = $1 AND provider_id = $3) AS venue,
              EXISTS (SELECT 1 FROM person_provider WHERE person_id = $2 AND provider_id = $3) AS lead`,
      [wish.venueId, wish.leadId, cohort.providerId],
    );
    if (wish.venueId && !known!.venue) throw Malformed.at('/venueId', 'Choose a venue');
    if (wish.leadId && !known!.lead) throw Malformed.at('/leadId', 'Choose somebody known to your team');
  }
}

const settingsOf = ({ id, providerId, programmeId, blueprintId, stage, version, ...settings }: LockedCohort): Record<string, unknown> =>
  settings;

const changesOf = (before: LockedCohort, after: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name as keyof LockedCohort] !== value));

const sessionsOf = (tx: Tx, cohortId: string): Promise<Placed[]> =>
  tx.query(
    `SELECT id, title, starts_at AS "startsAt", ends_at AS "endsAt", duration, status FROM session WHERE cohort_id = $1 AND status <> 'cancelled' ORDER BY position`,
    [cohortId],
  );

/** The decision stays as many working days ahead of the start as it was. */
function decisionFor({ goDecisionOn, startsOn }: LockedCohort, next: LocalDate, holidays: Holidays): LocalDate | null {
  return goDecisionOn && addWorkingDays(next, -workingDaysBetween(goDecisionOn, startsOn, holidays), holidays);
}

const latest = (days: readonly LocalDate[]): LocalDate => [...days].sort().at(-1)!;
