import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import type { Reader } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { found } from '@waymark/shared/kernel/refusal';
import type { ScheduleChangesView } from './schedule.contract';
import { VERSION } from './schedule-version';

/** A board says every few seconds that it is open; after this many seconds of silence it is not. */
const PRESENT = 15;
/** Somebody further behind than this many events reads the whole schedule again. */
export const EVENTS = 200;

/** What boards that are open ask every few seconds, and who has one open. */
@Injectable()
export class ScheduleWatchQueries {
  constructor(private readonly clock: Clock) {}

  /** The version a schedule has now, and who else is looking at it. */
  async standing(read: Reader, actor: Actor, cohortId: string): Promise<Pick<ScheduleChangesView, 'scheduleVersion' | 'present'>> {
    const since = new Date(this.clock.now().getTime() - PRESENT * 1000);
    const [cohort] = await read.query<Pick<ScheduleChangesView, 'scheduleVersion' | 'present'>>(
      sql`SELECT ${VERSION} AS "scheduleVersion",
                 (SELECT coalesce(json_agg(json_build_object('personId', p.id, 'name', ${nameOf('p')}) ORDER BY p.family_name), '[]')
                    FROM schedule_presence sp JOIN person p ON p.id = sp.person_id
                   WHERE sp.cohort_id = c.id AND sp.person_id <> ${actor.personId} AND sp.seen_at > ${since}) AS present
            FROM cohort c LEFT JOIN cohort_schedule k ON k.cohort_id = c.id
           WHERE c.id = ${cohortId} AND ${within(reachOf(actor, 'schedule:read'), 'c.provider_id', 'c.id')}`,
    );
    return found(cohort);
  }

  async eventsSince(read: Reader, cohortId: string, since: number): Promise<ScheduleChangesView['happened']> {
    const rows = await read.query<{ one: ScheduleChangesView['happened'][number] }>(
      sql`SELECT json_build_object('name', e.name, 'sessionId', e.subject_id, 'byId', e.actor_id, 'by', coalesce(${nameOf('p')}, ''),
                   'at', e.at, 'scheduleVersion', (e.facts->>'scheduleVersion')::int, 'title', coalesce(e.facts#>>'{after,title}', e.facts->>'title'),
                   'date', e.facts#>>'{after,date}', 'startsAt', e.facts#>>'{after,startsAt}', 'roomId', e.facts#>>'{after,roomId}') AS one
            FROM (SELECT * FROM event WHERE cohort_id = ${cohortId} ORDER BY id DESC LIMIT ${sql.number(EVENTS)}) e LEFT JOIN person p ON p.id = e.actor_id
           WHERE (e.facts->>'scheduleVersion')::int > ${since} ORDER BY e.id`,
    );
    return rows.map(({ one }) => one);
  }

  /** Somebody has this board open. */
  async come(tx: Tx, cohortId: string): Promise<void> {
    const [row] = await tx.query(
      sql`INSERT INTO schedule_presence (cohort_id, person_id, provider_id, seen_at)
          SELECT c.id, ${tx.actor.personId}::uuid, c.provider_id, ${tx.clock.now()} FROM cohort c
           WHERE c.id = ${cohortId} AND ${within(reachOf(tx.actor, 'schedule:read'), 'c.provider_id', 'c.id')}
          ON CONFLICT (cohort_id, person_id) DO UPDATE SET seen_at = excluded.seen_at RETURNING cohort_id`,
    );
    found(row);
  }

  /** Somebody closed it. */
  async go(tx: Tx, cohortId: string): Promise<void> {
    await tx.query(sql`DELETE FROM schedule_presence WHERE cohort_id = ${cohortId} AND person_id = ${tx.actor.personId}`);
  }
}
