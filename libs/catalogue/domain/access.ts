/**
 * What a venue or a room offers, and in the same words what a person may need. `word` is how a list says it; `feature` how a sentence
 * does: "the room has no hearing loop".
 */
export const ACCESS_FEATURES = {
  step_free: { word: 'Step-free', feature: 'step-free access' },
  lift: { word: 'Lift', feature: 'a lift' },
  hearing_loop: { word: 'Hearing loop', feature: 'a hearing loop' },
  accessible_wc: { word: 'Accessible toilet', feature: 'an accessible toilet' },
  parking: { word: 'Accessible parking', feature: 'accessible parking' },
  quiet_room: { word: 'Quiet room', feature: 'a quiet room' },
  prayer_room: { word: 'Prayer room', feature: 'a prayer room' },
  gender_neutral_wc: { word: 'Gender-neutral toilet', feature: 'a gender-neutral toilet' },
} as const;

export type AccessFeature = keyof typeof ACCESS_FEATURES;
export const ACCESS_CODES = Object.keys(ACCESS_FEATURES) as AccessFeature[];

/** "Step-free, Hearing loop" in the order of the table; empty when nothing is known. */
export function accessWords(codes: readonly string[]): string {
  return ACCESS_CODES.filter((code) => codes.includes(code))
    .map((code) => ACCESS_FEATURES[code].word)
    .join(', ');
}
