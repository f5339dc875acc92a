import { Injectable } from '@nestjs/common';
import { reachOf, reachValues, within, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { found, must } from '@waymark/shared/kernel/refusal';
import { isLive } from '@waymark/cohorts/domain/enrolment-status';
import { evenSplit, groupNames, kindRefusals, splitRefusals, type SubGroupKind } from '@waymark/cohorts/domain/sub-group-split';
import { ClashCounts } from '@waymark/schedule/api/schedule/clash-counts.service';
import { lockCohort, type LockedCohort } from '../cohort-locks';
import { LIVE } from '../cohort-sql';
import { EnrolmentWriter } from '../enrolment-writer';
import type { EnrolmentView, SetGroups } from '../enrolments/enrolments.contract';
import { EnrolmentsQueries } from '../enrolments/enrolments.queries';
import { SubGroup } from './sub-group.entity';
import type { AddGroup, AssignGroup, ChangeGroup, GroupsView, SplitGroups } from './sub-groups.contract';

interface Row {
  id: string;
  providerId: string;
  cohortId: string;
  name: string;
  kind: SubGroupKind;
  version: number;
}

@Injectable()
export class SubGroupsService {
  constructor(
    private readonly db: Db,
    private readonly writer: EnrolmentWriter,
    private readonly enrolments: EnrolmentsQueries,
    private readonly counts: ClashCounts,
  ) {}

  list(actor: Actor, cohortId: string): Promise<GroupsView> {
    return this.db.reading(actor, async (read) => {
      const [seen] = await read.query(`SELECT 1 FROM cohort c WHERE c.id = $1 AND ${within('c.provider_id', 'c.id', 2)}`, [
        cohortId,
        ...reachValues(reachOf(actor, 'cohorts:read')),
      ]);
      found(seen);
      return this.view(read, cohortId);
    });
  }

  add(actor: Actor, cohortId: string, wish: AddGroup): Promise<GroupsView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, cohortId, 'enrolments:edit');
      await this.insert(tx, cohort, [wish.name], wish.kind);
      return this.view(tx, cohortId);
    });
  }

  change(actor: Actor, id: string, { name, kind, version }: ChangeGroup): Promise<GroupsView> {
    return this.db.tx(actor, async (tx) => {
      const group = await this.group(tx, id);
      await mustBeCurrent(tx, group, version, { name: group.name, kind: group.kind });
      must(kindRefusals(kind, await this.otherKinds(tx, id)));
      await tx.rows.update(SubGroup, { id }, { name, kind, version: version + 1 });
      await tx.record('group.changed', id, { name, kind }, group);
      if (kind !== group.kind) await this.counts.ask(tx, group.cohortId);
      return this.view(tx, group.cohortId);
    });
  }

  /** A group that no session is planned for goes, with who was in it. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const group = await this.group(tx, id);
      const [used] = await tx.query(`SELECT 1 FROM session_group WHERE sub_group_id = $1 LIMIT 1`, [id]);
      must(used ? [{ code: 'cohorts_group_in_use' }] : []);
      await tx.query(`DELETE FROM sub_group_member WHERE sub_group_id = $1`, [id]);
      await tx.rows.delete(SubGroup, { id });
      await tx.record('group.removed', id, { name: group.name }, group);
    });
  }

  assign(actor: Actor, cohortId: string, { enrolmentIds, groupId }: AssignGroup): Promise<GroupsView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, cohortId, 'enrolments:edit');
      const enrolments = await this.writer.lockEnrolments(tx, enrolmentIds, cohortId);
      must(enrolments.every(({ status }) => isLive(status)) ? [] : [{ code: 'cohorts_not_live' }]);
      const kind = groupId === null ? null : await this.kindOf(tx, cohortId, groupId);
      await this.takeOut(tx, enrolmentIds, kind);
      if (groupId !== null) await this.putIn(tx, cohort, new Map(enrolmentIds.map((id) => [id, groupId])));
      await tx.record(
        'group.assigned',
        groupId ?? cohortId,
        { groupId, people: enrolmentIds.length },
        { providerId: cohort.providerId, cohortId },
      );
      await this.counts.ask(tx, cohortId);
      return this.view(tx, cohortId);
    });
  }

  /** Guests come for their own sessions, so nobody with a place is dealt out to them; only they themselves are put into their group. */
  split(actor: Actor, cohortId: string, { kind, count }: SplitGroups): Promise<GroupsView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, cohortId, 'enrolments:edit');
      must(splitRefusals(kind));
      const known = await tx.query<{ id: string; name: string; kind: string }>(
        `SELECT id, name, kind FROM sub_group WHERE cohort_id = $1 ORDER BY position, id`,
        [cohortId],
      );
      const kept = known.filter((group) => group.kind === kind).slice(0, count);
      const names = groupNames(
        count - kept.length,
        known.map(({ name }) => name),
      );
      const groups = [...kept.map(({ id }) => id), ...(await this.insert(tx, cohort, names, kind))];
      const people = await tx.query<{ id: string; organisationId: string | null }>(
        `SELECT id, organisation_id AS "organisationId" FROM enrolment WHERE cohort_id = $1 AND status IN ${LIVE}
            AND NOT EXISTS (SELECT 1 FROM sub_group_member m JOIN sub_group g ON g.id = m.sub_group_id
                             WHERE m.enrolment_id = enrolment.id AND m.ends_on IS NULL AND g.kind = 'guests')
          ORDER BY id FOR NO KEY UPDATE`,
        [cohortId],
      );
      await this.takeOut(
        tx,
        people.map(({ id }) => id),
        kind,
      );
      await this.putIn(tx, cohort, evenSplit(people, groups));
      await tx.record('group.split', cohortId, { kind, count, people: people.length }, { providerId: cohort.providerId, cohortId });
      await this.counts.ask(tx, cohortId);
      return this.view(tx, cohortId);
    });
  }

  /** The groups one person is in, whatever they were before. */
  set(actor: Actor, enrolmentId: string, { groupIds, version }: SetGroups): Promise<EnrolmentView> {
    return this.db.tx(actor, async (tx) => {
      const cohortId = await this.writer.cohortOf(tx, enrolmentId);
      const cohort = await lockCohort(tx, cohortId, 'enrolments:edit');
      const [enrolment] = await this.writer.lockEnrolments(tx, [enrolmentId]);
      await mustBeCurrent(tx, enrolment!, version, {});
      must(isLive(enrolment!.status) ? [] : [{ code: 'cohorts_not_live' }]);
      for (const groupId of groupIds) await this.kindOf(tx, cohortId, groupId);
      await this.takeOut(tx, [enrolmentId], null);
      for (const groupId of groupIds) await this.putIn(tx, cohort, new Map([[enrolmentId, groupId]]));
      await tx.query(`UPDATE enrolment SET version = version + 1 WHERE id = $1`, [enrolmentId]);
      await tx.record(
        'enrolment.groupsChanged',
        enrolmentId,
        { personId: enrolment!.personId, groupIds },
        { providerId: cohort.providerId, cohortId },
      );
      await this.counts.ask(tx, cohortId);
      return this.enrolments.view(tx, actor, enrolmentId);
    });
  }

  private async group(tx: Tx, id: string): Promise<Row> {
    const [row] = await tx.query<Row>(
      `SELECT g.id, g.provider_id AS "providerId", g.cohort_id AS "cohortId", g.name, g.kind, g.version FROM sub_group g
        WHERE g.id = $1 AND ${within('g.provider_id', 'g.cohort_id', 2)} FOR UPDATE`,
      [id, ...reachValues(reachOf(tx.actor, 'enrolments:edit'))],
    );
    return found(row);
  }

  private async kindOf(tx: Tx, cohortId: string, groupId: string): Promise<SubGroupKind> {
    const [group] = await tx.query<{ kind: SubGroupKind }>(`SELECT kind FROM sub_group WHERE id = $1 AND cohort_id = $2`, [
      groupId,
      cohortId,
    ]);
    must(group ? [] : [{ code: 'cohorts_group_not_here', pointer: '/groupId' }]);
    return group!.kind;
  }

  /** The kinds of the other groups that people of this one are in. */
  private async otherKinds(tx: Tx, id: string): Promise<SubGroupKind[]> {
    const rows = await tx.query<{ kind: SubGroupKind }>(
      `SELECT DISTINCT g.kind FROM sub_group_member m JOIN sub_group_member o ON o.enrolment_id = m.enrolment_id AND o.sub_group_id <> m.sub_group_id AND o.ends_on IS NULL
         JOIN sub_group g ON g.id = o.sub_group_id
        WHERE m.sub_group_id = $1 AND m.ends_on IS NULL`,
      [id],
    );
    return rows.map(({ kind }) => kind);
  }

  private async insert(tx: Tx, cohort: LockedCohort, names: readonly string[], kind: SubGroupKind): Promise<string[]> {
    if (names.length === 0) return [];
    const [last] = await tx.query<{ position: number }>(
      `SELECT coalesce(max(position), 0)::int AS position FROM sub_group WHERE cohort_id = $1`,
      [cohort.id],
    );
    const rows = names.map((name, index) => ({
      id: newId(),
      providerId: cohort.providerId,
      cohortId: cohort.id,
      name,
      kind,
      position: last!.position + index + 1,
      version: 1,
    }));
    await tx.rows.insert(SubGroup, rows);
    for (const { id, name } of rows)
      await tx.record('group.added', id, { name, kind }, { providerId: cohort.providerId, cohortId: cohort.id });
    return rows.map(({ id }) => id);
  }

  /** Out of every group, or of every group of one kind: nobody is in two learning sets. */
  private async takeOut(tx: Tx, enrolmentIds: readonly string[], kind: SubGroupKind | null): Promise<void> {
    await tx.query(
      `DELETE FROM sub_group_member m USING sub_group g WHERE g.id = m.sub_group_id AND m.enrolment_id = ANY ($1::uuid[]) AND ($2::text IS NULL OR g.kind = $2)`,
      [enrolmentIds, kind],
    );
  }

  private async putIn(tx: Tx, cohort: LockedCohort, groupOf: ReadonlyMap<string, string>): Promise<void> {
    await tx.query(
      `INSERT INTO sub_group_member (sub_group_id, enrolment_id, provider_id, cohort_id, starts_on)
       SELECT sub_group_id, enrolment_id, $3, $4, $5 FROM unnest($1::uuid[], $2::uuid[]) AS made(sub_group_id, enrolment_id)`,
      [[...groupOf.values()], [...groupOf.keys()], cohort.providerId, cohort.id, tx.clock.today()],
    );
  }

  private async view(read: Reader, cohortId: string): Promise<GroupsView> {
    const items = await read.query<GroupsView['items'][number]>(
      `SELECT g.id, g.name, g.kind, g.position, g.version,
              (SELECT count(*)::int FROM sub_group_member m WHERE m.sub_group_id = g.id AND m.ends_on IS NULL) AS count
         FROM sub_group g WHERE g.cohort_id = $1 ORDER BY g.position, g.name`,
      [cohortId],
    );
    return { items, next: null };
  }
}
