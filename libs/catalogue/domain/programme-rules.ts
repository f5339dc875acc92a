import { DEFAULT_RULES, type RuleCode, type Severity } from '@waymark/engines/timetable/model';

export type Rules = Record<RuleCode, Severity>;

/** A programme's rules: what it says, and the default for every rule it is silent on (as for one that is newer than the programme). */
export function rulesOf(stored: Partial<Rules>): Rules {
  return { ...DEFAULT_RULES, ...stored };
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
