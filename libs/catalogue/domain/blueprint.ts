import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { CatalogueCode } from './manifest';

/** What the rules look at in one session of a blueprint. Its place in the list, from 1, is its position. */
export interface Template {
  title: string;
  /** Days after the cohort starts; null: not on a day yet. */
  dayOffset: number | null;
  /** "09:30", or null. */
  startsAt: string | null;
  /** Minutes. */
  duration: number;
  /** Position of the session that comes first, or null. */
  afterPosition: number | null;
  /** Minutes between that one's end and this one's start. */
  minGap: number;
}

const DAY = 1440;

/** Why this list of sessions cannot be kept. */
export function templatesRefusals(templates: readonly Template[]): Refusal<CatalogueCode>[] {
  return templates.flatMap((template, index) => [
    ...placeRefusals(template, `/templates/${index}`),
    ...orderRefusals(template, index, templates),
  ]);
}

/** Why this version cannot be published. */
export function publicationRefusals(status: string, templates: readonly Template[]): Refusal<CatalogueCode>[] {
  if (status === 'published') return [{ code: 'catalogue_blueprint_published' }];
  if (templates.length === 0) return [{ code: 'catalogue_blueprint_empty' }];
  return templatesRefusals(templates);
}

/** Why a programme cannot have a new version now. */
export function startRefusals({ programme, draft }: { programme: string; draft: boolean }): Refusal<CatalogueCode>[] {
  if (programme === 'retired') return [{ code: 'catalogue_programme_retired' }];
  return draft ? [{ code: 'catalogue_blueprint_one_draft' }] : [];
}

/** Why this version cannot be edited: what cohorts were built from stays as it was. */
export function editRefusals(status: string): Refusal<CatalogueCode>[] {
  return status === 'published' ? [{ code: 'catalogue_blueprint_published' }] : [];
}

function placeRefusals({ title, dayOffset, startsAt, duration }: Template, at: string): Refusal<CatalogueCode>[] {
  if (dayOffset === null && startsAt === null) return [];
  if (dayOffset === null) return [{ code: 'catalogue_template_needs_day', facts: { title }, pointer: `${at}/dayOffset` }];
  if (startsAt === null) return [{ code: 'catalogue_template_needs_time', facts: { title }, pointer: `${at}/startsAt` }];
  return minuteOf(startsAt) + duration > DAY
    ? [{ code: 'catalogue_template_past_midnight', facts: { title }, pointer: `${at}/duration` }]
    : [];
}

function orderRefusals(template: Template, index: number, templates: readonly Template[]): Refusal<CatalogueCode>[] {
  const { title, afterPosition, minGap } = template;
  if (afterPosition === null) return [];
  const first = templates[afterPosition - 1];
  const pointer = `/templates/${index}/afterPosition`;
  if (!first || afterPosition > index) return [{ code: 'catalogue_template_order', facts: { title }, pointer }];
  const [ends, starts] = [endOf(first), startOf(template)];
  if (ends === null || starts === null || starts >= ends + minGap) return [];
  return [{ code: 'catalogue_template_gap', facts: { title, first: first.title, gap: minGap }, pointer }];
}

/** Minutes since the cohort's first midnight, or null when it is not on the schedule. */
function startOf({ dayOffset, startsAt }: Template): number | null {
  return dayOffset === null || startsAt === null ? null : dayOffset * DAY + minuteOf(startsAt);
}

function endOf(template: Template): number | null {
  const start = startOf(template);
  return start === null ? null : start + template.duration;
}

/** "09:30" → 570 */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** How many days a cohort built from these sessions lasts; at least one. */
export function daysOf(templates: readonly Pick<Template, 'dayOffset'>[]): number {
  return Math.max(0, ...templates.map(({ dayOffset }) => dayOffset ?? 0)) + 1;
}
