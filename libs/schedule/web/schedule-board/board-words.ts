import { BoardDay, BoardHold, BoardPlace, BoardRoom, BoardSession, BoardVerdict } from './board-model';

/** 795 → '13:15'; a minute of the next day is the time that clocks show then: 1530 → '1:30'. */
export const clock = (minutes: number): string => `${Math.floor((minutes % 1440) / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** '13:15 to 14:45', or '23:30 to 1:30 the next day' */
export const span = (start: number, end: number): string =>
  `${clock(start)} to ${end === 1440 ? 'midnight' : clock(end)}${end > 1440 ? ' the next day' : ''}`;

/** 45 → '45 min', 60 → '1 hour', 90 → '1 hour 30 min' */
export function lasting(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words = [hours ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '', rest || !hours ? `${rest} min` : ''];
  return words.filter(Boolean).join(' ');
}

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** 'Thursday 24 June' → 'Thu 24', which is what fits on a button. */
export function shortDay(title: string): string {
  const [weekday = '', number = ''] = title.split(' ');
  return [weekday.slice(0, 3), number].filter(Boolean).join(' ');
}

/** Where somebody is told a session is: 'Thursday 24 June, 13:15 to 14:45, Crouch room'. */
export function placeWords(place: BoardPlace, minutes: number, days: readonly BoardDay[], rooms: readonly BoardRoom[]): string {
  if (place.day === null) return 'Not on the schedule';
  const day = days.find((one) => one.date === place.day)?.title ?? place.day;
  return `${day}, ${span(place.start, place.start + minutes)}, ${roomName(place.roomId, rooms)}`;
}

export const roomName = (id: string | null, rooms: readonly BoardRoom[]): string =>
  rooms.find((room) => room.id === id)?.name ?? (id === null ? 'Online' : 'Another room');

/** What stands on a room that somebody else has. */
export const holdWords = ({ holder }: BoardHold): string => (holder === null ? 'Taken by an event you cannot see' : `Held by ${holder}`);

export const verdictWords = (verdict: BoardVerdict): string =>
  verdict.severity === 'ok' || !verdict.words.length ? 'No clashes with this time and room.' : verdict.words.join(' ');

/** Everything a block says, for people who hear the title button alone: ', workshop, 13:15 to 14:45, Crouch room, Dr Nwosu, Group 2. 2 clashes'. */
export function blockWords(session: BoardSession, room: string, flag: string | null): string {
  const facts = [session.kindWord, span(session.start, session.end), room, ...session.leaders, session.who].filter(Boolean).join(', ');
  const lock = session.movable ? '' : ` Locked${session.lockedReason ? `: ${session.lockedReason}` : '.'}`;
  return `, ${facts}.${flag ? ` ${flag}.` : ''}${lock}`;
}
