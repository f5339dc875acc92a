import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { Refused, found, must } from '@waymark/shared/kernel/refusal';
import type { LockedCohort } from '@waymark/cohorts/api/cohort-locks';
import { ToldPlaces } from '@waymark/cohorts/api/told-places';
import { toWall } from '@waymark/shared/kernel/wall-clock';
import { standing } from '@waymark/schedule/domain/plan';
import {
  affectedBy,
  calledOff,
  putOff,
  changesBetween,
  raiseSequences,
  snapshotOf,
  type ScheduleChange,
  type Snapshot,
} from '@waymark/schedule/domain/release';
import { gapsOf, gapTitle } from '@waymark/schedule/domain/release-gaps';
import { isExpectedToLead } from '@waymark/schedule/domain/facilitator-status';

import { postponedRefusals, releaseRefusals } from '@waymark/schedule/domain/schedule-rules';
import type { ReleaseDetailView, ReleasePreviewView, ReleaseSchedule, ReleasesView, ReleaseView } from './releases.contract';
import { ReleasesQueries } from './releases.queries';
import { CalendarEntries } from '../my-agenda/calendar-entries';
import { ClashCounts } from '../schedule/clash-counts.service';
import { ScheduleChecks } from '../schedule/schedule-checks';
import { ScheduleEditing, viewOf, type OpenSchedule } from '../schedule/schedule-editing';
import { nextVersion } from '../schedule/schedule-version';
import { ScheduleQueries, type LoadedSchedule } from '../schedule/schedule.queries';
import { ScheduleRelease } from './schedule-release.entity';

/** What a release keeps beside its snapshot. Ids only: names are looked up when it is shown. */
interface Affected {
  participantIds: string[];
  facilitatorIds: string[];
}

@Injectable()
export class ReleasesService {
  constructor(
    private readonly db: Db,
    private readonly queries: ScheduleQueries,
    private readonly kept: ReleasesQueries,
    private readonly checks: ScheduleChecks,
    private readonly editing: ScheduleEditing,
    private readonly counts: ClashCounts,
    private readonly places: ToldPlaces,
    private readonly calendars: CalendarEntries,
  ) {}

  preview(actor: Actor, cohortId: string): Promise<ReleasePreviewView> {
    return this.db.reading(actor, async (read) => {
      const schedule = await this.queries.load(read, cohortId, reachOf(actor, 'schedule:release'), (place) => ({
        names: mayAt(actor, 'enrolments:read', place),
        needs: true,
        taken: true,
      }));
      const clashes = this.checks.of(schedule);
      const { changes } = next(schedule);
      const byKey = new Map(clashes.map((clash) => [clash.key, clash]));
      const overridden = new Set(schedule.overrides.map(({ clashKey }) => clashKey));
      const { participantIds, facilitatorIds } = idsOf(changes, schedule);
      const signingIn = await this.kept.signingIn(read, participantIds, facilitatorIds);
      return {
        scheduleVersion: schedule.scheduleVersion,
        number: (schedule.release?.number ?? 0) + 1,
        changes: changes.map((change) => changeOf(change, schedule.people)),
        ...whom(changes, schedule, signingIn),
        standing: standing(clashes, schedule.overrides).map(viewOf),
        accepted: schedule.overrides.flatMap((one) => {
          const clash = byKey.get(one.clashKey);
          return clash ? [{ id: one.id, title: clash.title, sentence: clash.sentence, reason: one.reason, by: one.by, at: one.at }] : [];
        }),
        warnings: clashes.filter(({ severity, key }) => severity === 'warn' && !overridden.has(key)).map(viewOf),
        gaps: gapsOf(schedule.sessions, schedule.rules).map((gap) => ({ ...gap, title: gapTitle(gap.code, gap.sessions.length) })),
        unscheduled: schedule.sessions
          .filter(({ date, status }) => date === null && status !== 'cancelled')
          .map(({ id, title }) => ({ id, title })),
        programmeId: schedule.cohort.programmeId,
      };
    });
  }

