import { Flag, inGroup, inOrder } from './board-layout';
import { BoardDay, BoardHold, BoardRoom, BoardSession } from './board-model';
import { roomName } from './board-words';

type ListRow = { key: string; start: number; end: number; room: string } & (
  { kind: 'session'; session: BoardSession; flag: Flag | null } | { kind: 'hold'; hold: BoardHold }
);

export interface ListDay {
  day: BoardDay;
  rows: ListRow[];
}

/** The days as lists in order of time: the sessions of one group (`null`: of everyone) and other people's bookings. */
export const listDays = (
  days: readonly BoardDay[],
  rooms: readonly BoardRoom[],
  sessions: readonly BoardSession[],
  holds: readonly BoardHold[],
  flags: ReadonlyMap<string, Flag>,
  group: string | null,
): ListDay[] =>
  days.map((day) => {
    const theirs = inOrder(sessions.filter((session) => session.day === day.date && inGroup(session, group)));
    const rows: ListRow[] = [
      ...theirs.map((session) => ({ kind: 'session' as const, session, flag: flags.get(session.id) ?? null, ...whereOf(session, rooms) })),
      ...holds.filter((hold) => hold.day === day.date).map((hold) => ({ kind: 'hold' as const, hold, ...whereOf(hold, rooms) })),
    ];
    return { day, rows: rows.sort((one, other) => one.start - other.start) };
  });

const whereOf = ({ id, start, end, roomId }: BoardSession | BoardHold, rooms: readonly BoardRoom[]) => ({
  key: id,
  start,
  end,
  room: roomName(roomId, rooms),
});
