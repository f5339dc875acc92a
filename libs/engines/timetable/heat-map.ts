import { CompiledRoom, Found, Item, timesOf } from './compiled';
import { Entry, countsOn } from './day-index';
import { DayNumber, HeatMap, HeatMapTargets, Span, compareClashes } from './model';
import { OpenPlan, sharesFacilitator } from './open-plan';
import { Neighbours } from './rules';
import { dayOf, lastDayOf, overlap } from './time';

/**
 * Judges every target of one session. What depends on the time alone is worked out once for each start, what depends on
 * the room alone once for each room, who can be in the way at all once for each day; and no words are made until
 * somebody asks for the reasons.
 */
export function heatMapOf(open: OpenPlan, item: Item, { starts, roomIds }: HeatMapTargets): HeatMap {
  const { compiled, rules } = open;
  const worst = new Uint8Array(starts.length * roomIds.length);
  const count = new Uint16Array(starts.length * roomIds.length);
  let clashes = 0;
  let level = 0;
  const found: Found = (rule) => {
    const next = open.level(rule);
    if (next === 0) return;
    clashes++;
    if (next > level) level = next;
  };
  const columns = roomIds.map((roomId) => {
    const there = compiled.at(item, item.start, roomId);
    clashes = level = 0;
    rules.ofRoom(there, found);
    return { there, clashes, level };
  });
  const nearby = new Nearby(
    open,
    item,
    columns.map(({ there }) => there.room),
  );
  // One item, put where it is asked about: nothing keeps it.
  const then = { ...item };
  starts.forEach((start, row) => {
    const { end, roomTime } = timesOf(item.session, start);
    putAt(then, start, end, roomTime);
    nearby.look(then);
    clashes = level = 0;
    rules.atTime(then, nearby.anywhere, found);
    const atTime = { clashes, level };
    columns.forEach((column, at) => {
      const { there } = column;
      putAt(there, start, end, roomTime);
      clashes = atTime.clashes + column.clashes;
      level = Math.max(atTime.level, column.level);
      rules.inRoom(there, nearby.inRoom(there.room), found);
      worst[row * columns.length + at] = level;
      count[row * columns.length + at] = clashes;
    });
  });
  return {
    sessionId: item.session.id,
    starts,
    roomIds,
    worst,
    count,
    reasons: (start, roomId) => open.clashesOf(compiled.at(item, start, roomId)).sort(compareClashes),
  };
}

function putAt(item: Item, start: number, end: number, roomTime: Span): void {
  item.start = start;
  item.end = end;
  item.roomTime = roomTime;
}

/** A session that can clash with the one of the map, and by what. */
interface Rival extends Entry<Item> {
  /** Neither can be at the same time as the other: they share people or a facilitator. */
  apart: boolean;
  facilitator: boolean;
  /** It has one of the map's rooms. */
  inTheRooms: boolean;
}

/**
 * The neighbours of one session as it is held over one start after the other. Most sessions of a day share nothing with
 * it and no room of the map, whatever the hour: they are left out once a day, and each start looks at the few others.
 */
class Nearby {
  /** Those of the start looked at last; without rooms, which `inRoom` tells apart. */
  readonly anywhere: Neighbours;
  private readonly rivals = new Map<DayNumber, Rival[]>();
  private readonly way: number;
  private readonly rooms: ReadonlyMap<CompiledRoom, Neighbours>;
  private readonly noRoom: Neighbours;

  constructor(
    private readonly open: OpenPlan,
    private readonly item: Item,
    rooms: readonly (CompiledRoom | null)[],
  ) {
    this.anywhere = { together: [], roomsTogether: [], onTheWay: [], linked: open.linked(item) };
    this.noRoom = this.anywhere;
    // The lists that rooms share are the same lists; each has its own of who is in the room.
    this.rooms = new Map(rooms.flatMap((room) => (room ? [[room, { ...this.anywhere, roomsTogether: [] }]] : [])));
    this.way = open.wayOf(item);
  }

  /** Finds who is near the session where it is held now. */
  look(then: Item): void {
    const { together, onTheWay } = this.anywhere;
    together.length = onTheWay.length = 0;
    for (const { roomsTogether } of this.rooms.values()) roomsTogether.length = 0;
    const { start, end, roomTime } = then;
    const near = { start: Math.min(roomTime.start, start - this.way), end: Math.max(roomTime.end, end + this.way) };
    const first = dayOf(near.start);
    const last = lastDayOf(near);
    for (let day = first; day <= last; day++) {
      for (const { span, value: other, apart, facilitator, inTheRooms } of this.rivalsOn(day)) {
        if (!overlap(near, span) || !countsOn(day, first, span)) continue;
        if (inTheRooms && overlap(roomTime, other.roomTime)) this.rooms.get(other.room!)!.roomsTogether.push(other);
        if (!apart) continue;
        if (overlap(then, other)) together.push(other);
        else if (facilitator && this.way) onTheWay.push(other);
      }
    }
  }

  /** The neighbours it would have in this room, at the start looked at last. */
  inRoom(room: CompiledRoom | null): Neighbours {
    return room ? this.rooms.get(room)! : this.noRoom;
  }

  private rivalsOn(day: DayNumber): readonly Rival[] {
    const known = this.rivals.get(day);
    if (known) return known;
    const rivals: Rival[] = [];
    for (const entry of this.open.onDay(day)) {
      const other = entry.value;
      if (other.session.id === this.item.session.id) continue;
      const facilitator = sharesFacilitator(this.item, other);
      const apart = facilitator || this.open.compiled.audiences.shared(this.item.audience, other.audience) !== undefined;
      const inTheRooms = other.room !== null && this.rooms.has(other.room);
      if (apart || inTheRooms) rivals.push({ ...entry, apart, facilitator, inTheRooms });
    }
    this.rivals.set(day, rivals);
    return rivals;
  }
}
