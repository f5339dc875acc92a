/** How the board tints a session. Several kinds may look the same; the word on the block tells them apart. */
type BoardFamily = 'plenary' | 'workshop' | 'mentoring' | 'placement' | 'break' | 'online' | 'other';

/**
 * What a session can be: the word people read, and its look on the board. `pause` is true where people rest or eat: such a session
 * needs no facilitator, and repairs of a clash leave it where it is.
 */
export const SESSION_KINDS = {
  plenary: { word: 'plenary', family: 'plenary', pause: false },
  workshop: { word: 'workshop', family: 'workshop', pause: false },
  seminar: { word: 'seminar', family: 'workshop', pause: false },
  learning_set: { word: 'learning set', family: 'mentoring', pause: false },
  mentoring: { word: 'mentoring', family: 'mentoring', pause: false },
  one_to_one: { word: 'one to one', family: 'mentoring', pause: false },
  placement: { word: 'placement', family: 'placement', pause: false },
  visit: { word: 'visit', family: 'placement', pause: false },
  assessment: { word: 'assessment', family: 'other', pause: false },
  showcase: { word: 'showcase', family: 'plenary', pause: false },
  online: { word: 'online session', family: 'online', pause: false },
  social: { word: 'social', family: 'other', pause: false },
  break: { word: 'break', family: 'break', pause: true },
  meal: { word: 'meal', family: 'break', pause: true },
} as const satisfies Record<string, { word: string; family: BoardFamily; pause: boolean }>;

type SessionKind = keyof typeof SESSION_KINDS;
export const SESSION_KIND_CODES = Object.keys(SESSION_KINDS) as SessionKind[];

/** What a kind means; one that is no longer in the table reads as its own name. */
export function sessionKind(code: string): { word: string; family: BoardFamily; pause: boolean } {
  return SESSION_KINDS[code as SessionKind] ?? { word: code.replaceAll('_', ' '), family: 'other', pause: false };
}

export const SESSION_MODES = { in_person: 'in person', online: 'online', hybrid: 'in person and online' } as const;
type SessionMode = keyof typeof SESSION_MODES;
export const SESSION_MODE_CODES = Object.keys(SESSION_MODES) as SessionMode[];