  /** Puts what is planned now into the agendas of those it concerns. Refused while a serious clash stands, and when the schedule is no longer the one that was checked. */
  release(actor: Actor, cohortId: string, { scheduleVersion, note }: ReleaseSchedule): Promise<ReleaseView> {
    return this.db.tx(actor, async (tx) => {
      const open = await this.editing.open(tx, cohortId, 'schedule:release');
      const { schedule, before: clashes } = open;
      const { changes, snapshot: draft } = next(schedule);
      must(postponedRefusals(open.cohort));
      const about = { changes: changes.length, released: schedule.release !== null };
      must(releaseRefusals({ ...about, standing: [], gaps: [] }));
      if (scheduleVersion !== schedule.scheduleVersion) throw new Refused([{ code: 'schedule_changed_since_preview' }]);
      const gaps = gapsOf(schedule.sessions, schedule.rules);
      must(releaseRefusals({ ...about, standing: standing(clashes, schedule.overrides), gaps }));

      await this.places.tellAll(tx, cohortId);
      const id = await this.keep(tx, open, { draft, changes, note, accepted: standing(clashes, []).map(({ key }) => key) });
      await this.counts.keep(tx, cohortId, 0);
      const [view] = await this.kept.list(tx, cohortId, id);
      return view!;
    });
  }

  /**
   * Tells people that what they know of a cancelled cohort does not take place, and nothing else: part of the transaction that cancels it,
   * after its sessions are called off and before its people lose their places. Nothing to tell when nothing was ever released.
   */
  async callOff(tx: Tx, cohort: LockedCohort): Promise<void> {
    const schedule = await this.checks.load(tx, cohort.id);
    const last = schedule.release?.snapshot ?? null;
    if (last === null) return;
    const ids = schedule.sessions.filter(({ status }) => status === 'cancelled').map(({ id }) => id);
    const draft = calledOff(last, ids);
    const changes = changesBetween(last, draft);
    if (changes.length === 0) return;
    const frame = { cohort, schedule, next: schedule.scheduleVersion + 1 };
    await this.keep(tx, frame, { draft, changes, note: '', accepted: [] });
  }

  /** Puts off what people know of a cohort and has not ended, in the transaction that postpones it. It comes back with the next release. */
  async putOff(tx: Tx, cohort: LockedCohort): Promise<void> {
    const schedule = await this.checks.load(tx, cohort.id);
    const last = schedule.release?.snapshot ?? null;
    if (last === null) return;
    const draft = putOff(last, toWall(tx.clock.now()));
    const changes = changesBetween(last, draft);
    if (changes.length === 0) return;
    await this.keep(tx, { cohort, schedule, next: schedule.scheduleVersion + 1 }, { draft, changes, note: '', accepted: [] });
  }

  /** Keeps a release, raises the sequences that calendars go by, and counts it as a change of the schedule. Answers its id. */
  private async keep(
    tx: Tx,
    { cohort, schedule, next: scheduleVersion }: Pick<OpenSchedule, 'cohort' | 'schedule' | 'next'>,
    { draft, changes, note, accepted }: { draft: Snapshot; changes: ScheduleChange[]; note: string; accepted: string[] },
  ): Promise<string> {
    const { snapshot, raised } = raiseSequences(draft, changes);
    const affected = idsOf(changes, schedule);
    const release = {
      id: newId(),
      providerId: cohort.providerId,
      cohortId: cohort.id,
      number: (schedule.release?.number ?? 0) + 1,
      releasedAt: tx.clock.now(),
      releasedBy: tx.actor.personId,
      note,
      snapshot,
      changes: changes.map(({ sessionId, kinds }) => ({ sessionId, kinds })),
      affected,
    };
    await tx.rows.insert(ScheduleRelease, release as never);
    await this.kept.concernFacilitators(tx, { releaseId: release.id, cohort, facilitatorIds: affected.facilitatorIds });
    await this.kept.markReleased(tx, { snapshot, raised });
    await this.calendars.keep(tx, cohort.id);
    await nextVersion(tx, cohort.id);
    await tx.record(
      'schedule.released',
      release.id,
      { number: release.number, scheduleVersion, changes: changes.length, raised, accepted, ...affected },
      { providerId: cohort.providerId, cohortId: cohort.id },
    );
    return release.id;
  }

  releases(actor: Actor, cohortId: string): Promise<ReleasesView> {
    return this.db.reading(actor, async (read) => {
      await this.kept.mustReach(read, cohortId, reachOf(actor, 'schedule:read'));
      return { items: await this.kept.list(read, cohortId), next: null };
    });
  }

