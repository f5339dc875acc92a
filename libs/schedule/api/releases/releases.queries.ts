import { Injectable } from '@nestjs/common';
import type { Reach } from '@waymark/shared/api/actor';
import type { Reader } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { canSignIn } from '@waymark/identity/api/accounts.sql';
import { found } from '@waymark/shared/kernel/refusal';
import type { Snapshot } from '@waymark/schedule/domain/release';
import { TAKES_PART } from '../schedule/schedule.sql';
import type { ReleaseView } from './releases.contract';

@Injectable()
export class ReleasesQueries {
  /** Newest first: all of a cohort, or the one named. */
  list(read: Reader, cohortId: string, id: string | null = null): Promise<ReleaseView[]> {
    return read.query(
      sql`SELECT sr.id, sr.number, to_char(sr.released_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
                 coalesce(${nameOf('p')}, '') AS by, sr.note,
                 jsonb_array_length(sr.snapshot->'sessions') AS sessions, jsonb_array_length(sr.changes) AS changes,
                 jsonb_array_length(sr.affected->'participantIds') AS participants, jsonb_array_length(sr.affected->'facilitatorIds') AS facilitators
            FROM schedule_release sr LEFT JOIN person p ON p.id = sr.released_by
           WHERE sr.cohort_id = ${cohortId} ${sql.when(id, (id) => sql`AND sr.id = ${id}`)} ORDER BY sr.number DESC`,
    );
  }

  async mustReach(read: Reader, cohortId: string, reach: Reach): Promise<void> {
    found((await read.query(sql`SELECT 1 FROM cohort c WHERE c.id = ${cohortId} AND ${within(reach, 'c.provider_id', 'c.id')}`))[0]);
  }

  async one(read: Reader, id: string, reach: Reach): Promise<{ cohortId: string; number: number; snapshot: Snapshot }> {
    const [row] = await read.query<{ cohortId: string; number: number; snapshot: Snapshot }>(
      sql`SELECT sr.cohort_id AS "cohortId", sr.number, sr.snapshot FROM schedule_release sr
           WHERE sr.id = ${id} AND ${within(reach, 'sr.provider_id', 'sr.cohort_id')}`,
    );
    return found(row);
  }

  async snapshot(read: Reader, cohortId: string, number: number): Promise<Snapshot | undefined> {
    const [row] = await read.query<{ snapshot: Snapshot }>(
      sql`SELECT snapshot FROM schedule_release WHERE cohort_id = ${cohortId} AND number = ${number}`,
    );
    return row?.snapshot;
  }

  /** Everybody who takes part or took part, and the groups they are in, or were when a release was made. */
  people(read: Reader, cohortId: string, releasedAt: string): Promise<{ id: string; groupIds: string[] }[]> {
    return read.query(
      sql`SELECT e.id, ARRAY(SELECT m.sub_group_id FROM sub_group_member m
                             WHERE m.enrolment_id = e.id AND (m.ends_on IS NULL OR m.ends_on >= (${releasedAt}::timestamptz AT TIME ZONE 'Europe/London')::date)) AS "groupIds" FROM enrolment e
           WHERE e.cohort_id = ${cohortId} AND e.status IN ${TAKES_PART}`,
    );
  }

  /** Which of these enrolments and facilitators belong to somebody who has an account. */
  async signingIn(read: Reader, enrolmentIds: readonly string[], facilitatorIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await read.query<{ id: string }>(sql`
      SELECT e.id FROM enrolment e WHERE e.id = ANY (${enrolmentIds}::uuid[]) AND ${canSignIn('e.person_id')}
      UNION ALL
      SELECT f.id FROM facilitator f WHERE f.id = ANY (${facilitatorIds}::uuid[]) AND ${canSignIn('f.person_id')}`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Whom of the facilitators a release concerns: by this row they see it. */
  async concernFacilitators(
    tx: Tx,
    {
      releaseId,
      cohort,
      facilitatorIds,
    }: { releaseId: string; cohort: { id: string; providerId: string }; facilitatorIds: readonly string[] },
  ): Promise<void> {
    await tx.query(sql`
      INSERT INTO schedule_release_facilitator (release_id, facilitator_id, provider_id, cohort_id)
      SELECT ${releaseId}::uuid, concerned, ${cohort.providerId}::uuid, ${cohort.id}::uuid FROM unnest(${facilitatorIds}::uuid[]) concerned`);
  }

  /** Sessions that people are told of are no longer a draft; those that changed get the next number that calendars go by. */
  async markReleased(tx: Tx, { snapshot, raised }: { snapshot: Snapshot; raised: readonly string[] }): Promise<void> {
    const ids = snapshot.sessions.map(({ id }) => id);
    await tx.query(sql`UPDATE session SET status = 'released' WHERE id = ANY(${ids}::uuid[]) AND status = 'draft'`);
    await tx.query(sql`UPDATE session SET ics_sequence = ics_sequence + 1 WHERE id = ANY(${raised}::uuid[])`);
  }
}
