import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { SharedReading } from '@waymark/shared/api/shared-reading';
import { TaskSources } from '@waymark/shared/api/task-sources';
import { addDays, type LocalDate } from '@waymark/shared/kernel/dates';
import { found } from '@waymark/shared/kernel/refusal';
import { toWall, wallDate, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import { lockKnownCohort } from '@waymark/cohorts/api/cohort-locks';
import { agendaFor, sessionState, type Standing } from '@waymark/schedule/domain/agenda';
import { calendarOf, type CalendarSession } from '@waymark/schedule/domain/agenda-calendar';
import { changesFor, nextOf, offOf, stepsOf } from '@waymark/schedule/domain/agenda-home';
import { participantTasks, type MyStanding } from '@waymark/schedule/domain/participant-tasks';
import type { ScheduleChange } from '@waymark/schedule/domain/release';
import { ClashCounts } from '../schedule/clash-counts.service';
import { nextVersion } from '../schedule/schedule-version';
import type { LookedAt, MyAccessView, MyAgendaView, MyHomeView, SayAccessNeeds } from './my-agenda.contract';
import { CalendarEntries } from './calendar-entries';
import { MyAgendaQueries, type MyCohort } from './my-agenda.queries';

/** What people see of the schedules that concern them: always the last release, never the draft. */
@Injectable()
export class MyAgendaService {
  private readonly reading = new SharedReading<MyCohort[]>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly queries: MyAgendaQueries,
    private readonly counts: ClashCounts,
    private readonly calendars: CalendarEntries,
    private readonly tasks: TaskSources,
  ) {
    tasks.add('participant', {
      domain: 'schedule',
      tasks: async (read, actor) => {
        const now = toWall(this.clock.now());
        const mine = await this.mine(read, actor);
        return participantTasks(
          mine.filter((cohort) => offFor(cohort) === null).map((cohort) => standingFor(cohort, now)),
          wallDate(now),
        );
      },
    });
  }

  async home(actor: Actor): Promise<MyHomeView> {
    const now = toWall(this.clock.now());
    const { cohorts, name, tasks } = await this.own(actor, async (read, mine) => {
      const name = await this.queries.givenName(read, actor.personId);
      return { cohorts: mine, name, tasks: await this.tasks.of('participant', read, actor) };
    });
    // What is put off or called off is said once, above everything, instead of session by session.
    const on = cohorts.filter((cohort) => offFor(cohort) === null);
    const items = on.flatMap(itemsOf).sort(inOrder);
    const changes = on.flatMap((cohort) => changesOf(cohort));
    return {
      name,
      off: noticesOf(cohorts, wallDate(now)),
      next: nextOf(items, now)?.view ?? null,
      tasks,
      // A cohort somebody may come to lead is no news until it is released.
      programmes: on
        .filter((cohort) => cohort.enrolment !== null || itemsOf(cohort).length > 0)
        .map((cohort) => ({
          cohortId: cohort.cohortId,
          name: cohort.name,
          leads: cohort.enrolment === null,
          steps:
            cohort.enrolment === null
              ? []
              : stepsOf(
                  { ...cohort, enrolledOn: cohort.enrolment.enrolledOn },
                  itemsOf(cohort).flatMap(({ session }) => (sessionState(session) === 'on' ? [session.date] : [])),
                  wallDate(now),
                ),
        })),
      changes: changes.map(({ sessionId, title, kinds, after }) => ({
        sessionId,
        title,
        kinds,
        date: after.date,
        startsAt: after.startsAt,
      })),
    };
  }

  agenda(actor: Actor): Promise<MyAgendaView> {
    return this.own(actor, async (_, cohorts) => ({
      items: cohorts
        .flatMap(itemsOf)
        .sort(inOrder)
        .map(({ view }) => view),
      next: null,
      off: noticesOf(cohorts, wallDate(toWall(this.clock.now()))),
      releases: cohorts.flatMap(({ cohortId, name, release }) =>
        release ? [{ cohortId, cohortName: name, number: release.number, at: release.at }] : [],
      ),
    }));
  }

  /** The same as an iCalendar file, with what somebody is no longer part of: a calendar that has it must hear that it is cancelled. */
  async calendar(actor: Actor): Promise<string> {
    const stamp = this.clock
      .now()
      .toISOString()
      .replace(/\.\d+|[-:]/g, '');
    const { text, providers } = await this.own(actor, async (read, cohorts) => {
      const kept = await this.calendars.own(read, actor.personId);
      const text = calendarOf(calendarSessions(cohorts, kept), { name: cohorts.length === 1 ? cohorts[0]!.name : 'My agenda', stamp });
      return { text, providers: [...new Set(cohorts.map(({ providerId }) => providerId))] };
    });
    const taken = providers.map((providerId) => ({ subjectId: actor.sessionId, facts: {}, providerId }));
    await this.db.tx(actor, (tx) => tx.recordAll('agenda.exported', taken));
    return text;
  }

  /** Remembers which releases somebody has read. */
  async looked(actor: Actor, { releases }: LookedAt): Promise<void> {
    await this.db.tx(actor, async (tx) => {
      const mine = new Map((await this.queries.cohorts(tx, actor.personId)).map((cohort) => [cohort.cohortId, cohort]));
      for (const { cohortId, number } of releases) {
        const cohort = found(mine.get(cohortId));
        await this.queries.look(tx, cohort, Math.min(number, cohort.release?.number ?? 1));
      }
    });
  }

  needs(actor: Actor): Promise<MyAccessView> {
    return this.own(actor, async (_, cohorts) => ({ items: needsOf(cohorts), next: null }));
  }

  /** What somebody needs on the day, in their own words for the venue: they may change it themselves, and the board knows at once. */
  sayNeeds(actor: Actor, { cohortId, needs }: SayAccessNeeds): Promise<MyAccessView> {
    return this.db.tx(actor, async (tx) => {
      const mine = await this.queries.cohorts(tx, actor.personId);
      const cohort = found(mine.find((one) => one.cohortId === cohortId && one.stage !== 'cancelled'));
      const { id } = found(cohort.enrolment);
      await tx.onCohort(cohortId, () => lockKnownCohort(tx, cohortId));
      await this.queries.confirmNeeds(tx, cohort, id, needs);
      await tx.onCohort(cohortId, () => nextVersion(tx, cohortId));
      await this.counts.ask(tx, cohortId);
      // Which needs stays out of the audit log: it is kept longer than the needs are.
      await tx.record('enrolment.needsConfirmed', id, { needs: needs.length }, { providerId: cohort.providerId, cohortId });
      return { items: needsOf(await this.queries.cohorts(tx, actor.personId)), next: null };
    });
  }

  private own<T>(actor: Actor, work: (read: Reader, cohorts: MyCohort[]) => Promise<T>): Promise<T> {
    return this.db.reading(actor, async (read) => work(read, await this.mine(read, actor)));
  }

  private mine(read: Reader, { personId }: Actor): Promise<MyCohort[]> {
    return this.reading.of(read, () => this.queries.cohorts(read, personId));
  }
}