  /** One kept version, and how it differs from another one. */
  one(actor: Actor, id: string, against: number | undefined): Promise<ReleaseDetailView> {
    return this.db.reading(actor, async (read) => {
      const { cohortId, number, snapshot } = await this.kept.one(read, id, reachOf(actor, 'schedule:read'));
      const other = against ?? number - 1;
      const before = await this.kept.snapshot(read, cohortId, other);
      if (against !== undefined && against !== 0) found(before);
      const [view] = await this.kept.list(read, cohortId, id);
      const people = await this.kept.people(read, cohortId, view!.at);
      return {
        ...view!,
        cohortId,
        against: before ? other : null,
        diff: changesBetween(before ?? null, snapshot).map((change) => changeOf(change, people)),
      };
    });
  }
}

/** The schedule as it would be released now, and how that differs from what people know. */
function next(schedule: LoadedSchedule): { snapshot: Snapshot; changes: ScheduleChange[] } {
  const rooms = new Map(schedule.rooms.map((room) => [room.id, room]));
  const venues = new Map(schedule.venues.map((venue) => [venue.id, venue]));
  const groups = new Map(schedule.groups.map(({ id, name }) => [id, name]));
  const names = new Map(schedule.facilitators.map(({ id, name }) => [id, name]));
  const last = schedule.release?.snapshot ?? null;
  const sessions = schedule.sessions.map((one) => {
    const room = one.roomId === null ? undefined : rooms.get(one.roomId);
    const venue = one.mode === 'online' ? undefined : venues.get(room?.venueId ?? schedule.cohort.venueId ?? '');
    return {
      id: one.id,
      title: one.title,
      kind: one.kind,
      purpose: one.purpose,
      date: one.date,
      startsAt: one.startsAt,
      duration: one.duration,
      mode: one.mode,
      roomId: one.roomId,
      roomName: room?.name ?? null,
      venueName: venue?.name ?? null,
      venueAddress: venue?.address ?? null,
      onlineUrl: one.onlineUrl,
      mandatory: one.mandatory,
      cancelled: one.status === 'cancelled',
      postponed: false,
      groupIds: one.groupIds,
      groupNames: one.groupIds.flatMap((id) => groups.get(id) ?? []),
      facilitators: one.facilitators
        .filter(({ status }) => isExpectedToLead(status))
        .map(({ facilitatorId }) => ({ id: facilitatorId, name: names.get(facilitatorId) ?? '' })),
      agenda: one.agenda,
      icsUid: one.icsUid,
      icsSequence: one.icsSequence,
    };
  });
  const snapshot = snapshotOf(sessions, last);
  return { snapshot, changes: changesBetween(last, snapshot) };
}

function changeOf(change: ScheduleChange, people: readonly { id: string; groupIds: readonly string[] }[]) {
  const { participantIds, facilitatorIds } = affectedBy(change, people);
  return { ...change, participants: participantIds.length, facilitators: facilitatorIds.length };
}

function idsOf(changes: readonly ScheduleChange[], { people }: LoadedSchedule): Affected {
  const all = changes.map((change) => affectedBy(change, people));
  return {
    participantIds: [...new Set(all.flatMap(({ participantIds }) => participantIds))],
    facilitatorIds: [...new Set(all.flatMap(({ facilitatorIds }) => facilitatorIds))],
  };
}

/** Each person the changes concern, with the sessions that change for them, and whether they have an account to see it with. */
function whom(changes: readonly ScheduleChange[], schedule: LoadedSchedule, signingIn: ReadonlySet<string>) {
  const all = changes.map((change) => ({ sessionId: change.sessionId, ...affectedBy(change, schedule.people) }));
  const listed = (people: readonly { id: string; name: string }[], key: 'participantIds' | 'facilitatorIds') =>
    people
      .map(({ id, name }) => ({
        id,
        name,
        sessionIds: all.filter((one) => one[key].includes(id)).map(({ sessionId }) => sessionId),
        signsIn: signingIn.has(id),
      }))
      .filter(({ sessionIds }) => sessionIds.length > 0);
  return { participants: listed(schedule.people, 'participantIds'), facilitators: listed(schedule.facilitators, 'facilitatorIds') };
}
