import { BoardClash, BoardDay, BoardHeat, BoardHold, BoardPlace, BoardRoom, BoardSession, BoardSeverity, placeKey } from './board-model';

/** The board's raster, in minutes. Sessions at other times are drawn where they are; moves land on the raster. */
export const SLOT = 15;

interface Span {
  start: number;
  end: number;
}

export interface Flag {
  severity: BoardSeverity;
  words: string;
}

type Item = { kind: 'session'; session: BoardSession } | { kind: 'hold'; hold: BoardHold };

/** One block in a column: rows count quarter hours from the top, left and right are per cent of the column. */
export interface Placed<T> {
  item: T;
  from: number;
  rows: number;
  left: number;
  right: number;
  layer: number;
  /** Rows from its top before another block lies over it; what must be read stands in these. */
  clear: number;
}

interface Column {
  room: BoardRoom;
  blocks: Placed<Item & { key: string }>[];
  elsewhere: { from: number; rows: number }[];
}

/** What a day's board spans: its opening hours, stretched to whole hours by whatever stands outside them. */
export function hoursShown(day: BoardDay, items: readonly Span[]): Span {
  const start = Math.min(day.opens, ...items.map((item) => item.start));
  const end = Math.max(day.closes, ...items.map((item) => item.end));
  return {
    start: start < day.opens ? Math.floor(start / 60) * 60 : day.opens,
    end: end > day.closes ? Math.ceil(end / 60) * 60 : day.closes,
  };
}

export const rowsOf = (span: Span, top: number): { from: number; rows: number } => ({
  from: (span.start - top) / SLOT,
  rows: (span.end - span.start) / SLOT,
});

/** The full hours to label, with their row. */
export function hourLabels(shown: Span): { minutes: number; row: number }[] {
  const labels = [];
  for (let minutes = Math.ceil(shown.start / 60) * 60; minutes < shown.end; minutes += 60)
    labels.push({ minutes, row: (minutes - shown.start) / SLOT });
  return labels;
}

/** A target must be 24 pixels high, so a day with quarter-hour sessions gets taller rows. */
export const rowHeight = (spans: readonly Span[]): number => (spans.some((span) => span.end - span.start < 2 * SLOT) ? 27 : 17);

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/**
 * Puts overlapping blocks of one column where each stays visible and usable. A block that begins well after the one it overlaps is
 * laid over it, a step further in (30 % for two, less for more); blocks that begin within half an hour of each other would hide
 * each other's titles and Move buttons, so they share the width.
 */
export function cascade<T extends Span>(items: readonly T[], top: number): Placed<T>[] {
  const sorted = [...items].sort((one, other) => one.start - other.start || other.end - one.end);
  return clusters(sorted).flatMap((cluster) => {
    const lanes = lanesOf(cluster);
    const step = Math.min(30, 60 / Math.max(1, Math.max(...lanes)));
    const crowded = cluster.some((one, index) =>
      cluster.some((other, at) => at > index && other.start - one.start < 2 * SLOT && overlap(one, other)),
    );
    const width = 100 / (Math.max(...lanes) + 1);
    return cluster.map((item, index) => {
      const layer = lanes[index] ?? 0;
      const sides = crowded ? { left: layer * width, right: 100 - (layer + 1) * width } : { left: layer * step, right: 0 };
      const over = cluster.filter((other, at) => !crowded && (lanes[at] ?? 0) > layer && other.start >= item.start && overlap(item, other));
      const clear = (Math.min(item.end, ...over.map((other) => other.start)) - item.start) / SLOT;
      return { item, ...rowsOf(item, top), ...sides, layer, clear };
    });
  });
}

/** Groups of items joined by overlaps; `sorted` by start. */
function clusters<T extends Span>(sorted: readonly T[]): T[][] {
  const found: T[][] = [];
  let end = -Infinity;
  for (const item of sorted) {
    if (item.start >= end) found.push([]);
    found[found.length - 1]?.push(item);
    end = Math.max(end, item.end);
  }
  return found;
}