/** Days for which a cancellation stands after it was made, where the days that were planned have passed: those of a cohort that was put off before. */
const FORTNIGHT = 14;

/** Until the days it was planned for have passed; and to people who were told about it. */
const noticesOf = (cohorts: readonly MyCohort[], today: LocalDate): MyHomeView['off'] =>
  cohorts.flatMap((cohort) => {
    const { cohortId, name, enrolment, endsOn, release } = cohort;
    const toldOn = release && wallDate(toWall(new Date(release.at)));
    const stage = offFor(cohort);
    const told = enrolment !== null || itemsOf(cohort).length > 0;
    return stage !== null && told && (stage === 'postponed' || today <= endsOn || (toldOn !== null && today <= addDays(toldOn, FORTNIGHT)))
      ? [{ cohortId, cohortName: name, stage }]
      : [];
  });

/** What is to be done about a cohort goes by the sessions that are theirs: a release without any is nothing to them. */
function standingFor(cohort: MyCohort, now: WallMinute): MyStanding {
  const items = itemsOf(cohort).sort(inOrder);
  return {
    cohortId: cohort.cohortId,
    name: cohort.name,
    takesPart: cohort.enrolment !== null && wallDate(now) <= cohort.endsOn,
    released: items.length > 0 ? cohort.release!.number : null,
    looked: cohort.looked?.number ?? null,
    changed: changesOf(cohort).length,
    needsConfirmed: cohort.enrolment?.confirmedAt != null,
    days: items.flatMap(({ session }) => (sessionState(session) === 'on' ? [session.date] : [])),
  };
}

