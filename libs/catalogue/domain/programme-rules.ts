import { DEFAULT_RULES, RULE_CODES, type RuleCode, type Severity } from '@waymark/engines/timetable/model';

/**
 * What a session may lack when the schedule is released. That is no clash, and nothing is wrong with a plan that is being made; each programme
 * says what people are told of without it, and what waits.
 */
export const GAP_CODES = ['no_room', 'no_link', 'no_facilitator', 'not_scheduled'] as const;
export type GapCode = (typeof GAP_CODES)[number];

/** People must know where to go; a link or a name may follow. */
export const DEFAULT_GAPS: Readonly<Record<GapCode, Severity>> = {
  no_room: 'block_release',
  no_link: 'warn',
  no_facilitator: 'warn',
  not_scheduled: 'warn',
};

/** What each gap is. */
export const GAP_WORDS: Record<GapCode, string> = {
  no_room: 'A session in person without a room',
  no_link: 'An online session without a link',
  no_facilitator: 'A session without a facilitator',
  not_scheduled: 'A session without a day and time, which the release leaves out',
};

export const PROGRAMME_RULES = [...RULE_CODES, ...GAP_CODES] as const;
export type Rules = Record<RuleCode | GapCode, Severity>;
export const DEFAULT_PROGRAMME_RULES: Readonly<Rules> = { ...DEFAULT_RULES, ...DEFAULT_GAPS };

/** A programme's rules: what it says, and the default for every rule it is silent on (as for one that is newer than the programme). */
export function rulesOf(stored: Partial<Rules>): Rules {
  return { ...DEFAULT_PROGRAMME_RULES, ...stored };
}

/** What each rule looks for. */
export const RULE_WORDS: Record<RuleCode, string> = {
  room_overlap: 'Two sessions in one room at once, with set-up and clear-up',
  room_held: 'A session in a room that someone else has booked',
  room_capacity: 'More people than the room holds in its layout',
  equipment_missing: 'The room does not have the equipment needed',
  access_unmet: 'The room does not meet someone’s access needs',
  facilitator_overlap: 'A facilitator in two places at once',
  facilitator_travel: 'Too little time for a facilitator to travel between venues',
  facilitator_unavailable: 'A facilitator outside the times they are available',
  group_overlap: 'A group in two places at once',
  person_overlap: 'A person in two places at once, including in other cohorts',
  outside_cohort_dates: 'A session outside the dates of its cohort',
  holiday: 'A session on a bank holiday',
  order: 'A session that starts before one it must follow',
  gap: 'Too little time between a session and the one it follows',
  room_not_booked: 'A session in a room without a booking for this cohort',
};

/** What each severity does, mildest first. */
export const SEVERITY_WORDS: Record<Severity, string> = {
  ignore: 'Do not check',
  info: 'Show a note',
  warn: 'Show a warning',
  block_release: 'Block the release',
  block_save: 'Block the change',
};
