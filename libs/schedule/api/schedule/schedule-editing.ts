import { Injectable } from '@nestjs/common';
import type { Tx } from '@waymark/shared/api/tx';
import type { EventName, Permission } from '@waymark/shared/kernel/manifest';
import { must } from '@waymark/shared/kernel/refusal';
import { lockCohort, type LockedCohort } from '@waymark/cohorts/api/cohort-locks';
import { saveRefusals, scheduleRefusals } from '@waymark/schedule/domain/schedule-rules';
import type { Clash } from '@waymark/engines/timetable/model';
import { standing } from '@waymark/schedule/domain/plan';
import { ClashCounts } from './clash-counts.service';
import type { MovedView } from './schedule.contract';
import { ScheduleChecks, beyond } from './schedule-checks';
import type { LoadedSchedule, LoadedSession } from './schedule.queries';
import { judgeInTurn, nextVersion } from './schedule-version';

/** A schedule that one transaction alone may change, as it was. */
export interface OpenSchedule {
  cohort: LockedCohort;
  schedule: LoadedSchedule;
  before: Clash[];
  /** The version the schedule will have: what its events carry. */
  next: number;
}

/** The frame of every change to a schedule: one after the other, checked, counted and in the audit log. */
@Injectable()
export class ScheduleEditing {
  constructor(
    private readonly checks: ScheduleChecks,
    private readonly counts: ClashCounts,
  ) {}

  /** Locks the cohort, so that whoever comes second sees what the first did. 404 when it is not within reach. */
  async open(tx: Tx, cohortId: string, permission: Permission = 'schedule:edit'): Promise<OpenSchedule> {
    const cohort = await lockCohort(tx, cohortId, permission);
    must(scheduleRefusals(cohort));
    const schedule = await this.checks.load(tx, cohortId);
    return { cohort, schedule, before: this.checks.of(schedule), next: schedule.scheduleVersion + 1 };
  }

  /** Counts the change and says what it did to these sessions and to the clashes. A clash that may not be saved undoes all of it. */
  async close(tx: Tx, { cohort, before, next }: OpenSchedule, changedIds: readonly string[]): Promise<MovedView> {
    await nextVersion(tx, cohort.id);
    await judgeInTurn(tx, cohort.providerId);
    // All of it again: a session that now has another facilitator or room meets what other cohorts plan with them.
    const now = await this.checks.load(tx, cohort.id);
    const after = this.checks.of(now);
    const added = beyond(before, after);
    must(saveRefusals(added));
    await this.counts.keep(tx, cohort.id, standing(after, now.overrides).length);
    return {
      scheduleVersion: next,
      sessions: now.sessions.filter(({ id }) => changedIds.includes(id)),
      added: added.map(viewOf),
      removed: beyond(after, before).map(viewOf),
    };
  }

  record(tx: Tx, { cohort, next }: OpenSchedule, name: EventName, sessionId: string, facts: Record<string, unknown>): Promise<void> {
    return tx.record(name, sessionId, { scheduleVersion: next, ...facts }, { providerId: cohort.providerId, cohortId: cohort.id });
  }
}

export const viewOf = ({ subjects, span, ...clash }: Clash) => ({
  ...clash,
  subjects: subjects.map((subject) => ({ ...subject })),
  span: span && { ...span },
});

/** Where and when a session is, for the audit log and for those who watch the board. */
export const placeFacts = ({ title, date, startsAt, roomId, mode }: LoadedSession) => ({ title, date, startsAt, roomId, mode });
