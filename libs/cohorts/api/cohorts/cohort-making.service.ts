import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import { wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';
import { calendarRefusals, draftCohort, draftRefusals, type CohortDraft, type FullTemplate } from '@waymark/cohorts/domain/cohort-draft';
import { keepScope } from '@waymark/identity/api/scopes';
import { freeCode } from '@waymark/cohorts/domain/cohort-plan';
import { groupNames, type SubGroupKind } from '@waymark/cohorts/domain/sub-group-split';
import { Cohort, CohortStageChange } from './cohort.entity';
import { CohortMakingQueries, type Basis } from './cohort-making.queries';
import type { CohortPreview, CohortView, MakeCohort } from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';
import { CohortFollowers } from '../cohort-followers';
import { SubGroup } from '../sub-groups/sub-group.entity';

@Injectable()
export class CohortMakingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly basis: CohortMakingQueries,
    private readonly cohorts: CohortsQueries,
    private readonly followers: CohortFollowers,
  ) {}

  /** Says what would be made, and makes nothing. */
  preview(actor: Actor, wish: MakeCohort): Promise<CohortPreview> {
    return this.db.tx(actor, async (tx) => {
      const { groups, draft } = this.draft(wish, await this.basis.basis(tx, actor, wish));
      const code = freeCode(draft.code, await this.basis.codesLike(tx, wish.providerId, draft.code));
      return {
        ...draft,
        code,
        sessions: draft.sessions.map(({ template, date, group }) => ({
          title: template.title,
          kind: template.kind,
          date,
          startsAt: date && template.startsAt,
          endsAt: date && wallTime(wallMinute(date, template.startsAt!) + template.duration),
          group: group === null ? null : groups[group]!,
        })),
      };
    });
  }

  /** Makes the cohort, its groups and what follows from the draft, all or nothing. */
  make(actor: Actor, wish: MakeCohort): Promise<CohortView> {
    return this.db.tx(actor, async (tx) => {
      const basis = await this.basis.basis(tx, actor, wish);
      const { groups, draft } = this.draft(wish, basis);
      const id = newId();
      await this.insertCohort(tx, { id, wish, basis, draft });
      const groupIds = await this.insertGroups(tx, {
        id,
        providerId: wish.providerId,
        names: groups,
        kind: wish.groups?.kind ?? 'learning_set',
      });
      await this.followers.each('made', tx, { id, providerId: wish.providerId }, draft, groupIds);
      await tx.record(
        'cohort.made',
        id,
        { blueprintId: wish.blueprintId, sessions: draft.sessions.length },
        { providerId: wish.providerId, cohortId: id },
      );
      return this.cohorts.view(tx, actor, id);
    });
  }

  private draft(wish: MakeCohort, basis: Basis): { groups: string[]; draft: CohortDraft<FullTemplate> } {
    if (wish.minViable > wish.capacity)
      throw Malformed.at('/minViable', 'The minimum number of people must be no more than the number of places');
    const groups = groupNames(wish.groups?.count ?? 0);
    const { programme, templates, holidays, titles } = basis;
    must(draftRefusals(templates, groups.length));
    const draft = draftCohort(
      {
        programme,
        templates,
        groups,
        place: wish.place,
        name: wish.name ?? null,
        startsOn: wish.startsOn,
        goDecisionOn: wish.goDecisionOn ?? null,
        holidays,
      },
      (day) => titles.get(day),
      this.clock.today(),
    );
    must(calendarRefusals([draft.startsOn, draft.endsOn, draft.goDecisionOn, ...draft.keyDates.map(({ day }) => day)]));
    return { groups, draft };
  }

  private async insertCohort(
    tx: Tx,
    { id, wish, basis, draft }: { id: string; wish: MakeCohort; basis: Basis; draft: CohortDraft<FullTemplate> },
  ): Promise<void> {
    await keepScope(tx, { kind: 'cohort', id, providerId: wish.providerId, name: draft.name });
    await tx.rows.insert(Cohort, {
      id,
      providerId: wish.providerId,
      programmeId: wish.programmeId,
      blueprintId: wish.blueprintId,
      code: freeCode(draft.code, await this.basis.codesLike(tx, wish.providerId, draft.code)),
      name: draft.name,
      place: wish.place,
      nation: basis.nation,
      venueId: wish.venueId ?? null,
      leadId: wish.leadId ?? null,
      startsOn: draft.startsOn,
      endsOn: draft.endsOn,
      capacity: wish.capacity,
      minViable: wish.minViable,
      goDecisionOn: draft.goDecisionOn,
      zone: 'Europe/London',
      stage: 'planning',
      version: 1,
    });
    await this.startHistory(tx, { id, providerId: wish.providerId });
  }

  async startHistory(tx: Tx, { id, providerId }: { id: string; providerId: string }): Promise<void> {
    const change = { id: newId(), providerId, cohortId: id, fromStage: null, toStage: 'planning' as const, reason: null };
    await tx.rows.insert(CohortStageChange, { ...change, actorId: tx.actor.personId, at: tx.clock.now() });
  }

  private async insertGroups(
    tx: Tx,
    { id, providerId, names, kind }: { id: string; providerId: string; names: string[]; kind: SubGroupKind },
  ): Promise<string[]> {
    const rows = names.map((name, index) => ({ id: newId(), providerId, cohortId: id, name, kind, position: index + 1, version: 1 }));
    if (rows.length > 0) await tx.rows.insert(SubGroup, rows);
    return rows.map((row) => row.id);
  }
}
