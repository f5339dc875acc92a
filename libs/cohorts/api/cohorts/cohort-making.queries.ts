import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import type { Reader } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { found, Missing, must } from '@waymark/shared/kernel/refusal';
import { divisionOfNation, knownUntil, withOwnDays, type Holidays, type Nation } from '@waymark/catalogue/domain/calendar';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { FullTemplate } from '@waymark/cohorts/domain/cohort-draft';

export interface Basis {
  programme: { id: string; code: string; title: string };
  templates: FullTemplate[];
  nation: Nation;
  holidays: Holidays;
  titles: ReadonlyMap<LocalDate, string>;
}

interface Wish {
  providerId: string;
  programmeId: string;
  blueprintId: string;
  venueId?: string | undefined;
  leadId?: string | undefined;
  nation: Nation;
}

interface HolidayRow {
  division: string;
  date: LocalDate;
  title: string;
  notes: string;
}

/** The bank holidays of a day by the nations of the venues it is held at, and of the cohort's own where none is named. */
class Calendars {
  constructor(
    private readonly holidays: readonly HolidayRow[],
    private readonly nation: Nation,
  ) {}

  of(nations: readonly (Nation | null)[]): ReadonlyMap<LocalDate, string> {
    const kept = this.divisions(nations);
    return calendarOf(this.holidays.filter(({ division }) => kept.has(division))).titles;
  }

  /** How far all of their lists go. */
  until(nations: readonly (Nation | null)[]): LocalDate | null {
    const dates = (of: string) => this.holidays.filter(({ division }) => division === of).map(({ date }) => date);
    const ends = [...this.divisions(nations)].map((division) => knownUntil(dates(division)));
    return ends.some((end) => end === null) ? null : ends.sort()[0]!;
  }

  private divisions(nations: readonly (Nation | null)[]): Set<string> {
    return new Set((nations.length > 0 ? nations : [null]).map((nation) => divisionOfNation(nation ?? this.nation)));
  }
}

@Injectable()
export class CohortMakingQueries {
  /** What a cohort is made from. Not the actor's provider is 404; a field that names nothing there is told at the field. */
  async basis(read: Reader, actor: Actor, wish: Wish): Promise<Basis> {
    if (!reachOf(actor, 'cohorts:edit').providers.includes(wish.providerId)) throw new Missing();
    const [row] = await read.query<{
      programme: Basis['programme'] | null;
      blueprint: string | null;
      templates: FullTemplate[];
      venue: Nation | null;
      lead: boolean;
      holidays: HolidayRow[];
    }>(basisOf(wish));
    const { programme, blueprint, templates, venue, lead, holidays } = found(row);
    if (!programme) throw Malformed.at('/programmeId', 'Choose a programme');
    if (!blueprint) throw Malformed.at('/blueprintId', 'Choose a blueprint of this programme');
    must(blueprint === 'published' ? [] : [{ code: 'cohorts_blueprint_draft', pointer: '/blueprintId' }]);
    if (wish.venueId && !venue) throw Malformed.at('/venueId', 'Choose a venue');
    if (wish.leadId && !lead) throw Malformed.at('/leadId', 'Choose a person from the list');
    const nation = venue ?? wish.nation;
    const kept = holidays.filter(({ division }) => division === divisionOfNation(nation));
    return { programme, templates, nation, ...calendarOf(kept) };
  }

  /** The bank holidays of every nation, to be asked for those of the venues where a cohort meets. */
  async calendars(read: Reader, cohort: { venueId: string | null; nation: Nation }): Promise<Calendars> {
    const [row] = await read.query<{ nation: Nation | null; holidays: HolidayRow[] }>(
      sql`SELECT (SELECT v.nation FROM venue v WHERE v.id = ${cohort.venueId}) AS nation,
                 (SELECT coalesce(json_agg(json_build_object('division', h.division, 'date', h.date, 'title', h.title, 'notes', h.notes)), '[]') FROM bank_holiday h) AS holidays`,
    );
    return new Calendars(row!.holidays, row!.nation ?? cohort.nation);
  }

