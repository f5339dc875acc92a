import { Injectable } from '@nestjs/common';
import type { Reader } from '@waymark/shared/api/db';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { fromWall, wallMinute, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import type { Nation } from '@waymark/catalogue/domain/calendar';
import type { CohortDraft, FullTemplate } from '@waymark/cohorts/domain/cohort-draft';
import type { SessionStatus } from '@waymark/schedule/domain/schedule';

export interface PlannedSession {
  id: string;
  title: string;
  startsAt: Date | null;
  endsAt: Date | null;
  duration: number;
  status: SessionStatus;
  /** People were told that it is put off. */
  putOff: boolean;
  /** Of the venue of its room; null without one. */
  nation: Nation | null;
}

/** A session by its id and its start on the wall, or null while it is off the schedule. */
export interface PlacedSession {
  id: string;
  title: string;
  start: WallMinute | null;
  duration: number;
}

/** All sessions of a cohort at once, in a few statements however many there are. */
@Injectable()
export class CohortSessionsQueries {
  /** Those that are not cancelled, in their order. */
  planned(read: Reader, cohortId: string): Promise<PlannedSession[]> {
    return read.query(
      sql`SELECT s.id, s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.duration, s.status, ${isPutOff(cohortId)} AS "putOff", v.nation
            FROM session s LEFT JOIN room r ON r.id = s.room_id LEFT JOIN venue v ON v.id = r.venue_id
           WHERE s.cohort_id = ${cohortId} AND s.status <> 'cancelled' ORDER BY s.position`,
    );
  }

  /** Every session of a draft in one statement, then their groups and their order in one each. */
  async insert(
    tx: Tx,
    { id, providerId }: { id: string; providerId: string },
    { sessions, orders }: CohortDraft<FullTemplate>,
    groupIds: readonly string[],
  ): Promise<void> {
    const ids = new Map(sessions.map(({ key }) => [key, newId()]));
    const idOf = (key: number) => ids.get(key)!;
    const rows = sessions.map(({ key, template, date }) => {
      const { perGroup, dayOffset, startsAt, afterPosition, minGap, id: templateId, position, ...kept } = template;
      const start = date === null ? null : wallMinute(date, startsAt!);
      return { ...kept, id: idOf(key), templateId, ...momentsOf({ start, duration: template.duration }), position: key };
    });
    // A session's calendar id is made from its own id and never changes.
    await tx.query(sql`
      INSERT INTO session (id, provider_id, cohort_id, template_id, title, kind, purpose, starts_at, ends_at, duration, mandatory, mode, layout,
                           equipment, set_up, clear_up, note, status, position, ics_uid)
      SELECT s.id, ${providerId}, ${id}, s."templateId", s.title, s.kind, s.purpose, s."startsAt", s."endsAt", s.duration, s.mandatory, s.mode, s.layout,
             s.equipment, s."setUp", s."clearUp", '', 'draft', s.position, s.id || '@waymark'
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s(id uuid, "templateId" uuid, title text, kind text, purpose text,
             "startsAt" timestamptz, "endsAt" timestamptz, duration integer, mandatory boolean, mode text, layout text, equipment text[],
             "setUp" integer, "clearUp" integer, position integer)`);
    const grouped = sessions.flatMap(({ key, group }) => (group === null ? [] : [{ sessionId: idOf(key), groupId: groupIds[group]! }]));
    await tx.query(sql`
      INSERT INTO session_group (session_id, sub_group_id, provider_id, cohort_id)
      SELECT session_id, sub_group_id, ${providerId}, ${id}
        FROM unnest(${grouped.map(({ sessionId }) => sessionId)}::uuid[], ${grouped.map(({ groupId }) => groupId)}::uuid[]) AS made(session_id, sub_group_id)`);
    await tx.query(sql`
      INSERT INTO session_order (session_id, after_id, provider_id, cohort_id, min_gap)
      SELECT session_id, after_id, ${providerId}, ${id}, min_gap
        FROM unnest(${orders.map(({ session }) => idOf(session))}::uuid[], ${orders.map(({ after }) => idOf(after))}::uuid[],
                    ${orders.map(({ minGap }) => minGap)}::integer[]) AS made(session_id, after_id, min_gap)`);
  }

  /** Sessions, their groups, their order and their agendas in another cohort; `groupIds` leads from each old group to its copy. */
  async copy(tx: Tx, to: string, sessions: readonly PlacedSession[], groupIds: ReadonlyMap<string, string>): Promise<void> {
    const old = sessions.map(({ id }) => id);
    const fresh = sessions.map(() => newId());
    const moments = sessions.map(momentsOf);
    const copied = sql`unnest(${old}::uuid[], ${fresh}::uuid[])`;
    await tx.query(sql`
      INSERT INTO session (id, provider_id, cohort_id, template_id, title, kind, purpose, starts_at, ends_at, duration, mandatory, mode, layout,
                           equipment, set_up, clear_up, note, status, position, ics_uid)
      SELECT m.id, s.provider_id, ${to}, s.template_id, s.title, s.kind, s.purpose, m.starts_at, m.ends_at, s.duration, s.mandatory, s.mode, s.layout,
             s.equipment, s.set_up, s.clear_up, s.note, 'draft', s.position, m.id || '@waymark'
        FROM unnest(${old}::uuid[], ${fresh}::uuid[], ${moments.map(({ startsAt }) => startsAt)}::timestamptz[],
                    ${moments.map(({ endsAt }) => endsAt)}::timestamptz[]) AS m(old, id, starts_at, ends_at)
        JOIN session s ON s.id = m.old`);
    await tx.query(sql`
      INSERT INTO session_group (session_id, sub_group_id, provider_id, cohort_id)
      SELECT s.id, g.id, sg.provider_id, ${to}
        FROM ${copied} AS s(old, id) JOIN session_group sg ON sg.session_id = s.old
        JOIN unnest(${[...groupIds.keys()]}::uuid[], ${[...groupIds.values()]}::uuid[]) AS g(old, id) ON g.old = sg.sub_group_id`);
    await tx.query(sql`
      INSERT INTO session_order (session_id, after_id, provider_id, cohort_id, min_gap)
      SELECT s.id, a.id, o.provider_id, ${to}, o.min_gap
        FROM ${copied} AS s(old, id) JOIN session_order o ON o.session_id = s.old JOIN ${copied} AS a(old, id) ON a.old = o.after_id`);
    await tx.query(sql`
      INSERT INTO agenda_item (id, provider_id, cohort_id, session_id, position, title, kind, offset_minutes, duration)
      SELECT gen_random_uuid(), i.provider_id, ${to}, s.id, i.position, i.title, i.kind, i.offset_minutes, i.duration
        FROM ${copied} AS s(old, id) JOIN agenda_item i ON i.session_id = s.old`);
  }

  async move(tx: Tx, sessions: readonly PlacedSession[]): Promise<void> {
    const moments = sessions.map(momentsOf);
    await tx.query(sql`
      UPDATE session s SET starts_at = m.starts_at, ends_at = m.ends_at, version = s.version + 1
        FROM unnest(${sessions.map(({ id }) => id)}::uuid[], ${moments.map(({ startsAt }) => startsAt)}::timestamptz[],
                    ${moments.map(({ endsAt }) => endsAt)}::timestamptz[]) AS m(id, starts_at, ends_at)
       WHERE s.id = m.id`);
  }

  /** What has taken place stays as it was; everything ahead is called off, and what was put off, whatever day it was planned for. Answers that, with what it was before. */
  cancelAhead(tx: Tx, cohortId: string): Promise<{ id: string; title: string; status: SessionStatus }[]> {
    return tx.query(sql`
      WITH ahead AS (
        SELECT id, title, status FROM session s
         WHERE cohort_id = ${cohortId} AND status IN ('draft', 'released') AND (ends_at IS NULL OR ends_at > ${tx.clock.now()} OR ${isPutOff(cohortId)}) FOR NO KEY UPDATE
      )
      UPDATE session s SET status = 'cancelled', version = s.version + 1 FROM ahead WHERE s.id = ahead.id RETURNING s.id, s.title, ahead.status`);
  }

  async isPlannedFor(read: Reader, groupId: string): Promise<boolean> {
    return (await read.query(sql`SELECT 1 FROM session_group WHERE sub_group_id = ${groupId} LIMIT 1`)).length > 0;
  }
}

/** Is the session `s` put off, by what people of its cohort were told last? */
const isPutOff = (cohortId: string): Sql => sql`s.id IN (
  SELECT told.id
    FROM (SELECT sr.snapshot FROM schedule_release sr WHERE sr.cohort_id = ${cohortId} ORDER BY sr.number DESC LIMIT 1) sr
   CROSS JOIN jsonb_to_recordset(sr.snapshot -> 'sessions') AS told(id uuid, postponed boolean)
   WHERE told.postponed)`;

const momentsOf = ({ start, duration }: Pick<PlacedSession, 'start' | 'duration'>) => ({
  startsAt: start === null ? null : fromWall(start),
  endsAt: start === null ? null : fromWall(start + duration),
});
