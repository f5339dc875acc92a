import { Injectable } from '@nestjs/common';
import { Clock } from '@waymark/shared/api/clock';
import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import { TaskSources } from '@waymark/shared/api/task-sources';
import type { Actor } from '@waymark/shared/api/actor';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Task } from '@waymark/shared/kernel/task';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import { CohortAspects, mayOf, type CohortAspect, type DiaryEntry, type May, type PlanFigures } from '@waymark/cohorts/api/cohort-aspects';
import { CurrentCohortsQueries } from '@waymark/cohorts/api/current-cohorts';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { CohortFigures, ReadinessCheck } from '@waymark/cohorts/domain/readiness';
import { scheduleReadiness, stageRefusals, type ScheduleFacts } from '@waymark/schedule/domain/schedule-readiness';
import { scheduleTasks } from '@waymark/schedule/domain/schedule-tasks';
import { ClashCounts } from '../schedule/clash-counts.service';
import { ScheduleChecks } from '../schedule/schedule-checks';
import { NEED_UNMET, SCHEDULE_FACTS, TOLD_DAYS, elsewhereOf } from './schedule-facts.sql';

/** Judging clashes means loading a schedule: on a home, only those of the nearest few are judged, and the others show the number that was kept. */
const JUDGED_AT_HOME = 5;

type Facts = ScheduleFacts & { countedAt?: string | null };

/** The schedule as a side of its cohort: what the pages of cohorts and the home of staff show of it. */
@Injectable()
export class ScheduleAspect implements CohortAspect<Facts> {
  readonly domain = 'schedule';
  readonly facts = SCHEDULE_FACTS;
  readonly places = { needUnmet: NEED_UNMET, elsewhere: elsewhereOf };
  readonly toldDays = TOLD_DAYS;
  readonly history = {
    subject: sql`(SELECT s.title FROM session s WHERE e.name LIKE 'session.%' AND s.id = e.subject_id)`,
    tellsOfNeeds: sql`(e.name LIKE 'clash.%' AND e.facts ->> 'rule' = 'access_unmet')`,
  };

  constructor(
    aspects: CohortAspects,
    tasks: TaskSources,
    private readonly clock: Clock,
    private readonly current: CurrentCohortsQueries,
    private readonly scheduleChecks: ScheduleChecks,
    private readonly counts: ClashCounts,
  ) {
    aspects.add(this);
    tasks.add('staff', { domain: 'schedule', after: ['cohorts'], tasks: (read, actor) => this.tasks(read, actor) });
  }

  async judged(read: Reader, cohortId: string, may: May): Promise<Partial<Facts>> {
    return may('schedule:edit') ? this.scheduleChecks.judged(read, cohortId) : { blocking: null };
  }

  checks(facts: Facts & CohortFigures, may: May): ReadinessCheck[] {
    return scheduleReadiness(seenBy(facts, may)).filter(({ code }) => code !== 'requirements' || may('needs:read'));
  }

  stageRefusals(facts: Facts, to: CohortStage) {
    return stageRefusals(facts, to);
  }

  plan(facts: Facts, may: May): PlanFigures {
    const { sessions, unscheduled, blocking, scheduleVersion } = seenBy(facts, may);
    return { sessions, unscheduled, clashes: blocking, scheduleVersion };
  }

  /** Has the clashes counted for the lists when that was long ago. */
  async opened(actor: Actor, cohortId: string, { countedAt = null }: Partial<Facts>, may: May): Promise<void> {
    if (may('schedule:edit')) await this.counts.askIfOld(actor, cohortId, countedAt);
  }

  diary(read: Reader, cohortIds: readonly string[], from: LocalDate, before: LocalDate): Promise<DiaryEntry[]> {
    return read.query(sql`
  SELECT s.id, s.title, s.kind, json_build_object('id', c.id, 'name', c.name) AS cohort,
         to_char(s.starts_at AT TIME ZONE s.zone, 'YYYY-MM-DD') AS date, to_char(s.starts_at AT TIME ZONE s.zone, 'HH24:MI') AS "startsAt",
         to_char(s.ends_at AT TIME ZONE s.zone, 'HH24:MI') AS "endsAt",
         coalesce(nullif(concat_ws(', ', r.name, v.name), ''), CASE WHEN s.mode = 'online' THEN 'Online' END) AS place
    FROM session s JOIN cohort c ON c.id = s.cohort_id LEFT JOIN room r ON r.id = s.room_id LEFT JOIN venue v ON v.id = r.venue_id
   WHERE s.cohort_id = ANY (${cohortIds}::uuid[]) AND s.starts_at >= ${midnight(from)} AND s.starts_at < ${midnight(before)} AND s.status <> 'cancelled'
   ORDER BY s.starts_at, c.name, s.position LIMIT 100`);
  }

  private async tasks(read: Reader, actor: Actor): Promise<Task[]> {
    const today = this.clock.today();
    const { cohorts } = await this.current.of<Facts>(read, actor);
    const tasks: Task[] = [];
    let judged = 0;
    for (const cohort of cohorts) {
      const may = mayOf(actor, { providerId: cohort.providerId, cohortId: cohort.id });
      const worth = may('schedule:edit') && cohort.startsOn > today && cohort.sessions > 0 && judged++ < JUDGED_AT_HOME;
      const facts = worth ? { ...cohort, ...(await this.judged(read, cohort.id, may)) } : seenBy(cohort, may);
      tasks.push(...scheduleTasks(facts, today));
    }
    return tasks;
  }
}

/** Clashes are for those who can resolve them. */
const seenBy = <Seen extends ScheduleFacts>(facts: Seen, may: May): Seen => ({
  ...facts,
  blocking: may('schedule:edit') ? facts.blocking : null,
});

const midnight = (day: LocalDate): Date => fromWall(wallMinute(day, '00:00'));
