import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { addDays } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import { found } from '@waymark/shared/kernel/refusal';
import type { SubGroupKind } from '@waymark/cohorts/domain/sub-group-split';
import type { LockedCohort } from '../cohort-locks';
import { LIVE } from '../cohort-sql';
import type { GroupsView } from './sub-groups.contract';

interface LockedGroup {
  id: string;
  providerId: string;
  cohortId: string;
  name: string;
  kind: SubGroupKind;
  version: number;
}

@Injectable()
export class SubGroupsQueries {
  constructor(private readonly db: Db) {}

  list(actor: Actor, cohortId: string): Promise<GroupsView> {
    return this.db.reading(actor, async (read) => {
      const reach = reachOf(actor, 'cohorts:read');
      found((await read.query(sql`SELECT 1 FROM cohort c WHERE c.id = ${cohortId} AND ${within(reach, 'c.provider_id', 'c.id')}`))[0]);
      return this.view(read, cohortId);
    });
  }

  async view(read: Reader, cohortId: string): Promise<GroupsView> {
    const items = await read.query<GroupsView['items'][number]>(
      sql`SELECT g.id, g.name, g.kind, g.position, g.version,
                 (SELECT count(*)::int FROM sub_group_member m WHERE m.sub_group_id = g.id AND m.ends_on IS NULL) AS count
            FROM sub_group g WHERE g.cohort_id = ${cohortId} AND g.removed_on IS NULL ORDER BY g.position, g.name`,
    );
    return { items, next: null };
  }

  /** Locks a group that the actor may change. */
  async forEdit(tx: Tx, id: string): Promise<LockedGroup> {
    const [row] = await tx.query<LockedGroup>(
      sql`SELECT g.id, g.provider_id AS "providerId", g.cohort_id AS "cohortId", g.name, g.kind, g.version FROM sub_group g
           WHERE g.id = ${id} AND g.removed_on IS NULL AND ${within(reachOf(tx.actor, 'enrolments:edit'), 'g.provider_id', 'g.cohort_id')} FOR UPDATE`,
    );
    return found(row);
  }

  /** In their order. */
  inOrder(read: Reader, cohortId: string): Promise<{ id: string; name: string; kind: SubGroupKind }[]> {
    return read.query(sql`SELECT id, name, kind FROM sub_group WHERE cohort_id = ${cohortId} AND removed_on IS NULL ORDER BY position, id`);
  }

  /** Of what kind a group of this cohort is, if it is one. */
  async kindOf(read: Reader, cohortId: string, groupId: string): Promise<SubGroupKind | undefined> {
    const [group] = await read.query<{ kind: SubGroupKind }>(
      sql`SELECT kind FROM sub_group WHERE id = ${groupId} AND cohort_id = ${cohortId} AND removed_on IS NULL`,
    );
    return group?.kind;
  }

  /** The kinds of the other groups that people of this one are in. */
  async otherKinds(read: Reader, id: string): Promise<SubGroupKind[]> {
    const rows = await read.query<{ kind: SubGroupKind }>(
      sql`SELECT DISTINCT g.kind
            FROM sub_group_member m
            JOIN sub_group_member o ON o.enrolment_id = m.enrolment_id AND o.sub_group_id <> m.sub_group_id AND o.ends_on IS NULL
            JOIN sub_group g ON g.id = o.sub_group_id
           WHERE m.sub_group_id = ${id} AND m.ends_on IS NULL`,
    );
    return rows.map(({ kind }) => kind);
  }

  async lastPosition(read: Reader, cohortId: string): Promise<number> {
    const [last] = await read.query<{ position: number }>(
      sql`SELECT coalesce(max(position), 0)::int AS position FROM sub_group WHERE cohort_id = ${cohortId}`,
    );
    return last!.position;
  }

  /** Locks everybody with a place who is no guest: they are dealt out to groups. */
  peopleToSplit(tx: Tx, cohortId: string): Promise<{ id: string; organisationId: string | null }[]> {
    return tx.query(
      sql`SELECT e.id, e.organisation_id AS "organisationId" FROM enrolment e
           WHERE e.cohort_id = ${cohortId} AND e.status IN ${LIVE}
             AND NOT EXISTS (SELECT 1 FROM sub_group_member m JOIN sub_group g ON g.id = m.sub_group_id
                              WHERE m.enrolment_id = e.id AND m.ends_on IS NULL AND g.kind = 'guests')
           ORDER BY e.id FOR NO KEY UPDATE`,
    );
  }

