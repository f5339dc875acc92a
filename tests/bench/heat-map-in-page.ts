// Bundled for the browser by heat-map-browser.bench.ts, and run in a page of it.
import { openTimetable } from '../../libs/engines/timetable/timetable';
import { aHeatMap, aMove, bigPlan, percentile, randomFrom, SEED, startsOfHeatMap } from './big-plan';

export interface Measured {
  sessions: number;
  targets: number;
  /** Milliseconds. */
  judge: { p50: number; p95: number; slowest: number };
  heatMap: { p50: number; p95: number; slowest: number };
}

/** What one drag on a board asks of the engine: the heat map when it begins, and a judgement wherever it goes. */
function measure(): Measured {
  const random = randomFrom(SEED);
  const plan = bigPlan(random);
  const timetable = openTimetable(plan);
  const moves = Array.from({ length: 2000 }, () => aMove(plan, random));
  const starts = startsOfHeatMap();
  const maps = Array.from({ length: 120 }, () => aHeatMap(plan, random));
  // The first calls are the slow ones: they are what somebody's first drag feels like, so they stay in the figures.
  const judge = moves.map((move) => timed(() => timetable.judge([move])));
  const heatMap = maps.map(({ sessionId, roomIds }) => timed(() => timetable.heatMap(sessionId, { starts, roomIds })));
  return {
    sessions: plan.sessions.length,
    targets: starts.length * maps[0]!.roomIds.length,
    judge: figures(judge),
    heatMap: figures(heatMap),
  };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const figures = (times: number[]) => ({ p50: percentile(times, 50), p95: percentile(times, 95), slowest: percentile(times, 100) });

(globalThis as { measureTimetable?: () => Measured }).measureTimetable = measure;
