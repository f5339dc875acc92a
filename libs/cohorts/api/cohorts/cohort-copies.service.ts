import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import { dayNumber } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing } from '@waymark/shared/kernel/refusal';
import { fromWall, toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import { addWorkingDays, shiftDays, shiftPlan } from '@waymark/catalogue/domain/calendar';
import { keepScope } from '@waymark/identity/api/scopes';
import { cohortCode, cohortName, freeCode, GO_DECISION } from '@waymark/cohorts/domain/cohort-plan';
import { lockCohort, type LockedCohort } from '../cohort-locks';
import { CohortMakingQueries } from './cohort-making.queries';
import { CohortMakingService } from './cohort-making.service';
import { Cohort } from './cohort.entity';
import type { CohortView, CopyCohort } from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';

/**
 * Another cohort with the sessions, groups and agendas of one that exists, as staff have arranged them, on other days. People, rooms and
 * facilitators stay behind: they belong to the days and the place of the first. Sessions that were cancelled are not copied.
 */
@Injectable()
export class CohortCopiesService {
  constructor(
    private readonly db: Db,
    private readonly cohorts: CohortsQueries,
    private readonly queries: CohortMakingQueries,
    private readonly making: CohortMakingService,
  ) {}

  copy(actor: Actor, id: string, wish: CopyCohort): Promise<CohortView> {
    return this.db.tx(actor, async (tx) => {
      const from = await lockCohort(tx, id, 'cohorts:edit');
      // Who may edit one cohort only cannot make others.
      if (!reachOf(actor, 'cohorts:edit').providers.includes(from.providerId)) throw new Missing();
      const { holidays } = await this.queries.holidays(tx, from.nation);
      const sessions = await tx.query<{ id: string; startsAt: Date | null; duration: number }>(
        `SELECT id, starts_at AS "startsAt", duration FROM session WHERE cohort_id = $1 AND status <> 'cancelled' ORDER BY position`,
        [id],
      );
      const days = dayNumber(wish.startsOn) - dayNumber(from.startsOn);
      const placed = sessions.map(({ startsAt, ...session }) => ({ ...session, start: startsAt && toWall(startsAt) }));
      const edges = shiftDays(
        [from.startsOn, ...placed.flatMap(({ start }) => (start === null ? [] : [wallDate(start)])), from.endsOn],
        days,
        holidays,
      );
      const startsOn = edges.get(from.startsOn)!;
      const made = newId();
      await this.insertCohort(tx, {
        id: made,
        from,
        wish,
        startsOn,
        endsOn: [...edges.values()].sort().at(-1)!,
        goDecisionOn: addWorkingDays(startsOn, -GO_DECISION, holidays),
      });
      await this.insertPlan(tx, id, made, shiftPlan(placed, days, holidays));
      await tx.record('cohort.made', made, { copiedFrom: id, sessions: sessions.length }, { providerId: from.providerId, cohortId: made });
      return this.cohorts.view(tx, actor, made);
    });
  }

  private async insertCohort(
    tx: Tx,
    {
      id,
      from,
      wish,
      ...dates
    }: { id: string; from: LockedCohort; wish: CopyCohort } & Pick<Cohort, 'startsOn' | 'endsOn' | 'goDecisionOn'>,
  ): Promise<void> {
    const [programme] = await tx.query<{ code: string; title: string }>(`SELECT code, title FROM programme WHERE id = $1`, [
      from.programmeId,
    ]);
    const code = cohortCode({ programmeCode: programme!.code, place: wish.place, startsOn: dates.startsOn });
    const { providerId, programmeId, blueprintId, nation, capacity, minViable, leadId } = from;
    const name = wish.name ?? cohortName({ programmeTitle: programme!.title, place: wish.place, startsOn: dates.startsOn });
    await keepScope(tx, { kind: 'cohort', id, providerId, name });
    await tx.rows.insert(Cohort, {
      id,
      providerId,
      programmeId,
      blueprintId,
      nation,
      capacity,
      minViable,
      leadId,
      ...dates,
      code: freeCode(code, await this.making.codesLike(tx, providerId, code)),
      name,
      place: wish.place,
      venueId: null,
      zone: 'Europe/London',
      stage: 'planning',
      scheduleVersion: 1,
      version: 1,
    });
    await this.making.startHistory(tx, { id, providerId });
  }

  /** Sessions, groups, agendas and order in a statement each; old and new ids go along as two arrays. */
  private async insertPlan(
    tx: Tx,
    from: string,
    to: string,
    sessions: readonly { id: string; start: number | null; duration: number }[],
  ): Promise<void> {
    const old = sessions.map(({ id }) => id);
    const fresh = sessions.map(() => newId());
    const starts = sessions.map(({ start }) => (start === null ? null : fromWall(start)));
    const ends = sessions.map(({ start, duration }) => (start === null ? null : fromWall(start + duration)));
    await tx.query(COPY_SESSIONS, [to, old, fresh, starts, ends]);
    const groups = await tx.query<{ id: string }>(`SELECT id FROM sub_group WHERE cohort_id = $1`, [from]);
    const groupIds = [groups.map(({ id }) => id), groups.map(() => newId())];
    await tx.query(COPY_GROUPS, [to, ...groupIds]);
    await tx.query(COPY_SESSION_GROUPS, [to, old, fresh, ...groupIds]);
    await tx.query(COPY_ORDER, [to, old, fresh]);
    await tx.query(COPY_AGENDA, [to, old, fresh]);
  }
}

const COPY_SESSIONS = `
  INSERT INTO session (id, provider_id, cohort_id, template_id, title, kind, purpose, starts_at, ends_at, duration, mandatory, mode, layout,
                       equipment, set_up, clear_up, note, status, position, ics_uid)
  SELECT m.id, s.provider_id, $1, s.template_id, s.title, s.kind, s.purpose, m.starts_at, m.ends_at, s.duration, s.mandatory, s.mode, s.layout,
         s.equipment, s.set_up, s.clear_up, s.note, 'draft', s.position, m.id || '@waymark'
    FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[]) AS m(old, id, starts_at, ends_at) JOIN session s ON s.id = m.old`;
const COPY_GROUPS = `
  INSERT INTO sub_group (id, provider_id, cohort_id, name, kind, position)
  SELECT m.id, g.provider_id, $1, g.name, g.kind, g.position FROM unnest($2::uuid[], $3::uuid[]) AS m(old, id) JOIN sub_group g ON g.id = m.old`;
const COPY_SESSION_GROUPS = `
  INSERT INTO session_group (session_id, sub_group_id, provider_id, cohort_id)
  SELECT s.id, g.id, sg.provider_id, $1
    FROM unnest($2::uuid[], $3::uuid[]) AS s(old, id) JOIN session_group sg ON sg.session_id = s.old
    JOIN unnest($4::uuid[], $5::uuid[]) AS g(old, id) ON g.old = sg.sub_group_id`;
const COPY_ORDER = `
  INSERT INTO session_order (session_id, after_id, provider_id, cohort_id, min_gap)
  SELECT s.id, a.id, o.provider_id, $1, o.min_gap
    FROM unnest($2::uuid[], $3::uuid[]) AS s(old, id) JOIN session_order o ON o.session_id = s.old
    JOIN unnest($2::uuid[], $3::uuid[]) AS a(old, id) ON a.old = o.after_id`;
const COPY_AGENDA = `
  INSERT INTO agenda_item (id, provider_id, cohort_id, session_id, position, title, kind, offset_minutes, duration)
  SELECT gen_random_uuid(), i.provider_id, $1, s.id, i.position, i.title, i.kind, i.offset_minutes, i.duration
    FROM unnest($2::uuid[], $3::uuid[]) AS s(old, id) JOIN agenda_item i ON i.session_id = s.old`;
