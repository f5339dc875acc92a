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

/** What belongs to the building: whoever is in any of its rooms has it. All else is a room's own, where it says so. */
const OF_THE_BUILDING: readonly string[] = ['accessible_wc', 'gender_neutral_wc', 'parking', 'prayer_room', 'quiet_room'];

/** What a room itself has (`null`: the same as its venue), and what its venue has. */
interface RoomAccess {
  access: readonly string[] | null;
  venueAccess: readonly string[];
}

/**
 * What somebody finds in a room: what it has itself, or else what its venue has, and in either case what belongs to the building. The one answer
 * for the check, the board and the pages; `waymark_room_access` is the same in SQL.
 */
export function roomAccess({ access, venueAccess }: RoomAccess): string[] {
  const own = access ?? venueAccess;
  return [...new Set([...own, ...venueAccess.filter((feature) => OF_THE_BUILDING.includes(feature))])].sort();
}

/** Whether people get into a room without stairs, as the head of its column says it. */
export function wayIntoRoom(room: RoomAccess): 'step-free' | 'stairs only' | 'access not recorded' {
  if (roomAccess(room).includes('step_free')) return 'step-free';
  return room.access === null && room.venueAccess.length === 0 ? 'access not recorded' : 'stairs only';
}

/** What a room has, as its venue's page says it. */
export function roomAccessWords(room: RoomAccess): string {
  if (room.access === null) return 'Same as the venue';
  const words = accessWords(room.access);
  return [words, ...(room.access.includes('step_free') ? [] : ['Stairs only'])].filter(Boolean).join(', ');
}
