/** What about a person's place asks for somebody's attention: the code, its words, and how loudly they are said. */
export const ENROLMENT_ATTENTION = {
  needs_unmet: { words: 'Access need not met', tone: 'alert' },
  elsewhere: { words: 'In two sessions at once', tone: 'alert' },
  waiting: { words: 'Waits for another cohort', tone: 'warn' },
  changed_employer: { words: 'Changed employer', tone: 'warn' },
  no_employer: { words: 'No employer', tone: 'warn' },
  no_manager: { words: 'No line manager', tone: 'warn' },
  no_group: { words: 'Not in a group', tone: 'warn' },
} as const;
export type EnrolmentAttention = keyof typeof ENROLMENT_ATTENTION;
export const ENROLMENT_ATTENTION_CODES = Object.keys(ENROLMENT_ATTENTION) as EnrolmentAttention[];