/** Whether a cohort is put off or called off for whom it is loaded, by what was released to them. */
const offFor = (cohort: MyCohort) =>
  offOf(
    cohort.stage,
    itemsOf(cohort).map(({ session }) => session),
  );

/** Every session that somebody's calendar should know, with the number they saw it under and whether it still takes place for them. */
function calendarSessions(cohorts: readonly MyCohort[], kept: Awaited<ReturnType<CalendarEntries['own']>>): CalendarSession[] {
  const said = kept.flatMap(({ entries, snapshot }) =>
    entries.flatMap(({ sessionId, sequence, on }) =>
      snapshot.sessions
        .filter(({ id }) => id === sessionId)
        .map((session) => ({ session, sequence, on: on && sessionState(session) === 'on' })),
    ),
  );
  const known = new Set(said.map(({ session }) => session.id));
  const besides = cohorts
    .flatMap(itemsOf)
    .filter(({ session }) => !known.has(session.id))
    .map(({ session }) => ({ session, sequence: session.icsSequence, on: sessionState(session) === 'on' }));
  return [...said, ...besides].sort((one, other) => timeOf(one.session).localeCompare(timeOf(other.session)));
}

const standingOf = ({ enrolment, facilitatorId }: MyCohort): Standing => ({ groupIds: enrolment?.groupIds ?? null, facilitatorId });

function changesOf(cohort: MyCohort): ScheduleChange[] {
  const { release, looked } = cohort;
  if (!release || !looked || looked.number >= release.number) return [];
  return changesFor(looked.snapshot, release.snapshot, (session) => agendaFor(standingOf(cohort), { sessions: [session] }).length > 0);
}

function itemsOf(cohort: MyCohort) {
  if (!cohort.release) return [];
  const changed = new Map(changesOf(cohort).map(({ sessionId, kinds }) => [sessionId, kinds]));
  return agendaFor(standingOf(cohort), cohort.release.snapshot).map(({ session, as }) => ({
    session,
    view: {
      ...session,
      cohortId: cohort.cohortId,
      cohortName: cohort.name,
      as,
      state: sessionState(session),
      leaders: session.facilitators.map(({ name }) => name),
      changes: changed.get(session.id) ?? [],
    },
  }));
}

type Item = ReturnType<typeof itemsOf>[number];
const timeOf = ({ date, startsAt, title }: Item['session']): string => `${date} ${startsAt} ${title}`;
const orderOf = ({ session }: Item): string => timeOf(session);
const inOrder = (one: Item, other: Item): number => orderOf(one).localeCompare(orderOf(other));

const needsOf = (cohorts: readonly MyCohort[]): MyAccessView['items'] =>
  cohorts.flatMap(({ cohortId, name, stage, enrolment }) =>
    enrolment && stage !== 'cancelled' ? [{ cohortId, cohortName: name, needs: enrolment.needs, confirmedAt: enrolment.confirmedAt }] : [],
  );
