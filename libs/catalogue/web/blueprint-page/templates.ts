import { minuteOf } from '@waymark/catalogue/domain/blueprint';
import { equipmentWords } from '@waymark/catalogue/domain/equipment';
import { ROOM_LAYOUTS } from '@waymark/catalogue/domain/layouts';
import { wallTime } from '@waymark/shared/kernel/wall-clock';
import type { Template } from './template-draft';

/** A session as the editor's table shows it; `index` is its place in the whole list. */
export interface TemplateRow {
  id: string;
  index: number;
  template: Template;
  title: string;
  when: string;
  needs: string;
  after: string;
  /** The places that Up and Down lead to; null at the ends of a day. */
  up: number | null;
  down: number | null;
}

interface TemplateDay {
  heading: string;
  dayOffset: number | null;
  rows: TemplateRow[];
}

/** The list by day, each in the order people gave it; what is on no day yet comes last. */
export function rowsOf(templates: readonly Template[]): TemplateDay[] {
  const rows = templates.map((template, index) => rowOf(template, index, templates));
  const offsets = [...new Set(templates.flatMap(({ dayOffset }) => (dayOffset === null ? [] : [dayOffset])))].sort((a, b) => a - b);
  const on = (offset: number | null) => rows.filter(({ template }) => template.dayOffset === offset);
  const unscheduled = on(null);
  return [
    ...offsets.map((dayOffset) => ({ heading: `Day ${dayOffset + 1}`, dayOffset, rows: neighbours(on(dayOffset)) })),
    ...(unscheduled.length > 0 ? [{ heading: 'Not on a day yet', dayOffset: null, rows: neighbours(unscheduled) }] : []),
  ];
}

/** A new session goes behind everything that starts earlier. */
export function inserted(templates: readonly Template[], template: Template): Template[] {
  const place = (one: Template): number => (one.dayOffset === null ? Infinity : one.dayOffset * 1440 + minuteOf(one.startsAt ?? '00:00'));
  const at = templates.findIndex((one) => place(one) > place(template));
  // Whatever its time says, it stands below the session it follows.
  const index = Math.max(at < 0 ? templates.length : at, template.afterPosition ?? 0);
  const shifted = templates.map((one) =>
    one.afterPosition !== null && one.afterPosition > index ? { ...one, afterPosition: one.afterPosition + 1 } : one,
  );
  return [...shifted.slice(0, index), template, ...shifted.slice(index)];
}

/** Without one session; whatever followed it follows nothing. */
export function removed(templates: readonly Template[], index: number): Template[] {
  const position = index + 1;
  return templates
    .filter((_, at) => at !== index)
    .map((one) => {
      if (one.afterPosition === null || one.afterPosition < position) return one;
      return {
        ...one,
        ...(one.afterPosition === position ? { afterPosition: null, minGap: 0 } : { afterPosition: one.afterPosition - 1 }),
      };
    });
}

/** Two sessions change places; "comes after" goes along with the session it names. */
export function swapped(templates: readonly Template[], one: number, other: number): Template[] {
  const swap = (position: number | null) => (position === one + 1 ? other + 1 : position === other + 1 ? one + 1 : position);
  const list = templates.map((template) => ({ ...template, afterPosition: swap(template.afterPosition) }));
  [list[one], list[other]] = [list[other]!, list[one]!];
  return list;
}

function rowOf(template: Template, index: number, templates: readonly Template[]): TemplateRow {
  const { title, startsAt, duration, layout, equipment, setUp, clearUp, afterPosition, minGap } = template;
  const first = afterPosition === null ? undefined : templates[afterPosition - 1];
  return {
    id: String(index),
    index,
    template,
    title,
    when: startsAt === null ? `${duration} minutes` : `${startsAt} to ${wallTime(minuteOf(startsAt) + duration)}`,
    needs: [
      layout ? ROOM_LAYOUTS[layout] : '',
      equipmentWords(equipment),
      setUp ? `${setUp} min set-up` : '',
      clearUp ? `${clearUp} min clear-up` : '',
    ]
      .filter(Boolean)
      .join(', '),
    up: null,
    down: null,
    after: first ? `${first.title}${minGap ? `, ${minGap} min later` : ''}` : '',
  };
}

/** Up and down go to the next row of the same day, wherever that stands in the whole list. */
const neighbours = (rows: TemplateRow[]): TemplateRow[] =>
  rows.map((row, at) => ({ ...row, up: rows[at - 1]?.index ?? null, down: rows[at + 1]?.index ?? null }));
