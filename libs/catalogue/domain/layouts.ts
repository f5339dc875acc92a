/** How the seats of a room can stand. A room says how many it takes in each. */
export const ROOM_LAYOUTS = {
  theatre: 'Theatre',
  cabaret: 'Cabaret',
  classroom: 'Classroom',
  boardroom: 'Boardroom',
  u_shape: 'U-shape',
  standing: 'Standing',
} as const;

export type RoomLayout = keyof typeof ROOM_LAYOUTS;
export const LAYOUT_CODES = Object.keys(ROOM_LAYOUTS) as RoomLayout[];

/** Seats by layout. A layout that is not named cannot be set up. */
export type Capacities = Partial<Record<RoomLayout, number>>;

/** The most people a room takes in any layout; null when nobody has said. */
export function largestCapacity(capacities: Capacities): number | null {
  const seats = Object.values(capacities);
  return seats.length === 0 ? null : Math.max(...seats);
}

/** "Theatre 60, Cabaret 32" in the order of the table. */
export function capacityWords(capacities: Capacities): string {
  return LAYOUT_CODES.filter((code) => capacities[code] !== undefined)
    .map((code) => `${ROOM_LAYOUTS[code]} ${capacities[code]}`)
    .join(', ');
}
