import { Busy, SIGNED_OUT, Turns, type TurnLimits } from './turns';

const LIMITS: TurnLimits = { atOnce: 3, each: 2, alone: 3, waiting: 4, within: 1_000 };
let moment = 0;
let turns: Turns;
let begun: string[];
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance', 'nextTick', 'queueMicrotask'] });
  moment = 100_000;
  jest.spyOn(performance, 'now').mockImplementation(() => moment);
  turns = new Turns(LIMITS);
  begun = [];
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** Asks for a turn, and writes down in `begun` when it is there. Answers what says that whoever asked has left, where they must wait. */
function ask(of: string, name = of): { leave: () => void; turn: Promise<unknown> } {
  let leave: () => void = () => undefined;
  const waiting = turns.take(of, (whenGone) => (leave = whenGone));
  if (!waiting) begun.push(name);
  const turn = waiting?.then(
    () => begun.push(name),
    (error: Error) => error,
  );
  return { leave, turn: turn ?? Promise.resolve() };
}
const settled = () => new Promise((done) => setImmediate(done));
/** Two providers that both have been seen. */
const both = () => {
  for (const provider of ['a', 'b']) {
    ask(provider);
    turns.give(provider);
  }
  begun = [];
};

describe('Turns', () => {
  it('are there at once while there are any, without a promise', () => {
    expect(turns.take('a')).toBeUndefined();
    expect(turns.counts).toEqual({ taken: 1, waiting: 0 });
    turns.give('a');
    expect(turns.counts).toEqual({ taken: 0, waiting: 0 });
  });

  it('are given in the order they were asked for', async () => {
    for (const name of ['1', '2', '3', '4', '5']) ask('a', name);
    expect(begun).toEqual(['1', '2', '3']);
    for (let i = 0; i < 2; i++) turns.give('a');
    await settled();
    expect(begun).toEqual(['1', '2', '3', '4', '5']);
  });

  it('leave one for a neighbour, however much one provider asks', () => {
    both();
    for (const name of ['1', '2', '3', '4']) ask('a', name);
    expect(begun).toEqual(['1', '2']);
    ask('b');
    expect(begun).toEqual(['1', '2', 'b']);
  });

  it('are all of one provider’s when nobody else was about for a minute, and whoever is signed out is nobody', () => {
    both();
    moment += 60_000;
    for (const name of ['1', '2']) ask('b', name);
    ask(SIGNED_OUT);
    turns.give(SIGNED_OUT);
    ask('b', '3');
    expect(begun).toEqual(['1', '2', SIGNED_OUT, '3']);
  });

  it('go round by provider, so that nobody starves', async () => {
    turns = new Turns({ ...LIMITS, atOnce: 1 });
    both();
    ask('a', 'first');
    for (const name of ['a1', 'a2', 'a3', 'a4']) ask('a', name);
    for (const name of ['b1', 'b2']) ask('b', name);
    ask('c', 'c1');
    for (const provider of ['a', 'a', 'b', 'c', 'a', 'b', 'a', 'a']) {
      turns.give(provider);
      await settled();
    }
    expect(begun).toEqual(['first', 'a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
    expect(turns.counts).toEqual({ taken: 0, waiting: 0 });
  });

  it('are one after the other for whoever has many waiting, and one more beside what is slow', async () => {
    both();
    for (const name of ['1', '2', '3', '4', '5', '6']) ask('a', name);
    turns.give('a');
    turns.give('a');
    await settled();
    expect(begun).toEqual(['1', '2', '3']);
    moment += 501;
    await jest.advanceTimersByTimeAsync(500);
    expect(begun).toEqual(['1', '2', '3', '4']);
    turns.give('a');
    await settled();
    expect(begun).toEqual(['1', '2', '3', '4', '5']);
  });

  it('are not kept for whoever has left', async () => {
    both();
    ask('a', '1');
    ask('a', '2');
    const third = ask('a', '3');
    ask('a', '4');
    third.leave();
    expect(turns.counts.waiting).toBe(1);
    turns.give('a');
    await settled();
    expect(begun).toEqual(['1', '2', '4']);
    third.leave();
    expect(turns.counts).toEqual({ taken: 2, waiting: 0 });
  });

  it('are refused in words when too many of one’s own wait, and to nobody else', () => {
    both();
    for (const name of ['1', '2', '3', '4', '5', '6']) ask('a', name);
    expect(() => turns.take('a')).toThrow(Busy);
    expect(() => turns.take('a')).toThrow('Waymark is still busy with what your team asked before. Try again in a moment');
    ask('b');
    expect(begun).toContain('b');
  });

  it('are refused to whoever waited too long, who takes none', async () => {
    both();
    ask('a', '1');
    ask('a', '2');
    const { turn } = ask('a', '3');
    await jest.advanceTimersByTimeAsync(LIMITS.within);
    expect(await turn).toBeInstanceOf(Busy);
    turns.give('a');
    turns.give('a');
    expect(turns.counts).toEqual({ taken: 0, waiting: 0 });
    expect(begun).toEqual(['1', '2']);
  });
});
