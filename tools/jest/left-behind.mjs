// What a suite leaves behind fails it: a promise that was rejected with nobody waiting, and whatever keeps its process from ending.
import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '../patience.mjs';

/** Handles by their kind. Those of the process itself (pipes to its parent, and what Jest reads) are there before the first suite. */
function handles() {
  const counts = new Map();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

const KEPT = /^(TCPSocketWrap|TCPServerWrap|PipeServerWrap|ProcessWrap|Timeout|Immediate|Worker|FSEvent\w*|StatWatcher|UDPWrap)$/;

/** How many more of each kind there are than before; nothing when all is put away. */
function more(before) {
  return [...handles()]
    .filter(([kind, count]) => KEPT.test(kind) && count > (before.get(kind) ?? 0))
    .map(([kind, count]) => `${count - (before.get(kind) ?? 0)} ${kind}`);
}

/** A Jest environment that looks, after the last hook of a suite, at what is left of it. */
export const lookingBehind = (Environment) =>
  class extends Environment {
    #before;

    async setup() {
      this.#before = handles();
      await super.setup();
    }

    async handleTestEvent(event, state) {
      await super.handleTestEvent?.(event, state);
      if (event.name !== 'run_finish') return;
      const rejected = [];
      const note = (reason) => rejected.push(reason);
      process.on('unhandledRejection', note);
      const until = performance.now() + LIMITS.closing;
      // A closed socket takes a turn or two to go.
      do await sleep(rejected.length ? 0 : 5);
      while (more(this.#before).length > 0 && performance.now() < until);
      const left = more(this.#before);
      process.off('unhandledRejection', note);
      for (const reason of rejected) state.unhandledErrors.push([asError(reason), new Error()]);
      if (left.length > 0)
        state.unhandledErrors.push([new Error(`This suite leaves open: ${left.join(', ')}. Close it in afterAll.`), new Error()]);
    }
  };

// An error of a suite is of another realm: no `instanceof`.
const asError = (reason) => (reason?.stack ? reason : new Error(`Rejected with nobody waiting: ${String(reason)}`));
