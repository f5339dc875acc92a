import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import type { Reader } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { found, Missing, must } from '@waymark/shared/kernel/refusal';
import { divisionOfNation, type Holidays, type Nation } from '@waymark/catalogue/domain/calendar';
import type { DraftTemplate } from '@waymark/cohorts/domain/cohort-draft';

/** A session of the blueprint with all that is copied from it. */
export interface FullTemplate extends DraftTemplate {
  purpose: string;
  mandatory: boolean;
  mode: string;
  layout: string | null;
  equipment: string[];
  setUp: number;
  clearUp: number;
}

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
      holidays: { division: string; date: LocalDate; title: string }[];
    }>(BASIS, [wish.providerId, wish.programmeId, wish.blueprintId, wish.venueId ?? null, wish.leadId ?? null]);
    const { programme, blueprint, templates, venue, lead, holidays } = found(row);
    if (!programme) throw Malformed.at('/programmeId', 'Choose a programme');
    if (!blueprint) throw Malformed.at('/blueprintId', 'Choose a blueprint of this programme');
    must(blueprint === 'published' ? [] : [{ code: 'cohorts_blueprint_draft', pointer: '/blueprintId' }]);
    if (wish.venueId && !venue) throw Malformed.at('/venueId', 'Choose a venue');
    if (wish.leadId && !lead) throw Malformed.at('/leadId', 'Choose somebody known to your team');
    const nation = venue ?? wish.nation;
    const kept = holidays.filter(({ division }) => division === divisionOfNation(nation));
    return { programme, templates, nation, ...calendarOf(kept) };
  }

  /** The bank holidays of a nation, all that are known: about eight a year. */
  async holidays(read: Reader, nation: Nation): Promise<Pick<Basis, 'holidays' | 'titles'>> {
    return calendarOf(await read.query(`SELECT date, title FROM bank_holiday WHERE division = $1`, [divisionOfNation(nation)]));
  }
}

const calendarOf = (rows: readonly { date: LocalDate; title: string }[]): Pick<Basis, 'holidays' | 'titles'> => ({
  holidays: new Set(rows.map(({ date }) => date)),
  titles: new Map(rows.map(({ date, title }) => [date, title])),
});

const BASIS = `
  SELECT (SELECT json_build_object('id', p.id, 'code', p.code, 'title', p.title) FROM programme p
           WHERE p.id = $2 AND p.provider_id = $1 AND p.status = 'active') AS programme,
         (SELECT b.status FROM blueprint b WHERE b.id = $3 AND b.programme_id = $2 AND b.provider_id = $1) AS blueprint,
         (SELECT v.nation FROM venue v WHERE v.id = $4 AND v.provider_id = $1) AS venue,
         EXISTS (SELECT 1 FROM person_provider pp WHERE pp.person_id = $5 AND pp.provider_id = $1) AS lead,
         (SELECT coalesce(json_agg(json_build_object('division', h.division, 'date', h.date, 'title', h.title)), '[]') FROM bank_holiday h) AS holidays,
         (SELECT coalesce(json_agg(json_build_object(
                   'id', t.id, 'position', t.position, 'title', t.title, 'kind', t.kind, 'purpose', t.purpose, 'dayOffset', t.day_offset,
                   'startsAt', t.starts_at, 'duration', t.duration, 'mandatory', t.mandatory, 'mode', t.mode, 'layout', t.layout,
                   'equipment', t.equipment, 'setUp', t.set_up, 'clearUp', t.clear_up, 'perGroup', t.per_group,
                   'afterPosition', t.after_position, 'minGap', t.min_gap) ORDER BY t.position), '[]')
            FROM session_template t WHERE t.blueprint_id = $3) AS templates`;
