import { minuteOf } from '@waymark/cohorts/domain/blueprint';
import { equipmentWords } from '@waymark/cohorts/domain/equipment';
import { ROOM_LAYOUTS } from '@waymark/cohorts/domain/layouts';
import { wallTime } from '@waymark/shared/kernel/wall-clock';
import type { Template } from './template-form';

/** A session as the editor's table shows it; `index` is its place in the whole list. */
export interface TemplateRow {
  id: string;
  index: number;
  template: Template;
  title: string;
  when: string;
  needs: string;
  after: string;
}

export interface TemplateDay {
  heading: string;
  dayOffset: number | null;
  rows: TemplateRow[];
}

/** The list by day, each day in the order of its times; what is on no day yet comes last. */
export function rowsOf(templates: readonly Template[]): TemplateDay[] {
  const rows = templates.map((template, index) => rowOf(template, index, templates));
  const offsets = [...new Set(templates.flatMap(({ dayOffset }) => (dayOffset === null ? [] : [dayOffset])))].sort((a, b) => a - b);
  const on = (offset: number | null) => rows.filter(({ template }) => template.dayOffset === offset);
  const unscheduled = on(null);
  return [
    ...offsets.map((dayOffset) => ({ heading: `Day ${dayOffset + 1}`, dayOffset, rows: on(dayOffset).sort(byTime) })),
    ...(unscheduled.length > 0 ? [{ heading: 'Not on a day yet', dayOffset: null, rows: unscheduled }] : []),
  ];
}

/** A new session goes behind everything that starts earlier, so that it can follow what comes before it. */
export function inserted(templates: readonly Template[], template: Template): Template[] {
  const place = (one: Template): number => (one.dayOffset === null ? Infinity : one.dayOffset * 1440 + minuteOf(one.startsAt ?? '00:00'));
  const at = templates.findIndex((one) => place(one) > place(template));
  const index = at < 0 ? templates.length : at;
  const shifted = templates.map((one) =>
    one.afterPosition !== null && one.afterPosition > index ? { ...one, afterPosition: one.afterPosition + 1 } : one,
  );
  // What it follows was chosen by its place in the list as it was.
  const { afterPosition } = template;
  const fresh = { ...template, afterPosition: afterPosition !== null && afterPosition > index ? afterPosition + 1 : afterPosition };
  return [...shifted.slice(0, index), fresh, ...shifted.slice(index)];
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

/** One place up or down; "comes after" goes along with the session it names. */
export function moved(templates: readonly Template[], index: number, by: 1 | -1): Template[] {
  const to = index + by;
  if (to < 0 || to >= templates.length) return [...templates];
  const swap = (position: number | null) => (position === index + 1 ? to + 1 : position === to + 1 ? index + 1 : position);
  const list = templates.map((one) => ({ ...one, afterPosition: swap(one.afterPosition) }));
  [list[index], list[to]] = [list[to]!, list[index]!];
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
    after: first ? `${first.title}${minGap ? `, ${minGap} min later` : ''}` : '',
  };
}

const byTime = (one: TemplateRow, other: TemplateRow): number =>
  minuteOf(one.template.startsAt ?? '00:00') - minuteOf(other.template.startsAt ?? '00:00') || one.index - other.index;
