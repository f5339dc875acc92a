import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { factText } from '@waymark/shared/kernel/event-sentence';

// What happens to a schedule, as the audit log says it: which session, from where to where.

type Facts = Readonly<Record<string, unknown>>;

export const scheduleEvents = {
  'agenda.exported': 'Own calendar file downloaded',
  'clash.accepted': ({ rule }: Facts) => `Clash overridden${rule ? `: ${plain(rule)}` : ''}`,
  'clash.reopened': ({ rule }: Facts) => `Override of a clash withdrawn${rule ? `: ${plain(rule)}` : ''}`,
  'schedule.released': 'Schedule released (release {number}): {changes:change}',
  'session.added': (facts: Facts) => `Session ${titleOf(facts)} added${at(partOf(facts, 'after'))}`,
  'session.cancelled': (facts: Facts) => `Session ${titleOf(facts)} cancelled${at(partOf(facts, 'after'))}`,
  'session.deleted': (facts: Facts) => `Session ${titleOf(facts)} removed${at(partOf(facts, 'before'))}`,
  'session.facilitatorChanged': 'Facilitator {person} of “{title}” changed from {from} to {to}',
  'session.edited': (facts: Facts) => `Session ${titleOf(facts)} changed${listed(edited(facts))}`,
  'session.moved': (facts: Facts) => `Session ${titleOf(facts)} moved${moved(partOf(facts, 'before'), partOf(facts, 'after'))}`,
};

const partOf = (facts: Facts, part: 'before' | 'after'): Facts => (facts[part] ?? {}) as Facts;
const plain = (code: unknown): string => factText(code).replaceAll('_', ' ');

/** As it was called then; an older event may not say. */
function titleOf(facts: Facts): string {
  const title = factText(facts['title']) || factText(partOf(facts, 'before')['title']) || factText(partOf(facts, 'after')['title']);
  return title ? `“${title}”` : 'of a schedule';
}

/** "Thursday 24 June 2027 at 09:30", or nothing where it is not on the schedule. */
const moment = ({ date, startsAt }: Facts): string =>
  typeof date === 'string' ? `${longDate(date as LocalDate, { withWeekday: true })}${startsAt ? ` at ${factText(startsAt)}` : ''}` : '';
const at = (place: Facts): string => (moment(place) ? `: ${moment(place)}` : '');

function moved(before: Facts, after: Facts): string {
  const [from, to] = [moment(before), moment(after)];
  const room = before['roomId'] !== after['roomId'] ? (after['roomId'] ? 'another room' : 'no room') : '';
  if (from === to) return room ? ` to ${room}` : '';
  if (!from) return `: on to ${to}`;
  if (!to) return ` off the schedule, from ${from}`;
  return ` from ${from} to ${to}${room ? `, and to ${room}` : ''}`;
}

const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  purpose: 'purpose',
  kind: 'kind',
  duration: 'length',
  setUp: 'set-up',
  clearUp: 'clear-up',
  layout: 'layout',
  mode: 'in person or online',
  onlineUrl: 'link',
  date: 'day',
  startsAt: 'time',
  roomId: 'room',
  facilitators: 'facilitators',
  groupIds: 'groups',
  agenda: 'agenda',
  note: 'note',
};

/** Which of its details differ, by their names. Those that have none here are not what a reader looks for. */
function edited(facts: Facts): string[] {
  const [before, after] = [partOf(facts, 'before'), partOf(facts, 'after')];
  return Object.keys(FIELDS)
    .filter((field) => field in before && field in after && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => FIELDS[field]!);
}
const listed = (names: readonly string[]): string => (names.length > 0 ? `: ${names.join(', ')}` : '');