  /** The groups that somebody is in. */
  async groupsOf(read: Reader, enrolmentId: string): Promise<string[]> {
    const rows = await read.query<{ id: string }>(
      sql`SELECT sub_group_id AS id FROM sub_group_member WHERE enrolment_id = ${enrolmentId} AND ends_on IS NULL`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Enrolments, and the group that each joins: out of every other group, or of every other one of a kind, as nobody is in two learning sets. Who
   * leaves was in the old group until yesterday, and is in the new one from today; who is there already stays.
   */
  async regroup(
    tx: Tx,
    cohort: LockedCohort,
    enrolmentIds: readonly string[],
    kind: SubGroupKind | null,
    joining: readonly { enrolmentId: string; groupId: string }[],
  ): Promise<void> {
    const [groupIds, whose] = [joining.map(({ groupId }) => groupId), joining.map(({ enrolmentId }) => enrolmentId)];
    await tx.query(
      sql`UPDATE sub_group_member m SET ends_on = greatest(m.starts_on, ${addDays(tx.clock.today(), -1)}::date) FROM sub_group g
           WHERE g.id = m.sub_group_id AND m.enrolment_id = ANY (${enrolmentIds}::uuid[]) AND m.ends_on IS NULL
             AND NOT EXISTS (SELECT 1 FROM unnest(${groupIds}::uuid[], ${whose}::uuid[]) AS j(sub_group_id, enrolment_id)
                              WHERE j.sub_group_id = m.sub_group_id AND j.enrolment_id = m.enrolment_id)
             ${sql.when(kind, (kind) => sql`AND g.kind = ${kind}`)}`,
    );
    if (joining.length === 0) return;
    // Back on the day they came: the row of that day goes on.
    await tx.query(
      sql`INSERT INTO sub_group_member (sub_group_id, enrolment_id, provider_id, cohort_id, starts_on)
          SELECT DISTINCT j.sub_group_id, j.enrolment_id, ${cohort.providerId}::uuid, ${cohort.id}::uuid, ${tx.clock.today()}::date
            FROM unnest(${groupIds}::uuid[], ${whose}::uuid[]) AS j(sub_group_id, enrolment_id)
           WHERE NOT EXISTS (SELECT 1 FROM sub_group_member m
                              WHERE m.sub_group_id = j.sub_group_id AND m.enrolment_id = j.enrolment_id AND m.ends_on IS NULL)
          ON CONFLICT (sub_group_id, enrolment_id, starts_on) DO UPDATE SET ends_on = NULL`,
    );
  }

  /** Takes a group away from the cohort. One that somebody was in stays for their history. */
  async remove(tx: Tx, id: string): Promise<void> {
    const today = tx.clock.today();
    await tx.query(
      sql`UPDATE sub_group_member SET ends_on = greatest(starts_on, ${addDays(today, -1)}::date) WHERE sub_group_id = ${id} AND ends_on IS NULL`,
    );
    await tx.query(
      sql`UPDATE sub_group SET removed_on = ${today}, version = version + 1
           WHERE id = ${id} AND EXISTS (SELECT 1 FROM sub_group_member m WHERE m.sub_group_id = ${id})`,
    );
    await tx.query(sql`DELETE FROM sub_group WHERE id = ${id} AND removed_on IS NULL`);
  }

  /** Whoever edits the enrolment meanwhile has not seen its groups. */
  async touchEnrolment(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`UPDATE enrolment SET version = version + 1 WHERE id = ${id}`);
  }

  /** The same groups, without anybody in them, on another cohort. Each old group's id, with that of its copy. */
  async copy(tx: Tx, from: string, to: string): Promise<Map<string, string>> {
    const groups = await tx.query<{ id: string }>(sql`SELECT id FROM sub_group WHERE cohort_id = ${from} AND removed_on IS NULL`);
    const copies = new Map(groups.map(({ id }) => [id, newId()]));
    await tx.query(
      sql`INSERT INTO sub_group (id, provider_id, cohort_id, name, kind, position)
          SELECT m.id, g.provider_id, ${to}, g.name, g.kind, g.position
            FROM unnest(${[...copies.keys()]}::uuid[], ${[...copies.values()]}::uuid[]) AS m(old, id) JOIN sub_group g ON g.id = m.old`,
    );
    return copies;
  }
}