/** The first lane in which nothing is in the way. */
function lanesOf(cluster: readonly Span[]): number[] {
  const ends: number[] = [];
  return cluster.map((item) => {
    const free = ends.findIndex((end) => end <= item.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = item.end;
    return lane;
  });
}

/** Joins what touches or overlaps, in order of time. */
export function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** When everybody is in another room, so that this one stands empty for a reason. */
export const elsewhere = (roomId: string | null, sessions: readonly BoardSession[]): Span[] =>
  merged(sessions.filter((session) => session.wholeCohort && session.status !== 'cancelled' && session.roomId !== roomId));

/** The rooms, and a column more for each place a session stands in that is not among them: nothing may be invisible. */
export function columnsFor(rooms: readonly BoardRoom[], sessions: readonly BoardSession[]): BoardRoom[] {
  const known = new Set(rooms.map((room) => room.id));
  const strays = new Set(sessions.filter((session) => session.day !== null && !known.has(session.roomId)).map((session) => session.roomId));
  return [
    ...rooms,
    ...[...strays].map((id) =>
      id === null ? { id, name: 'Online', detail: 'No room' } : { id, name: 'Another room', detail: 'Not in the list of rooms' },
    ),
  ];
}

export interface DayLayout {
  day: BoardDay;
  shown: Span;
  slots: number;
  rowHeight: number;
  hours: { minutes: number; row: number }[];
  sessions: BoardSession[];
  columns: Column[];
}

export function layDay(
  day: BoardDay,
  rooms: readonly BoardRoom[],
  allSessions: readonly BoardSession[],
  allHolds: readonly BoardHold[],
): DayLayout {
  const sessions = inOrder(allSessions.filter((session) => session.day === day.date));
  const holds = allHolds.filter((hold) => hold.day === day.date);
  const shown = hoursShown(day, [...sessions, ...holds]);
  const columns = rooms.map((room) => {
    const items = [
      ...sessions
        .filter((session) => session.roomId === room.id)
        .map((session) => ({ kind: 'session' as const, session, key: session.id, start: session.start, end: session.end })),
      ...holds
        .filter((hold) => hold.roomId === room.id)
        .map((hold) => ({ kind: 'hold' as const, hold, key: hold.id, start: hold.start, end: hold.end })),
    ];
    return { room, blocks: cascade(items, shown.start), elsewhere: elsewhere(room.id, sessions).map((span) => rowsOf(span, shown.start)) };
  });
  const spans = [...sessions, ...holds];
  return {
    day,
    shown,
    slots: Math.ceil((shown.end - shown.start) / SLOT),
    rowHeight: rowHeight(spans),
    hours: hourLabels(shown),
    sessions,
    columns,
  };
}

export const inOrder = (sessions: readonly BoardSession[]): BoardSession[] =>
  [...sessions].sort(
    (one, other) => (one.day ?? '').localeCompare(other.day ?? '') || one.start - other.start || one.title.localeCompare(other.title),
  );

const RANK: Record<BoardSeverity, number> = { block: 2, warn: 1, info: 0 };

/** What each session's block says about its clashes. What somebody overrode stays marked with who and why, behind what is still open. */
export function flagsOf(clashes: readonly BoardClash[]): Map<string, Flag> {
  const bySession = new Map<string, BoardClash[]>();
  for (const clash of clashes) {
    for (const id of new Set(clash.sessionIds)) bySession.set(id, [...(bySession.get(id) ?? []), clash]);
  }
  return new Map(
    [...bySession].map(([id, found]) => {
      const accepted = found.flatMap(({ short, overridden }) =>
        overridden ? [`${short}, overridden by ${overridden.by}: ${overridden.reason}`] : [],
      );
      const open = found.filter(({ overridden }) => !overridden);
      if (open.length === 0) return [id, { severity: 'info', words: accepted.join('. ') }];
      const worst = open.reduce((one, other) => (RANK[other.severity] > RANK[one.severity] ? other : one));
      const blocks = open.filter((clash) => clash.severity === worst.severity);
      const words = blocks.length > 1 ? `${blocks.length} ${PLURALS[worst.severity]}` : worst.short;
      return [id, { severity: worst.severity, words: [words, ...accepted].join('. ') }];
    }),
  );
}

const PLURALS: Record<BoardSeverity, string> = { block: 'clashes', warn: 'warnings', info: 'notes' };

export const inGroup = (session: BoardSession, groupId: string | null): boolean =>
  groupId === null || session.wholeCohort || session.groupIds.includes(groupId);

/** Runs of equal heat in one column: one tinted strip each. A strip covers the starts it speaks of. */
export function heatStrips(
  heat: BoardHeat,
  day: BoardDay,
  roomId: string | null,
  top: number,
): { from: number; rows: number; severity: BoardSeverity | 'ok' }[] {
  const strips: { from: number; rows: number; severity: BoardSeverity | 'ok' }[] = [];
  for (let start = day.opens; start < day.closes; start += SLOT) {
    const place: BoardPlace = { day: day.date, roomId, start };
    const severity = heat.get(placeKey(place));
    if (!severity) continue;
    const from = (start - top) / SLOT;
    const last = strips.at(-1);
    if (last && last.severity === severity && last.from + last.rows === from) last.rows += 1;
    else strips.push({ from, rows: 1, severity });
  }
  return strips;
}
