import { addDays, isInCalendar, longDate, weekday, type LocalDate, type LocalTime } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import { addWorkingDays, knownUntil, unknownHolidays, type Holidays } from '@waymark/catalogue/domain/calendar';
import type { CohortsCode } from './manifest';
import { cohortCode, cohortName, GO_DECISION, keyDates, planDays, type KeyDate } from './cohort-plan';

/** One session of a blueprint, as far as it decides where the sessions of a cohort go. Minutes; `position` counts from 1. */
export interface DraftTemplate {
  id: string;
  position: number;
  title: string;
  kind: string;
  dayOffset: number | null;
  startsAt: LocalTime | null;
  duration: number;
  perGroup: boolean;
  afterPosition: number | null;
  minGap: number;
}

/** A session of a blueprint with all that is copied from it. */
export interface FullTemplate extends DraftTemplate {
  purpose: string;
  mandatory: boolean;
  mode: string;
  layout: string | null;
  equipment: string[];
  setUp: number;
  clearUp: number;
}

export interface CohortWish<Template extends DraftTemplate = DraftTemplate> {
  programme: { code: string; title: string };
  templates: readonly Template[];
  /** Names of the groups, or none: then a session per group is one for everybody. */
  groups: readonly string[];
  place: string;
  name: string | null;
  startsOn: LocalDate;
  goDecisionOn: LocalDate | null;
  holidays: Holidays;
}

/** A session to be made. `group` is an index into the groups; `key` names it within the draft. */
interface DraftSession<Template extends DraftTemplate = DraftTemplate> {
  key: number;
  template: Template;
  group: number | null;
  date: LocalDate | null;
}

export interface CohortDraft<Template extends DraftTemplate = DraftTemplate> {
  code: string;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  goDecisionOn: LocalDate;
  sessions: DraftSession<Template>[];
  /** Which session comes after which, by their keys. */
  orders: { session: number; after: number; minGap: number }[];
  keyDates: KeyDate[];
  warnings: string[];
}

/** More than any cohort has; what is checked against each other on every change of its schedule must stay checkable. */
const MOST_SESSIONS = 1_000;

/** Why no cohort can be made of these templates and so many groups. */
export function draftRefusals(templates: readonly { perGroup: boolean }[], groups: number): Refusal<CohortsCode>[] {
  const sessions = templates.reduce((sum, { perGroup }) => sum + (perGroup ? Math.max(1, groups) : 1), 0);
  return sessions > MOST_SESSIONS ? [{ code: 'cohorts_draft_sessions', facts: { sessions }, pointer: '/groups/count' }] : [];
}

/** Why a cohort cannot have these days: what is counted from the first one may be where no calendar here reaches. */
export const calendarRefusals = (days: readonly LocalDate[]): Refusal<'shared_day'>[] =>
  days.every(isInCalendar) ? [] : [{ code: 'shared_day', pointer: '/startsOn' }];

/** What would be made of a blueprint, before anything is. The code may still get a number behind it when another cohort has it. */
export function draftCohort<Template extends DraftTemplate>(
  wish: CohortWish<Template>,
  titleOf: (day: LocalDate) => string | undefined,
  today: LocalDate,
): CohortDraft<Template> {
  const scheduled = wish.templates.filter((template) => template.dayOffset !== null && template.startsAt !== null);
  const days = planDays(wish.startsOn, [0, ...scheduled.map(({ dayOffset }) => dayOffset!)], wish.holidays);
  const startsOn = days.get(0)!;
  const endsOn = [...days.values()].at(-1)!;
  const groups = wish.groups.length > 0 ? wish.groups.map((_, index) => index) : [null];
  const sessions = wish.templates
    .flatMap((template) => (template.perGroup ? groups : [null]).map((group) => ({ template, group })))
    .map(({ template, group }, index) => ({
      key: index + 1,
      template,
      group,
      date: scheduled.includes(template) ? days.get(template.dayOffset!)! : null,
    }));
  const goDecisionOn = wish.goDecisionOn ?? addWorkingDays(startsOn, -GO_DECISION, wish.holidays);
  return {
    code: cohortCode({ programmeCode: wish.programme.code, place: wish.place, startsOn }),
    name: wish.name ?? cohortName({ programmeTitle: wish.programme.title, place: wish.place, startsOn }),
    startsOn,
    endsOn,
    goDecisionOn,
    sessions,
    orders: ordersOf(sessions),
    keyDates: keyDates({ startsOn, endsOn, goDecisionOn }, wish.holidays),
    warnings: [
      ...movedDays(wish, days, titleOf),
      ...[unknownHolidays(endsOn, knownUntil(wish.holidays))].filter(Boolean),
      ...(startsOn < today ? [`The first day, ${longDate(startsOn)}, is in the past`] : []),
    ],
  };
}

/** A group's session follows that group's session; otherwise each follows all. */
function ordersOf(sessions: readonly DraftSession[]): CohortDraft['orders'] {
  const at = new Map<number, DraftSession[]>();
  for (const session of sessions) {
    const { position } = session.template;
    at.set(position, at.get(position) ?? [])
      .get(position)!
      .push(session);
  }
  return sessions.flatMap((session) =>
    (session.template.afterPosition === null ? [] : (at.get(session.template.afterPosition) ?? []))
      .filter(({ group }) => group === null || session.group === null || group === session.group)
      .map((after) => ({ session: session.key, after: after.key, minGap: session.template.minGap })),
  );
}

/** A sentence for each day that could not be where the blueprint counts it. */
function movedDays(wish: CohortWish, days: ReadonlyMap<number, LocalDate>, titleOf: (day: LocalDate) => string | undefined): string[] {
  return [...days].flatMap(([offset, day]) => {
    const wished = addDays(wish.startsOn, offset);
    if (wished === day) return [];
    const holiday = titleOf(wished);
    const named = longDate(wished, { withWeekday: true });
    const atWeekend = weekday(wished) > 5;
    const why = holiday
      ? `${named} is ${atWeekend ? holiday : `a bank holiday (${holiday})`}`
      : atWeekend
        ? `${named} is at the weekend`
        : `the previous day moved to ${named} or later`;
    return [`Day ${offset + 1} moves to ${longDate(day, { withWeekday: true })}: ${why}`];
  });
}
