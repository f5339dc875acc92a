import { checkPlan } from '../../libs/engines/timetable/check';
import { openTimetable } from '../../libs/engines/timetable/timetable';
import { aHeatMap, aMove, bigPlan, percentile, pick, randomFrom, ROOMS_OF_VENUE, SEED, startsOfHeatMap } from './big-plan';

interface Line {
  figure: string;
  value: number;
  unit: string;
  goal: string;
  met: boolean;
}

export async function bench(): Promise<{ name: string; lines: Line[] }> {
  const random = randomFrom(SEED);
  const plan = bigPlan(random);
  const opened = timed(() => openTimetable(plan));
  const timetable = opened.result;
  const moves = Array.from({ length: 2000 }, () => aMove(plan, random));

  // The first calls are the slow ones: they are what somebody's first drag feels like, so they stay in the figures.
  const judged = moves.map((move) => timed(() => timetable.judge([move])).ms);
  const applied = moves.slice(0, 500).map((move) => timed(() => timetable.apply([move])).ms);

  const starts = startsOfHeatMap();
  const maps = Array.from({ length: 60 }, () => {
    const { sessionId, roomIds } = aHeatMap(plan, random);
    return timed(() => timetable.heatMap(sessionId, { starts, roomIds })).cpu;
  });

  const clashes = timetable.clashes();
  const repaired = Array.from({ length: 100 }, () => pick(clashes, random)).map((clash) => timed(() => timetable.repairs(clash)).cpu);

  const full = timed(() => checkPlan(timetable.plan()));
  const same = JSON.stringify(full.result) === JSON.stringify(clashes);
  const ratio = percentile(judged, 50) / full.cpu;

  return {
    name: `Timetable of ${plan.sessions.length} sessions, ${plan.people.length} people and ${clashes.length} clashes`,
    lines: [
      measured('open the plan', opened.cpu),
      atMost('judge a move, p50', percentile(judged, 50), 5),
      atMost('judge a move, p95', percentile(judged, 95), 5),
      measured('judge a move, slowest of 2,000', percentile(judged, 100)),
      atMost('make a move, p95', percentile(applied, 95), 5),
      atMost(`heat map of ${starts.length * ROOMS_OF_VENUE} targets, p50`, percentile(maps, 50), 16),
      atMost(`heat map of ${starts.length * ROOMS_OF_VENUE} targets, p95`, percentile(maps, 95), 16),
      atMost('repairs of a clash, p95', percentile(repaired, 95), 50),
      measured('full check', full.cpu),
      { figure: 'judge to full check', value: Number(ratio.toPrecision(3)), unit: 'ratio', goal: 'under 0.001', met: ratio < 0.001 },
      { figure: 'same clashes as the full check', value: same ? 1 : 0, unit: '', goal: '1', met: same },
    ],
  };
}

/**
 * Milliseconds, by the clock and of this thread's processor. What takes milliseconds is compared by processor time, so
 * that whatever else the machine does is not held against the engine; what takes less is too short for that clock.
 */
function timed<T>(work: () => T): { result: T; ms: number; cpu: number } {
  const before = process.threadCpuUsage();
  const start = performance.now();
  const result = work();
  const ms = performance.now() - start;
  const { user, system } = process.threadCpuUsage(before);
  return { result, ms, cpu: (user + system) / 1000 };
}

function measured(figure: string, ms: number): Line {
  return { figure, value: Number(ms.toPrecision(3)), unit: 'ms', goal: 'none', met: true };
}

function atMost(figure: string, ms: number, goal: number): Line {
  return { ...measured(figure, ms), goal: `under ${goal}`, met: ms < goal };
}
