/** What about a person's place asks for somebody's attention: the code, its words, and how loudly they are said. */
export const ENROLMENT_ATTENTION = {
  needs_unmet: { words: 'Access need not met', tone: 'alert' },
  elsewhere: { words: 'In two sessions at once', tone: 'alert' },
  waiting: { words: 'Waiting for another cohort', tone: 'warn' },
  changed_employer: { words: 'Changed employer', tone: 'warn' },
  no_employer: { words: 'No employer', tone: 'warn' },
  no_manager: { words: 'No line manager', tone: 'warn' },
  no_group: { words: 'Not in a group', tone: 'warn' },
} as const;
export type EnrolmentAttention = keyof typeof ENROLMENT_ATTENTION;
export const ENROLMENT_ATTENTION_CODES = Object.keys(ENROLMENT_ATTENTION) as EnrolmentAttention[];

/** What a person's place is judged by. */
export interface PlaceFacts {
  /** Confirmed or active. */
  live: boolean;
  /** Deferred, and not yet on another cohort. */
  waiting: boolean;
  needUnmet: boolean;
  elsewhere: boolean;
  /** Organisation of today's job, or null without one. */
  employer: string | null;
  /** Organisation that the place was taken for. */
  takenFor: string | null;
  /** Whether today's job has a line manager; null without a job. */
  managed: boolean | null;
  /** Those they are in. */
  groups: readonly unknown[];
}

/** @param grouped whether the cohort has groups at all */
export function attentionOf(place: PlaceFacts, grouped: boolean): EnrolmentAttention[] {
  if (place.waiting) return ['waiting'];
  if (!place.live) return [];
  const found: Record<Exclude<EnrolmentAttention, 'waiting'>, boolean> = {
    needs_unmet: place.needUnmet,
    elsewhere: place.elsewhere,
    changed_employer: place.employer !== null && place.takenFor !== null && place.employer !== place.takenFor,
    no_employer: place.employer === null && place.takenFor === null,
    no_manager: place.managed === false,
    no_group: grouped && place.groups.length === 0,
  };
  return ENROLMENT_ATTENTION_CODES.filter((code) => code !== 'waiting' && found[code]);
}
