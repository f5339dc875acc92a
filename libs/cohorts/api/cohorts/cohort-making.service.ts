import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import { fromWall, wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';
import { keepScope } from '@waymark/identity/api/scopes';
import { draftCohort, draftRefusals, type CohortDraft } from '@waymark/cohorts/domain/cohort-draft';
import { freeCode } from '@waymark/cohorts/domain/cohort-plan';
import { groupNames, type SubGroupKind } from '@waymark/cohorts/domain/sub-group-split';
import { Cohort, CohortStageChange } from './cohort.entity';
import { CohortMakingQueries, type Basis, type FullTemplate } from './cohort-making.queries';
import type { CohortPreview, CohortView, MakeCohort } from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';
import { SubGroup } from '../sub-groups/sub-group.entity';

@Injectable()
export class CohortMakingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly basis: CohortMakingQueries,
    private readonly cohorts: CohortsQueries,
  ) {}

  /** Says what would be made, and makes nothing. */
  preview(actor: Actor, wish: MakeCohort): Promise<CohortPreview> {
    return this.db.tx(actor, async (tx) => {
      const { groups, draft } = this.draft(wish, await this.basis.basis(tx, actor, wish));
      const code = freeCode(draft.code, await this.codesLike(tx, wish.providerId, draft.code));
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

  /** Makes the cohort, its groups and its sessions, all or nothing. */
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
      await this.insertSessions(tx, { id, providerId: wish.providerId, draft, groupIds });
      await tx.record(
        'cohort.made',
        id,
        { blueprintId: wish.blueprintId, sessions: draft.sessions.length },
        { providerId: wish.providerId, cohortId: id },
      );
      return this.cohorts.view(tx, actor, id);
    });
  }

  private draft(wish: MakeCohort, basis: Basis): { groups: string[]; draft: CohortDraft } {
    if (wish.minViable > wish.capacity) throw Malformed.at('/minViable', 'Enter no more than the number of places');
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
    return { groups, draft };
  }

  /** Codes that start alike. Whoever makes a cohort holds the provider's turn until it is made, so two get different numbers. */
  async codesLike(tx: Tx, providerId: string, code: string): Promise<string[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('cohort-code ' || $1, 0))`, [providerId]);
    const rows = await tx.query<{ code: string }>(`SELECT code FROM cohort WHERE provider_id = $1 AND starts_with(code, $2)`, [
      providerId,
      code,
    ]);
    return rows.map((row) => row.code);
  }

  private async insertCohort(
    tx: Tx,
    { id, wish, basis, draft }: { id: string; wish: MakeCohort; basis: Basis; draft: CohortDraft },
  ): Promise<void> {
    await keepScope(tx, { kind: 'cohort', id, providerId: wish.providerId, name: draft.name });
    await tx.rows.insert(Cohort, {
      id,
      providerId: wish.providerId,
      programmeId: wish.programmeId,
      blueprintId: wish.blueprintId,
      code: freeCode(draft.code, await this.codesLike(tx, wish.providerId, draft.code)),
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
      scheduleVersion: 1,
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

  /** Every session in one statement, then their groups and their order in one each. */
  private async insertSessions(
    tx: Tx,
    { id, providerId, draft, groupIds }: { id: string; providerId: string; draft: CohortDraft; groupIds: string[] },
  ): Promise<void> {
    const ids = new Map(draft.sessions.map(({ key }) => [key, newId()]));
    const rows = draft.sessions.map(({ key, template, date }) => {
      const { perGroup, dayOffset, startsAt, afterPosition, minGap, id: templateId, position, ...kept } = template as FullTemplate;
      const start = date === null ? null : wallMinute(date, startsAt!);
      return {
        ...kept,
        id: ids.get(key)!,
        templateId,
        startsAt: start === null ? null : fromWall(start),
        endsAt: start === null ? null : fromWall(start + template.duration),
        position: key,
      };
    });
    if (rows.length > 0) await tx.query(INSERT_SESSIONS, [id, providerId, JSON.stringify(rows)]);
    const grouped = draft.sessions.filter(({ group }) => group !== null);
    if (grouped.length > 0)
      await tx.query(
        `INSERT INTO session_group (session_id, sub_group_id, provider_id, cohort_id) SELECT session_id, sub_group_id, $2, $1 FROM unnest($3::uuid[], $4::uuid[]) AS made(session_id, sub_group_id)`,
        [id, providerId, grouped.map(({ key }) => ids.get(key)), grouped.map(({ group }) => groupIds[group!])],
      );
    if (draft.orders.length > 0)
      await tx.query(
        `INSERT INTO session_order (session_id, after_id, provider_id, cohort_id, min_gap) SELECT session_id, after_id, $2, $1, min_gap FROM unnest($3::uuid[], $4::uuid[], $5::integer[]) AS made(session_id, after_id, min_gap)`,
        [
          id,
          providerId,
          draft.orders.map(({ session }) => ids.get(session)),
          draft.orders.map(({ after }) => ids.get(after)),
          draft.orders.map(({ minGap }) => minGap),
        ],
      );
  }
}

/** A session's calendar id is made from its own id and never changes. */
const INSERT_SESSIONS = `
  INSERT INTO session (id, provider_id, cohort_id, template_id, title, kind, purpose, starts_at, ends_at, duration, mandatory, mode, layout,
                       equipment, set_up, clear_up, note, status, position, ics_uid)
  SELECT s.id, $2, $1, s."templateId", s.title, s.kind, s.purpose, s."startsAt", s."endsAt", s.duration, s.mandatory, s.mode, s.layout,
         s.equipment, s."setUp", s."clearUp", '', 'draft', s.position, s.id || '@waymark'
    FROM jsonb_to_recordset($3::jsonb) AS s(id uuid, "templateId" uuid, title text, kind text, purpose text, "startsAt" timestamptz, "endsAt" timestamptz,
         duration integer, mandatory boolean, mode text, layout text, equipment text[], "setUp" integer, "clearUp" integer, position integer)`;
