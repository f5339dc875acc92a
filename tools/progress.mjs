// Tells a waiting person what is going on. Runs on any Node from 18.

/** When the command began: the first process of the chain says so to the one it hands over to. */
const began = Number(process.env.WAYMARK_BEGAN ?? 0) || Date.now();
process.env.WAYMARK_BEGAN = String(began);

export const elapsed = () => (Date.now() - began) / 1000;
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

const live = process.stdout.isTTY && !process.env.CI;
const running = new Map();
const clear = () => live && process.stdout.write('\r\x1b[K');

function draw() {
  if (running.size === 0) return;
  const what = [...running].map(([name, since]) => `${name} ${Math.round((Date.now() - since) / 1000)} s`).join(', ');
  if (live) process.stdout.write(`\r\x1b[K  ${what}`.slice(0, (process.stdout.columns ?? 80) + 3));
  else console.log(`  … ${what}`);
}

/** One line with the seconds since the command began. */
export function say(message) {
  clear();
  console.log(`${elapsed().toFixed(1).padStart(6)} s  ${message}`);
}

/** Runs `work`, shows that it goes on (every second on a terminal, every ten elsewhere) and how long it took, in milliseconds. */
export async function step(name, work) {
  const since = Date.now();
  running.set(name, since);
  const timer = setInterval(draw, live ? 1000 : 10_000);
  timer.unref();
  if (live) draw();
  try {
    const value = await work();
    const took = Date.now() - since;
    running.delete(name);
    say(`${name}: ${seconds(took)}`);
    return { value, took };
  } finally {
    running.delete(name);
    clearInterval(timer);
    clear();
  }
}
