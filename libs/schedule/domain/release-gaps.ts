import { DEFAULT_GAPS, GAP_CODES, type GapCode } from '@waymark/catalogue/domain/programme-rules';
import { sessionKind } from '@waymark/catalogue/domain/session-kinds';
import { SEVERITIES, type Severity } from '@waymark/engines/timetable/model';
import { many } from '@waymark/shared/kernel/words';
import { isExpectedToLead } from './facilitator-status';
import type { ScheduleSession } from './schedule';

/** Sessions that lack the same thing, and how much that matters to the programme. */
export interface Gap {
  code: GapCode;
  severity: Severity;
  sessions: { id: string; title: string }[];
}

/** How many sessions lack each thing: `GAP_COUNTS` in SQL. */
export type GapCounts = Readonly<Record<GapCode, number>>;

type GapSession = Pick<ScheduleSession, 'id' | 'title' | 'kind' | 'status' | 'date' | 'mode' | 'roomId' | 'facilitators'> & {
  onlineUrl: string | null;
};

const LACKS: Record<GapCode, (session: GapSession) => boolean> = {
  no_room: ({ date, mode, roomId }) => date !== null && mode !== 'online' && roomId === null,
  no_link: ({ date, mode, onlineUrl }) => date !== null && mode !== 'in_person' && !onlineUrl,
  no_facilitator: ({ date, kind, facilitators }) =>
    date !== null && !sessionKind(kind).pause && !facilitators.some(({ status }) => isExpectedToLead(status)),
  not_scheduled: ({ date }) => date === null,
};

/** What is missing from sessions that are still ahead. Whatever the programme does not check is left out. */
export function gapsOf(sessions: readonly GapSession[], rules: Readonly<Record<string, Severity>>): Gap[] {
  const ahead = sessions.filter(({ status }) => status === 'draft' || status === 'released');
  return GAP_CODES.map((code) => ({
    code,
    severity: severityOf(code, rules),
    sessions: ahead.filter(LACKS[code]).map(({ id, title }) => ({ id, title })),
  })).filter(({ severity, sessions }) => severity !== 'ignore' && sessions.length > 0);
}

/** What of it keeps the schedule from being released. */
export const blockingGaps = (gaps: readonly Gap[]): Gap[] => gaps.filter(({ severity }) => severity === 'block_release');

/**
 * The same by numbers, in words, for pages that do not load the schedule: what keeps it from being released, and what it would go out without.
 */
export function missingWords(counts: GapCounts, rules: Readonly<Record<string, Severity>>): { blocking: string[]; without: string[] } {
  const titles = (is: (severity: Severity) => boolean) =>
    GAP_CODES.filter((code) => counts[code] > 0 && is(severityOf(code, rules))).map((code) => gapTitle(code, counts[code]));
  return {
    blocking: titles((severity) => severity === 'block_release'),
    without: titles((severity) => severity !== 'block_release' && severity !== 'ignore'),
  };
}

const ONE_AND_MANY: Record<GapCode, [one: string, many: string, what: string]> = {
  no_room: ['session has', 'sessions have', 'no room'],
  no_link: ['online session has', 'online sessions have', 'no link'],
  no_facilitator: ['session has', 'sessions have', 'no facilitator'],
  not_scheduled: ['session is', 'sessions are', 'not on the schedule'],
};

/** "17 sessions have no room" */
export function gapTitle(code: GapCode, count: number): string {
  const [one, more, what] = ONE_AND_MANY[code];
  return `${many(count, one, more)} ${what}`;
}

/** "Welcome, Lunch and 3 more" */
export function gapNames({ sessions }: Pick<Gap, 'sessions'>): string {
  const titles = [...new Set(sessions.map(({ title }) => title))];
  return titles.length <= NAMED ? listed(titles) : `${titles.slice(0, NAMED).join(', ')} and ${titles.length - NAMED} more`;
}

const NAMED = 6;
const listed = (titles: readonly string[]): string => [titles.slice(0, -1).join(', '), titles.at(-1)].filter(Boolean).join(' and ');

function severityOf(code: GapCode, rules: Readonly<Record<string, Severity>>): Severity {
  const chosen = rules[code];
  return chosen !== undefined && SEVERITIES.includes(chosen) ? chosen : DEFAULT_GAPS[code];
}
