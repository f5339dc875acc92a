/** What a session can ask for and a room can have. */
export const EQUIPMENT = {
  projector: 'Projector',
  screen: 'Large screen',
  video_call: 'Video call kit',
  microphone: 'Microphone',
  flipchart: 'Flipcharts',
  whiteboard: 'Whiteboard',
  laptops: 'Laptops',
} as const;

export type Equipment = keyof typeof EQUIPMENT;
export const EQUIPMENT_CODES = Object.keys(EQUIPMENT) as Equipment[];

/** "Projector, Flipcharts" in the order of the table. */
export function equipmentWords(codes: readonly string[]): string {
  return EQUIPMENT_CODES.filter((code) => codes.includes(code))
    .map((code) => EQUIPMENT[code])
    .join(', ');
}
