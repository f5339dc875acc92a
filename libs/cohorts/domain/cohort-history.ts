import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { COHORT_STAGES, type CohortStage } from './cohort-lifecycle';
import { ENROLMENT_REASONS, ENROLMENT_STATUSES, type EnrolmentReason, type EnrolmentStatus } from './enrolment-status';

/** Something that happened to a cohort, as the log keeps it. `subject` is the name of the person, session or group, or null when it may not be seen. */
export interface HistoryLine {
  name: string;
  subject: string | null;
  facts: Record<string, unknown>;
}

type Words = (subject: string, facts: Record<string, unknown>) => string;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const WORDS: Record<string, Words> = {
  'cohort.made': (_, facts) => (facts['copiedFrom'] ? 'Made as a copy of another cohort' : 'Made from the blueprint'),
  'cohort.changed': () => 'Settings changed',
  'cohort.shifted': (_, facts) =>
    `Whole plan moved from ${longDate(text(facts['from']) as LocalDate)} to ${longDate(text(facts['to']) as LocalDate)}`,
  'cohort.stageChanged': (_, facts) =>
    `${COHORT_STAGES[facts['to'] as CohortStage] ?? text(facts['to'])}${facts['reason'] ? `: ${text(facts['reason'])}` : ''}`,
  'enrolment.made': (who) => `${who} given a place`,
  'enrolment.statusChanged': (who, facts) => {
    const reason = ENROLMENT_REASONS[facts['reasonCode'] as EnrolmentReason];
    return `${who}: ${(ENROLMENT_STATUSES[facts['to'] as EnrolmentStatus] ?? text(facts['to'])).toLowerCase()}${reason ? ` (${reason.toLowerCase()})` : ''}`;
  },
  'enrolment.needsChanged': (who) => `Access needs of ${who} changed`,
  'enrolment.groupsChanged': (who) => `Groups of ${who} changed`,
  'enrolment.needsConfirmed': (who) => `${who} said what they need`,
  'schedule.released': (_, facts) => `Schedule released${facts['number'] ? `, version ${text(facts['number'])}` : ''}`,
  'session.added': (title) => `${title} added to the schedule`,
  'session.edited': (title) => `${title} edited`,
  'session.moved': (title) => `${title} moved`,
  'session.cancelled': (title) => `${title} cancelled`,
  'session.deleted': (title) => `${title} taken out of the schedule`,
  'clash.accepted': () => 'A clash accepted',
  'clash.reopened': () => 'A clash no longer accepted',
  'roomBooking.added': () => 'A room booked',
  'roomBooking.edited': () => 'A room booking changed',
  'roomBooking.statusChanged': (_, facts) => `A room booking ${text(facts['to']) || 'changed'}`,
  'group.added': (_, facts) => `${text(facts['name'])} added`,
  'group.changed': (_, facts) => `${text(facts['name'])} changed`,
  'group.removed': (_, facts) => `${text(facts['name'])} removed`,
  'group.assigned': (_, facts) => (facts['groupId'] ? `${people(facts)} put into a group` : `${people(facts)} taken out of their groups`),
  'group.split': (_, facts) => `${people(facts)} shared out over ${text(facts['count'])} groups`,
};

const people = (facts: Record<string, unknown>): string => (facts['people'] === 1 ? '1 person' : `${text(facts['people'])} people`);

/** What happened, in a sentence. An event that this page does not know reads as its own name: `session.moved` is "Session moved". */
export function historyWords({ name, subject, facts }: HistoryLine): string {
  const known = WORDS[name];
  if (known) return known(subject ?? (name.startsWith('session.') ? 'A session' : 'Somebody'), facts);
  const [noun = '', verb = ''] = name.split('.');
  const plain = `${noun} ${verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`.trim();
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${subject ? `: ${subject}` : ''}`;
}
