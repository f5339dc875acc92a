import { Injectable } from '@nestjs/common';
import { Clock } from '@waymark/shared/api/clock';
import type { Reader } from '@waymark/shared/api/reader';
import type { Tx } from '@waymark/shared/api/tx';
import { must, type Refusal } from '@waymark/shared/kernel/refusal';
import { toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import { shiftPlan } from '@waymark/catalogue/domain/shift';
import { CohortFollowers, type CohortFollower, type CohortHooks, type Done, type PlannedDay } from '@waymark/cohorts/api/cohort-followers';
import type { LockedCohort } from '@waymark/cohorts/api/cohort-locks';
import { datesRefusals } from '@waymark/schedule/domain/cohort-dates';
import { clockRefusals, shiftRefusals } from '@waymark/schedule/domain/schedule-rules';
import { ReleasesService } from '../releases/releases.service';
import { ClashCounts } from '../schedule/clash-counts.service';
import { CalendarEntries } from '../my-agenda/calendar-entries';
import { nextVersion } from '../schedule/schedule-version';
import { CohortSessionsQueries, type PlacedSession, type PlannedSession } from './cohort-sessions.queries';

type Given<Hook extends keyof CohortHooks> = Parameters<CohortHooks[Hook]>;

/** What becomes of the schedule when something happens to its cohort. */
@Injectable()
export class ScheduleFollower implements CohortFollower {
  readonly domain = 'schedule';

  constructor(
    followers: CohortFollowers,
    private readonly clock: Clock,
    private readonly sessions: CohortSessionsQueries,
    private readonly releases: ReleasesService,
    private readonly counts: ClashCounts,
    private readonly calendars: CalendarEntries,
  ) {
    followers.add(this);
  }

  made(...[tx, cohort, draft, groupIds]: Given<'made'>): Promise<void> {
    return this.sessions.insert(tx, cohort, draft, groupIds);
  }

  async plannedDays(read: Reader, cohortId: string): Promise<PlannedDay[]> {
    const sessions = await this.sessions.planned(read, cohortId);
    return sessions.flatMap(({ startsAt, nation }) =>
      startsAt === null ? [] : [{ day: wallDate(toWall(startsAt)), nation, sessions: 1 }],
    );
  }

  async shiftRefusals(read: Reader, cohortId: string): Promise<Refusal[]> {
    return shiftRefusals(await this.sessions.planned(read, cohortId), this.clock.now());
  }

  /** Sessions with their groups, order and agendas. Rooms and facilitators stay behind: they belong to the days and the place of the first. */
  async copied(...[tx, from, to, { landing, groupIds }]: Given<'copied'>): Promise<Done> {
    const sessions = shiftPlan(placed(await this.sessions.planned(tx, from.id)), landing);
    must(clockRefusals(sessions));
    await this.sessions.copy(tx, to, sessions, groupIds);
    return { sessions: sessions.length };
  }

  /**
   * Every session that has a day moves. Starts stay at their time on the wall, also across a clock change. Rooms stay on the sessions; their
   * bookings are the venue's to move.
   */
  async shifted(...[tx, cohort, landing]: Given<'shifted'>): Promise<Done> {
    const sessions = await this.sessions.planned(tx, cohort.id);
    const moved = shiftPlan(placed(sessions), landing).filter(({ start }) => start !== null);
    must(clockRefusals(moved));
    await this.sessions.move(tx, moved);
    await nextVersion(tx, cohort.id);
    return { sessions: moved.length };
  }

  async settingsRefusals(...[tx, cohort, wish]: Given<'settingsRefusals'>): Promise<Refusal[]> {
    return datesRefusals(await this.sessions.planned(tx, cohort.id), wish);
  }

  /** Dates, nation and venue are what a schedule is checked against: whoever has it open loads it again. */
  async settingsChanged(...[tx, before, after]: Given<'settingsChanged'>): Promise<void> {
    const checked = ['startsOn', 'endsOn', 'nation', 'venueId'] as const;
    if (checked.every((name) => before[name] === after[name])) return;
    await nextVersion(tx, before.id);
    await this.counts.ask(tx, before.id);
  }

  async peopleChanged(tx: Tx, cohortId: string): Promise<void> {
    await this.calendars.keep(tx, cohortId);
    await this.counts.ask(tx, cohortId);
  }

  async groupRefusals(tx: Tx, groupId: string): Promise<Refusal[]> {
    return (await this.sessions.isPlannedFor(tx, groupId)) ? [{ code: 'schedule_group_in_use' }] : [];
  }

  /** What people know of and is still ahead is put off, in their agendas and calendars alike. */
  postponed(tx: Tx, cohort: LockedCohort): Promise<void> {
    return this.releases.putOff(tx, cohort);
  }

  /** Everything ahead is called off, and people who know of it are told. */
  async cancelled(tx: Tx, cohort: LockedCohort): Promise<void> {
    const scheduleVersion = await nextVersion(tx, cohort.id);
    const called = await this.sessions.cancelAhead(tx, cohort.id);
    await tx.recordAll(
      'session.cancelled',
      called.map(({ id, title, status }) => ({
        subjectId: id,
        facts: { scheduleVersion, title, before: { status }, after: { status: 'cancelled' }, withCohort: true },
        providerId: cohort.providerId,
        cohortId: cohort.id,
      })),
    );
    await this.releases.callOff(tx, cohort);
  }
}

const placed = (sessions: readonly PlannedSession[]): PlacedSession[] =>
  sessions.map(({ id, title, startsAt, duration }) => ({ id, title, duration, start: startsAt && toWall(startsAt) }));
