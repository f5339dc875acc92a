import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { mayAt } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { Missing, must } from '@waymark/shared/kernel/refusal';
import { statusRefusals, type StatusWish } from '@waymark/cohorts/domain/enrolment-status';
import { CohortFollowers } from '../cohort-followers';
import { lockCohort, lockCohorts, type LockedCohort } from '../cohort-locks';
import { heldIn } from '../cohort-sql';
import { EnrolmentWriter, type LockedEnrolment } from '../enrolment-writer';
import { Enrolment } from './enrolment.entity';
import type {
  AddedEnrolments,
  AddEnrolments,
  ChangeStatus,
  EnrolmentsFileAsked,
  ChangeStatuses,
  Defer,
  EnrolmentView,
  SetNeeds,
  Substitute,
  Transfer,
} from './enrolments.contract';
import { EnrolmentsQueries } from './enrolments.queries';
import { SubGroupsQueries } from '../sub-groups/sub-groups.queries';

@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly db: Db,
    private readonly queries: EnrolmentsQueries,
    private readonly writer: EnrolmentWriter,
    private readonly groups: SubGroupsQueries,
    private readonly followers: CohortFollowers,
  ) {}

  /** The list as a file: who takes it away is in the audit log before it leaves. */
  async file(actor: Actor, cohortId: string, asked: EnrolmentsFileAsked): Promise<string> {
    const { text, people, providerId } = await this.queries.file(actor, cohortId, asked);
    await this.db.tx(actor, (tx) => tx.record('cohort.exported', actor.sessionId, { people }, { providerId, cohortId }));
    return text;
  }

  /** Gives places to all of these people, or to none. */
  add(actor: Actor, cohortId: string, { personIds, placeType }: AddEnrolments): Promise<AddedEnrolments> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, cohortId, 'enrolments:edit');
      const added = await this.writer.enrol(tx, cohort, personIds, { source: 'direct', placeType });
      return { added, held: await heldIn(tx, cohortId), capacity: cohort.capacity };
    });
  }

  setStatus(actor: Actor, id: string, { version, ...wish }: ChangeStatus): Promise<EnrolmentView> {
    return this.db.tx(actor, async (tx) => {
      const { enrolment } = await this.lockWith(tx, id, version);
      await this.change(tx, [enrolment], wishOf(wish));
      return this.queries.view(tx, actor, id);
    });
  }

  /** The same change for many, all or none. */
  setStatuses(actor: Actor, cohortId: string, { ids, ...wish }: ChangeStatuses): Promise<{ changed: number }> {
    return this.db.tx(actor, async (tx) => {
      await lockCohort(tx, cohortId, 'enrolments:edit');
      const enrolments = await this.writer.lockEnrolments(tx, ids, cohortId);
      await this.change(tx, enrolments, wishOf(wish));
      return { changed: enrolments.length };
    });
  }

  /** Somebody else takes the place, with its kind and its groups: one place counted before and after. */
  substitute(actor: Actor, id: string, { personId, version, ...wish }: Substitute): Promise<EnrolmentView> {
    return this.db.tx(actor, async (tx) => {
      const { cohort, enrolment } = await this.lockWith(tx, id, version);
      const change = wishOf({ ...wish, to: 'substituted' });
      must(statusRefusals(enrolment, change, tx.clock.today(), true));
      const groupIds = await this.groups.groupsOf(tx, id);
      await this.writer.move(tx, [enrolment], change);
      const [made] = await this.writer.enrol(
        tx,
        cohort,
        [personId],
        { source: 'substitution', placeType: enrolment.placeType, substitutedForId: id },
        '/personId',
      );
      const joining = groupIds.map((groupId) => ({ enrolmentId: made!.id, groupId }));
      await this.groups.regroup(tx, cohort, [made!.id], null, joining);
      await this.followers.each('peopleChanged', tx, cohort.id);
      return this.queries.view(tx, actor, made!.id);
    });
  }

  /** Puts somebody off to another cohort of the programme, also when they were put off before without one. Answers the new enrolment. */
  defer(actor: Actor, id: string, wish: Defer): Promise<EnrolmentView> {
    return this.continueIn(actor, id, wish, 'deferral');
  }

  /** Moves somebody to another cohort of the provider at once, of this programme or another. Answers the new enrolment. */
  transfer(actor: Actor, id: string, wish: Transfer): Promise<EnrolmentView> {
    return this.continueIn(actor, id, wish, 'transfer');
  }

  /** What somebody needs on the day, in the words of the rooms. Only for those who may see needs at all. */
  setNeeds(actor: Actor, id: string, { accessNeeds, version }: SetNeeds): Promise<EnrolmentView> {
    return this.db.tx(actor, async (tx) => {
      const { enrolment } = await this.lockWith(tx, id, version);
      if (!mayAt(actor, 'needs:read', enrolment)) throw new Missing();
      await tx.rows.update(Enrolment, { id }, { accessNeeds: [...new Set(accessNeeds)], version: version + 1 });
      // Needs are nobody's news: the log says that they changed, not to what.
      await tx.record('enrolment.needsChanged', id, { personId: enrolment.personId }, enrolment);
      await this.followers.each('peopleChanged', tx, enrolment.cohortId);
      return this.queries.view(tx, actor, id);
    });
  }

  private async continueIn(
    actor: Actor,
    id: string,
    { cohortId, version, ...rest }: Defer | Transfer,
    source: 'deferral' | 'transfer',
  ): Promise<EnrolmentView> {
    return this.db.tx(actor, async (tx) => {
      const from = await this.writer.cohortOf(tx, id);
      const target = await lockCohorts(tx, [from, cohortId], 'enrolments:edit').catch((error: unknown) => {
        if (error instanceof Missing) throw Malformed.at('/cohortId', 'Choose a cohort');
        throw error;
      });
      const enrolment = await this.current(tx, id, version);
      const [here, there] = [target.get(from)!, target.get(cohortId)!];
      if (from === cohortId) must([{ code: 'cohorts_same_cohort', pointer: '/cohortId' }]);
      if (here.providerId !== there.providerId) throw Malformed.at('/cohortId', 'Choose a cohort');
      if (source === 'deferral' && here.programmeId !== there.programmeId)
        must([{ code: 'cohorts_other_programme', pointer: '/cohortId' }]);
      await this.leave(tx, enrolment, wishOf({ ...rest, to: source === 'deferral' ? 'deferred' : 'transferred' }));
      const origin = { source, placeType: enrolment.placeType, continuedFromId: id, accessNeeds: enrolment.accessNeeds };
      const [made] = await this.writer.enrol(tx, there, [enrolment.personId], origin, '/cohortId');
      return this.queries.view(tx, actor, made!.id);
    });
  }

  /** Somebody who was put off already only needs the cohort they come back in. */
  private async leave(tx: Tx, enrolment: LockedEnrolment, wish: StatusWish): Promise<void> {
    if (enrolment.status === 'deferred' && wish.to === 'deferred') {
      must((await this.queries.isContinued(tx, enrolment.id)) ? [{ code: 'cohorts_already_continued' }] : []);
      return;
    }
    must(statusRefusals(enrolment, wish, tx.clock.today(), true));
    await this.writer.move(tx, [enrolment], wish);
  }

  private async change(tx: Tx, enrolments: readonly LockedEnrolment[], wish: StatusWish): Promise<void> {
    const refusals = enrolments.flatMap((enrolment) => statusRefusals(enrolment, wish, tx.clock.today()));
    // Ten people refused for one reason are told it once.
    must([...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values()]);
    await this.writer.move(tx, enrolments, wish);
  }

  private async current(tx: Tx, id: string, version: number): Promise<LockedEnrolment> {
    const [enrolment] = await this.writer.lockEnrolments(tx, [id]);
    await mustBeCurrent(tx, enrolment!, version, { status: enrolment!.status });
    return enrolment!;
  }

  private async lockWith(tx: Tx, id: string, version: number): Promise<{ cohort: LockedCohort; enrolment: LockedEnrolment }> {
    const cohortId = await this.writer.cohortOf(tx, id);
    const cohort = await lockCohort(tx, cohortId, 'enrolments:edit');
    return { cohort, enrolment: await this.current(tx, id, version) };
  }
}

const wishOf = ({
  to,
  reasonCode,
  note,
}: {
  to: StatusWish['to'];
  reasonCode?: StatusWish['reasonCode'] | undefined;
  note?: string | undefined;
}): StatusWish => ({
  to,
  reasonCode: reasonCode ?? null,
  note: note || null,
});
