import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must, Refused } from '@waymark/shared/kernel/refusal';
import { isLive } from '@waymark/cohorts/domain/enrolment-status';
import { evenSplit, groupNames, kindRefusals, splitRefusals, type SubGroupKind } from '@waymark/cohorts/domain/sub-group-split';
import { CohortFollowers } from '../cohort-followers';
import { lockCohort, type LockedCohort } from '../cohort-locks';
import { EnrolmentWriter } from '../enrolment-writer';
import type { EnrolmentView, SetGroups } from '../enrolments/enrolments.contract';
import { EnrolmentsQueries } from '../enrolments/enrolments.queries';
import { SubGroup } from './sub-group.entity';
import type { AddGroup, AssignGroup, ChangeGroup, GroupsView, SplitGroups } from './sub-groups.contract';
import { SubGroupsQueries } from './sub-groups.queries';

@Injectable()
export class SubGroupsService {
  constructor(
    private readonly db: Db,
    private readonly queries: SubGroupsQueries,
    private readonly writer: EnrolmentWriter,
    private readonly enrolments: EnrolmentsQueries,
    private readonly followers: CohortFollowers,
  ) {}

  add(actor: Actor, cohortId: string, wish: AddGroup): Promise<GroupsView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, cohortId, 'enrolments:edit');
      await this.insert(tx, cohort, [wish.name], wish.kind);
      return this.queries.view(tx, cohortId);
    });
  }

  change(actor: Actor, id: string, { name, kind, version }: ChangeGroup): Promise<GroupsView> {
    return this.db.tx(actor, async (tx) => {
      const group = await this.queries.forEdit(tx, id);
      await mustBeCurrent(tx, group, version, { name: group.name, kind: group.kind });
      must(kindRefusals(kind, await this.queries.otherKinds(tx, id)));
      await tx.rows.update(SubGroup, { id }, { name, kind, version: version + 1 });
      await tx.record('group.changed', id, { name, kind }, group);
      if (kind !== group.kind) await this.followers.each('peopleChanged', tx, group.cohortId);
      return this.queries.view(tx, group.cohortId);
    });
  }

  /** A group that nothing is planned for goes, and nobody is in it any more. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const { cohortId } = await this.queries.forEdit(tx, id);
      await lockCohort(tx, cohortId, 'enrolments:edit');
      const group = await this.queries.forEdit(tx, id);
      must((await this.followers.each('groupRefusals', tx, id)).flat());
      await this.queries.remove(tx, id);
      await tx.record('group.removed', id, { name: group.name }, group);
      await this.followers.each('peopleChanged', tx, cohortId);
    });
  }

  assign(actor: Actor, cohortId: string, { enrolmentIds, groupId }: AssignGroup): Promise<GroupsView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, cohortId, 'enrolments:edit');
      const enrolments = await this.writer.lockEnrolments(tx, enrolmentIds, cohortId);
      must(enrolments.every(({ status }) => isLive(status)) ? [] : [{ code: 'cohorts_not_live' }]);
      const kind = groupId === null ? null : await this.kindOf(tx, cohortId, groupId);
      const joining = groupId === null ? [] : enrolmentIds.map((enrolmentId) => ({ enrolmentId, groupId }));
      await this.queries.regroup(tx, cohort, enrolmentIds, kind, joining);
      await tx.record(
        'group.assigned',
        groupId ?? cohortId,
        { groupId, people: enrolmentIds.length },
        { providerId: cohort.providerId, cohortId },
      );
      await this.followers.each('peopleChanged', tx, cohortId);
      return this.queries.view(tx, cohortId);
    });
  }

  /** Guests come for their own sessions, so nobody with a place is dealt out to them; only they themselves are put into their group. */
  split(actor: Actor, cohortId: string, { kind, count }: SplitGroups): Promise<GroupsView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, cohortId, 'enrolments:edit');
      must(splitRefusals(kind));
      const known = await this.queries.inOrder(tx, cohortId);
      const kept = known.filter((group) => group.kind === kind).slice(0, count);
      const names = groupNames(
        count - kept.length,
        known.map(({ name }) => name),
      );
      const groups = [...kept.map(({ id }) => id), ...(await this.insert(tx, cohort, names, kind))];
      const people = await this.queries.peopleToSplit(tx, cohortId);
      const joining = [...evenSplit(people, groups)].map(([enrolmentId, groupId]) => ({ enrolmentId, groupId }));
      const ids = people.map(({ id }) => id);
      await this.queries.regroup(tx, cohort, ids, kind, joining);
      await tx.record('group.split', cohortId, { kind, count, people: people.length }, { providerId: cohort.providerId, cohortId });
      await this.followers.each('peopleChanged', tx, cohortId);
      return this.queries.view(tx, cohortId);
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
      const joining = groupIds.map((groupId) => ({ enrolmentId, groupId }));
      await this.queries.regroup(tx, cohort, [enrolmentId], null, joining);
      await this.queries.touchEnrolment(tx, enrolmentId);
      await tx.record(
        'enrolment.groupsChanged',
        enrolmentId,
        { personId: enrolment!.personId, groupIds },
        { providerId: cohort.providerId, cohortId },
      );
      await this.followers.each('peopleChanged', tx, cohortId);
      return this.enrolments.view(tx, actor, enrolmentId);
    });
  }

  private async kindOf(tx: Tx, cohortId: string, groupId: string): Promise<SubGroupKind> {
    const kind = await this.queries.kindOf(tx, cohortId, groupId);
    if (!kind) throw new Refused([{ code: 'cohorts_group_not_here', pointer: '/groupId' }]);
    return kind;
  }

  private async insert(tx: Tx, cohort: LockedCohort, names: readonly string[], kind: SubGroupKind): Promise<string[]> {
    if (names.length === 0) return [];
    const last = await this.queries.lastPosition(tx, cohort.id);
    const rows = names.map((name, index) => ({
      id: newId(),
      providerId: cohort.providerId,
      cohortId: cohort.id,
      name,
      kind,
      position: last + index + 1,
      version: 1,
    }));
    await tx.rows.insert(SubGroup, rows);
    for (const { id, name } of rows)
      await tx.record('group.added', id, { name, kind }, { providerId: cohort.providerId, cohortId: cohort.id });
    return rows.map(({ id }) => id);
  }
}
