import { BoardClash, BoardMove, BoardRepair, BoardSession } from './board-model';
import { holds, THU } from './example-plan';

/** What a repair says beside its moves; these examples ask nobody to take over. */
const MENDS = { handovers: [], solves: ['This clash'], causes: [] };

/** The plan after some moves. */
export const moved = (plan: readonly BoardSession[], moves: readonly BoardMove[]): BoardSession[] =>
  plan.map((session) => {
    const move = moves.find((one) => one.sessionId === session.id);
    return move
      ? {
          ...session,
          day: move.day,
          roomId: move.roomId,
          start: move.start,
          end: move.start + session.end - session.start,
          version: session.version + 1,
        }
      : session;
  });

/** Enough rules to make the example answer: one leader in two places, one room for two things, seats, and steps. */
export function clashesOf(plan: readonly BoardSession[]): BoardClash[] {
  const clashes: BoardClash[] = [];
  const placed = plan.filter((session) => session.day !== null);
  const meets = (one: { day: string | null; start: number; end: number }, other: { day: string | null; start: number; end: number }) =>
    one.day === other.day && one.start < other.end && other.start < one.end;
  const when = (session: BoardSession) =>
    `${session.day === THU ? 'Thu' : 'Fri'} ${Math.floor(session.start / 60)}:${String(session.start % 60).padStart(2, '0')}`;
  const to = (session: BoardSession, place: Partial<BoardMove>): BoardMove => ({
    sessionId: session.id,
    day: session.day,
    start: session.start,
    roomId: session.roomId,
    ...place,
  });

  placed.forEach((one, index) => {
    for (const other of placed.slice(index + 1)) {
      if (!meets(one, other)) continue;
      const shared = one.leaders.find((leader) => other.leaders.includes(leader));
      const surname = shared?.split(' ').at(-1);
      const ids = [one.id, other.id];
      const repairs: BoardRepair[] = [{ label: 'Move to 12:15', moves: [to(other, { start: 735 })], ...MENDS }];
      if (shared)
        clashes.push({
          key: `leader ${ids}`,
          severity: 'block',
          title: `${shared} is in 2 sessions`,
          sentence: `${when(one)}. ${other.title} and ${one.title}.`,
          sessionIds: ids,
          short: `${surname} in 2 places`,
          repairs,
        });
      if (one.roomId !== null && one.roomId === other.roomId)
        clashes.push({
          key: `room ${ids}`,
          severity: 'block',
          title: `${one.title} and ${other.title} share a room`,
          sentence: `${when(other)}. Both are in the same room.`,
          sessionIds: ids,
          short: 'Room clash',
          repairs: [],
        });
    }
    const size = Number(/\((\d+)/.exec(one.who)?.[1] ?? 0);
    if (one.roomId === 'crouch' && size > 12)
      clashes.push({
        key: `seats ${one.id}`,
        severity: 'block',
        title: 'Crouch room is too small',
        sentence: `${when(one)}. ${size} people, 12 seats. Blackwater room (16 seats) is free.`,
        sessionIds: [one.id],
        short: 'Too small',
        repairs: [{ label: 'Move to Blackwater', moves: [to(one, { roomId: 'blackwater' })], ...MENDS }],
      });
    const held = holds.find((hold) => hold.roomId === one.roomId && meets(one, hold));
    if (held)
      clashes.push({
        key: `hold ${one.id}`,
        severity: 'block',
        title: `Chelmer suite is held by ${held.holder}`,
        sentence: `Fri 13:30 to 14:30. Overlaps ${one.title} by ${Math.min(one.end, held.end) - Math.max(one.start, held.start)} minutes.`,
        sessionIds: [one.id],
        short: 'Room clash',
        repairs: [{ label: 'Move to Thursday 10:45', moves: [to(one, { day: THU, start: 645 })], ...MENDS }],
      });
    if (one.roomId === 'crouch' && one.id.startsWith('als'))
      clashes.push({
        key: `steps ${one.id}`,
        severity: 'warn',
        title: 'Access need not met',
        sentence: `${when(one)}. Crouch room has no step-free access.`,
        sessionIds: [one.id],
        short: 'No step-free access',
        repairs: [
          {
            ...MENDS,
            label: 'Swap with Colne',
            moves: [
              to(one, { roomId: 'colne' }),
              ...plan.filter((other) => other.id === 'als-1').map((other) => to(other, { roomId: 'crouch' })),
            ],
          },
        ],
      });
  });
  return clashes;
}
