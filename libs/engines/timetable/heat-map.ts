import { Found, Item, timesOf } from './compiled';
import { HeatMap, HeatMapTargets, compareClashes } from './model';
import type { OpenPlan } from './open-plan';

/**
 * Judges every target of one session. What depends on the time alone is worked out once for each start, what depends on
 * the room alone once for each room, and no words are made until somebody asks for the reasons.
 */
export function heatMapOf(plan: OpenPlan, item: Item, { starts, roomIds }: HeatMapTargets): HeatMap {
  const { compiled, rules } = plan;
  const worst = new Uint8Array(starts.length * roomIds.length);
  const count = new Uint16Array(starts.length * roomIds.length);
  let clashes = 0;
  let level = 0;
  const found: Found = (rule) => {
    const next = plan.level(rule);
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
  starts.forEach((start, row) => {
    const times = timesOf(item.session, start);
    const then = { ...item, ...times };
    const neighbours = plan.neighbours(then);
    clashes = level = 0;
    rules.atTime(then, neighbours, found);
    const atTime = { clashes, level };
    columns.forEach((column, at) => {
      const { there } = column;
      there.start = times.start;
      there.end = times.end;
      there.roomTime = times.roomTime;
      clashes = atTime.clashes + column.clashes;
      level = Math.max(atTime.level, column.level);
      rules.inRoom(there, neighbours, found);
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
    reasons: (start, roomId) => plan.clashesOf(compiled.at(item, start, roomId)).sort(compareClashes),
  };
}
