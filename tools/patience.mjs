// How long tests wait. A limit is there to end what hangs, never to judge a speed: it is generous, and grows with how slow this machine
// is at the moment. Every limit of Jest and Playwright is said here.
import { createHash } from 'node:crypto';

/** What the work below takes on a calm machine of 2026, in milliseconds. */
const CALM = 130;

function slowness() {
  const since = performance.now();
  let people = Array.from({ length: 20_000 }, (_, i) => ({ id: (i * 7_919) % 20_011, name: `Person ${i}` }));
  for (let turn = 0; turn < 3; turn++) {
    people = JSON.parse(JSON.stringify(people)).sort((a, b) => a.id - b.id);
    createHash('sha256').update(JSON.stringify(people)).digest('hex');
  }
  return Math.min(20, Math.max(1, Math.ceil((performance.now() - since) / CALM)));
}

/** By how much everything waits longer here, from 1 to 20: measured once a run, or said by WAYMARK_PATIENCE. */
export const patience = Number(process.env.WAYMARK_PATIENCE) || slowness();
process.env.WAYMARK_PATIENCE = String(patience); // for the processes of this run

const seconds = (calm) => calm * 1000 * patience;
export const LIMITS = {
  /** One test of Jest, or its set-up. */
  test: seconds(180),
  /** One browser test: a whole step of a journey, with axe in it. */
  browserTest: seconds(300),
  /** What a browser test expects to see, or presses. */
  sight: seconds(20),
  /** What comes by a timer of the product's own, of nine seconds at most. */
  beat: seconds(40),
  /** What a suite has closed, until it is gone. */
  closing: seconds(5),
  /** A server that starts. */
  start: seconds(120),
};
