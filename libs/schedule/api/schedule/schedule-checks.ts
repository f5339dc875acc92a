import { Injectable } from '@nestjs/common';
import { SYSTEM, reachOf } from '@waymark/shared/api/actor';
import type { Reader } from '@waymark/shared/api/db';
import { clashesOf, planOf, standing } from '@waymark/schedule/domain/plan';
import type { Schedule } from '@waymark/schedule/domain/schedule';
import type { Clash } from '@waymark/engines/timetable/model';
import { openTimetable } from '@waymark/engines/timetable/timetable';
import { SHOWS_ALL, ScheduleQueries, type LoadedSchedule } from './schedule.queries';

/** The clashes of a schedule as the API sees them: needs count here, whoever asks, because a release must not pass them over. */
@Injectable()
export class ScheduleChecks {
  constructor(private readonly queries: ScheduleQueries) {}

  /**
   * How many clashes keep the cohort's schedule from being released, and when the number for the lists was last counted. The caller has looked
   * the cohort up: no reach is asked here.
   */
  async judged(read: Reader, cohortId: string): Promise<{ blocking: number; countedAt: string | null }> {
    const schedule = await this.load(read, cohortId);
    return { blocking: standing(this.of(schedule), schedule.overrides).length, countedAt: schedule.countedAt };
  }

  /** Every clash the cohort's sessions are part of, worst first. */
  async clashes(read: Reader, cohortId: string): Promise<Clash[]> {
    return this.of(await this.load(read, cohortId));
  }

  of(schedule: Schedule): Clash[] {
    return clashesOf(openTimetable(planOf(schedule)).clashes(), schedule);
  }

  load(read: Reader, cohortId: string): Promise<LoadedSchedule> {
    return this.queries.load(read, cohortId, reachOf(SYSTEM, 'schedule:read'), SHOWS_ALL);
  }
}

/** Clashes that are in one list and not in the other. */
export function beyond(before: readonly Clash[], after: readonly Clash[]): Clash[] {
  const known = new Set(before.map(({ key }) => key));
  return after.filter(({ key }) => !known.has(key));
}
