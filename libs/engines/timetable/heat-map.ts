import { Found, Item } from './compiled';
import { HeatMap, HeatMapTargets, compareClashes } from './model';
import type { OpenTimetable } from './timetable';

/**
 * Judges every target of one session. Neighbours and the rules about time are worked out once for each start, only the
 * rules about rooms for each cell, and no words are made until somebody asks for the reasons.
 */
export function heatMapOf(timetable: OpenTimetable, item: Item, { starts, roomIds }: HeatMapTargets): HeatMap {
  const worst = new Uint8Array(starts.length * roomIds.length);
  const count = new Uint16Array(starts.length * roomIds.length);
  const tally = { worst: 0, count: 0 };
  const found: Found = (rule) => {
    const level = timetable.level(rule);
    if (level === 0) return;
    tally.count++;
    if (level > tally.worst) tally.worst = level;
  };
  starts.forEach((start, row) => {
    const there = timetable.compiled.at(item, start, null);
    const neighbours = timetable.neighbours(there);
    Object.assign(tally, { worst: 0, count: 0 });
    timetable.rules.atTime(there, neighbours, found);
    const atTime = { ...tally };
    roomIds.forEach((roomId, column) => {
      Object.assign(tally, atTime);
      timetable.rules.inRoom(timetable.compiled.at(item, start, roomId), neighbours, found);
      const cell = row * roomIds.length + column;
      worst[cell] = tally.worst;
      count[cell] = tally.count;
    });
  });
  return {
    sessionId: item.session.id,
    starts,
    roomIds,
    worst,
    count,
    reasons: (start, roomId) => timetable.clashesOf(timetable.compiled.at(item, start, roomId)).sort(compareClashes),
  };
}