  /** The bank holidays of a nation, all that are known: about eight a year. */
  async holidays(read: Reader, nation: Nation): Promise<Pick<Basis, 'holidays' | 'titles'>> {
    return calendarOf(
      await read.query(sql`SELECT division, date, title, notes FROM bank_holiday WHERE division = ${divisionOfNation(nation)}`),
    );
  }

  /** Codes that start alike. Whoever makes a cohort holds the provider's turn until it is made, so two get different numbers. */
  async codesLike(tx: Tx, providerId: string, code: string): Promise<string[]> {
    await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('cohort-code ' || ${providerId}, 0))`);
    const rows = await tx.query<{ code: string }>(
      sql`SELECT code FROM cohort WHERE provider_id = ${providerId} AND starts_with(code, ${code})`,
    );
    return rows.map((row) => row.code);
  }

  async programme(read: Reader, id: string): Promise<{ code: string; title: string }> {
    const [programme] = await read.query<{ code: string; title: string }>(sql`SELECT code, title FROM programme WHERE id = ${id}`);
    return found(programme);
  }

  /** Are these a venue of the provider's, and somebody it knows? */
  async known(
    read: Reader,
    providerId: string,
    wish: { venueId: string | null; leadId: string | null },
  ): Promise<{ venue: boolean; lead: boolean }> {
    const [known] = await read.query<{ venue: boolean; lead: boolean }>(
      sql`SELECT EXISTS (SELECT 1 FROM venue WHERE id = ${wish.venueId} AND provider_id = ${providerId}) AS venue,
                 EXISTS (SELECT 1 FROM person_provider WHERE person_id = ${wish.leadId} AND provider_id = ${providerId}) AS lead`,
    );
    return known!;
  }

  async setDates(tx: Tx, id: string, dates: { startsOn: LocalDate; endsOn: LocalDate; goDecisionOn: LocalDate | null }): Promise<void> {
    await tx.query(
      sql`UPDATE cohort SET starts_on = ${dates.startsOn}, ends_on = ${dates.endsOn}, go_decision_on = ${dates.goDecisionOn}, version = version + 1 WHERE id = ${id}`,
    );
  }

  async setStage(tx: Tx, id: string, stage: CohortStage): Promise<void> {
    await tx.query(sql`UPDATE cohort SET stage = ${stage}, version = version + 1 WHERE id = ${id}`);
  }
}

function calendarOf(rows: readonly HolidayRow[]): Pick<Basis, 'holidays' | 'titles'> {
  const titles = new Map(withOwnDays(rows).map(({ date, title }) => [date, title]));
  return { holidays: new Set(titles.keys()), titles };
}

const basisOf = ({ providerId, programmeId, blueprintId, venueId, leadId }: Wish): Sql => sql`
  SELECT (SELECT json_build_object('id', p.id, 'code', p.code, 'title', p.title) FROM programme p
           WHERE p.id = ${programmeId} AND p.provider_id = ${providerId} AND p.status = 'active') AS programme,
         (SELECT b.status FROM blueprint b WHERE b.id = ${blueprintId} AND b.programme_id = ${programmeId} AND b.provider_id = ${providerId}) AS blueprint,
         (SELECT v.nation FROM venue v WHERE v.id = ${venueId ?? null} AND v.provider_id = ${providerId}) AS venue,
         EXISTS (SELECT 1 FROM person_provider pp WHERE pp.person_id = ${leadId ?? null} AND pp.provider_id = ${providerId}) AS lead,
         (SELECT coalesce(json_agg(json_build_object('division', h.division, 'date', h.date, 'title', h.title, 'notes', h.notes)), '[]') FROM bank_holiday h) AS holidays,
         (SELECT coalesce(json_agg(json_build_object(
                   'id', t.id, 'position', t.position, 'title', t.title, 'kind', t.kind, 'purpose', t.purpose, 'dayOffset', t.day_offset,
                   'startsAt', t.starts_at, 'duration', t.duration, 'mandatory', t.mandatory, 'mode', t.mode, 'layout', t.layout,
                   'equipment', t.equipment, 'setUp', t.set_up, 'clearUp', t.clear_up, 'perGroup', t.per_group,
                   'afterPosition', t.after_position, 'minGap', t.min_gap) ORDER BY t.position), '[]')
            FROM session_template t WHERE t.blueprint_id = ${blueprintId}) AS templates`;
