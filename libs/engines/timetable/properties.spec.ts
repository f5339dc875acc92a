import fc from 'fast-check';
import { checkPlan } from './check';
import { plan as ordinary } from './given';
import { Clash, Handover, Move, Plan, RULE_CODES, SEVERITIES, Session } from './model';
import { dayOfDate } from './time';
import { openTimetable } from './timetable';

/*
 * Small, crowded plans: few rooms, people and hours, so that every rule is broken often. What the incremental timetable
 * says is compared with the full check, which shares its words and none of its reasoning.
 */
const DAY = dayOfDate('2027-06-24');
const minute = fc.integer({ min: DAY * 96 - 8, max: (DAY + 2) * 96 + 8 }).map((quarter) => quarter * 15);
const minutes = fc.constantFrom(0, 0, 0, 15, 30);
const duration = fc.constantFrom(15, 45, 60, 60, 90, 300, 1500);
const roomIds = ['r1', 'r2', 'r3', 'r4'];
const groupIds = ['g1', 'g2', 'g3', 'guests'];
const facilitatorIds = ['f1', 'f2', 'f3'];
const sessionIds = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];
const features = ['step_free', 'hearing_loop'];
const cohortId = fc.constantFrom('c1', 'c1', 'c2');
const roomId = fc.constantFrom(null, ...roomIds);
const span = fc.record({ start: minute, length: duration }).map(({ start, length }) => ({ start, end: start + length }));
const some = (ids: string[], maxLength = 2) => fc.subarray(ids, { maxLength });
const start = fc.option(minute, { freq: 8 });

const aSession = (id: string): fc.Arbitrary<Session> =>
  fc.record({
    id: fc.constant(id),
    cohortId,
    title: fc.constant(`Session ${id}`),
    start,
    duration,
    roomId,
    venueId: fc.constantFrom(null, 'v1', 'v2'),
    mode: fc.constantFrom('in_person', 'in_person', 'hybrid', 'online'),
    layout: fc.constantFrom(null, 'boardroom', 'theatre'),
    equipment: some(['screen', 'piano']),
    setUp: minutes,
    clearUp: minutes,
    groupIds: some([...groupIds, 'unknown']),
    facilitatorIds: some([...facilitatorIds, 'unknown']),
    after: fc.array(fc.record({ sessionId: fc.constantFrom(...sessionIds), minGap: fc.constantFrom(0, 30, 600) }), { maxLength: 2 }),
    fixed: fc.constantFrom(false, false, true),
    isBreak: fc.constantFrom(false, false, false, true),
    expected: fc.constantFrom(null, 3),
  });

const aRoom = (id: string) =>
  fc.record({
    id: fc.constant(id),
    venueId: fc.constantFrom('v1', 'v2'),
    name: fc.constant(`Room ${id}`),
    capacityByLayout: fc.constantFrom<Record<string, number>[]>({}, { boardroom: 1, theatre: 3 }, { theatre: 2 }),
    access: some(features),
    equipment: some(['screen', 'piano']),
    division: fc.constantFrom(null, 'scotland', 'england-and-wales'),
  });

const aPerson = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`Person ${id}`),
    cohortIds: some(['c1', 'c2']),
    groupIds: some(groupIds),
    needs: some(features),
  });

const aFacilitator = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`Facilitator ${id}`),
    unavailable: fc.array(span, { maxLength: 2 }),
    subjects: some(['Session', 'Finance'], 1),
    available: fc.option(fc.array(span, { maxLength: 3 }), { freq: 1 }),
  });

const aBooking = fc
  .record({ roomId: fc.constantFrom(...roomIds), span, setUp: minutes, clearUp: minutes, cohortId: fc.constantFrom(null, 'c1', 'c2') })
  .map(({ span, ...booking }) => ({ ...booking, ...span, holder: 'Somebody' }));

const all = <T>(ids: string[], make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.tuple(...ids.map(make));

const aPlan: fc.Arbitrary<Plan> = fc
  .record({
    sessions: all(sessionIds, aSession),
    rooms: all(roomIds, aRoom),
    people: all(['p1', 'p2', 'p3', 'p4'], aPerson),
    facilitators: all(facilitatorIds, aFacilitator),
    bookings: fc.array(aBooking, { maxLength: 4 }).map((bookings) => bookings.map((booking, at) => ({ ...booking, id: `b${at}` }))),
    ignored: some([...RULE_CODES], 3),
    travel: fc.constantFrom([], [{ fromVenueId: 'v1', toVenueId: 'v2', minutes: 50 }]),
    holidays: fc.subarray([
      { division: 'scotland', day: DAY + 1, title: 'Saint Somebody' },
      { division: 'england-and-wales', day: DAY, title: 'Bank holiday' },
    ]),
  })
  .map(({ ignored, ...lists }): Plan => {
    const usual = ordinary();
    const dates = { startsOn: DAY, endsOn: DAY + 1, division: 'england-and-wales' };
    return {
      ...usual,
      ...lists,
      cohorts: [
        { id: 'c1', name: 'Essex', ...dates },
        { id: 'c2', name: 'Leeds', ...dates },
      ],
      groups: groupIds.map((id) => ({ id, cohortId: id === 'g3' ? 'c2' : 'c1', name: `Group ${id}`, guests: id === 'guests' })),
      rules: { ...usual.rules, room_not_booked: 'info', ...Object.fromEntries(ignored.map((rule) => [rule, 'ignore' as const])) },
      step: 60,
    };
  });

const aMove: fc.Arbitrary<Move> = fc.record({ sessionId: fc.constantFrom(...sessionIds), start, roomId });
const moveSets = fc.array(fc.array(aMove, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

/** The plan with the moves made, written without the engine. */
function moved(plan: Plan, moves: readonly Move[]): Plan {
  return moves.reduce(
    (it, { sessionId, start, roomId }) => ({
      ...it,
      sessions: it.sessions.map((one) => (one.id === sessionId ? { ...one, start, roomId } : one)),
    }),
    plan,
  );
}

const keys = (clashes: readonly Clash[]) => clashes.map(({ key }) => key);
const without = (clashes: readonly Clash[], others: readonly Clash[]) => clashes.filter(({ key }) => !keys(others).includes(key));
const touching = (clashes: readonly Clash[], id: string) =>
  clashes.filter(({ subjects }) => subjects.some((one) => one.kind === 'session' && one.id === id));

describe('openTimetable', () => {
  it('finds what the full check finds', () => {
    fc.assert(
      fc.property(aPlan, (plan) => {
        const clashes = openTimetable(plan).clashes();
        expect(clashes).toEqual(checkPlan(plan));
        expect(new Set(keys(clashes)).size).toBe(clashes.length);
      }),
      { numRuns: 200 },
    );
  });

  it('judges and makes any moves as the full check before and after would', () => {
    fc.assert(
      fc.property(aPlan, moveSets, (start, sets) => {
        const timetable = openTimetable(start);
        let plan = start;
        for (const moves of sets) {
          const before = checkPlan(plan);
          plan = moved(plan, moves);
          const after = checkPlan(plan);
          const verdict = timetable.judge(moves);
          expect(timetable.clashes()).toEqual(before);
          expect(verdict.added).toEqual(without(after, before));
          expect(verdict.removed).toEqual(without(before, after));
          const same = new Set(before.map((clash) => JSON.stringify(clash)));
          expect(verdict.changed).toEqual(after.filter((clash) => keys(before).includes(clash.key) && !same.has(JSON.stringify(clash))));
          expect(timetable.apply(moves)).toEqual(verdict);
          expect(timetable.clashes()).toEqual(after);
          expect(timetable.plan()).toEqual(plan);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('takes in what other people add, change and remove', () => {
    const edits = fc.array(fc.oneof(...sessionIds.map((id) => aSession(id)), fc.constantFrom(...sessionIds)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(aPlan, edits, (start, all) => {
        const timetable = openTimetable(start);
        let sessions = start.sessions;
        for (const edit of all) {
          const id = typeof edit === 'string' ? edit : edit.id;
          sessions = sessions.filter((one) => one.id !== id);
          if (typeof edit === 'string') timetable.removeSession(edit);
          else {
            timetable.setSession(edit);
            sessions = [...sessions, edit];
          }
          expect(timetable.clashes()).toEqual(checkPlan({ ...start, sessions }));
        }
      }),
      { numRuns: 80 },
    );
  });

  it('does not care in which order things are listed', () => {
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    const twice = aPlan.chain((plan) =>
      fc
        .record({
          sessions: shuffled(
            plan.sessions.map((one) => ({
              ...one,
              groupIds: [...one.groupIds].reverse(),
              facilitatorIds: [...one.facilitatorIds].reverse(),
            })),
          ),
          rooms: shuffled(plan.rooms),
          people: shuffled(plan.people),
          groups: shuffled(plan.groups),
          bookings: shuffled(plan.bookings),
          facilitators: shuffled(plan.facilitators),
        })
        .map((lists) => [plan, { ...plan, ...lists }] as const),
    );
    fc.assert(
      fc.property(twice, ([plan, other]) => {
        const clashes = checkPlan(plan);
        expect(checkPlan(other)).toEqual(clashes);
        expect(openTimetable(other).clashes()).toEqual(clashes);
        for (const clash of clashes.slice(0, 2)) expect(openTimetable(other).repairs(clash)).toEqual(openTimetable(plan).repairs(clash));
      }),
      { numRuns: 60 },
    );
  });
});

describe('heatMap', () => {
  it('holds in every cell what the full check would find there', () => {
    fc.assert(
      fc.property(aPlan, fc.constantFrom(...sessionIds), fc.array(minute, { minLength: 1, maxLength: 4 }), (plan, sessionId, starts) => {
        const timetable = openTimetable(plan);
        const targets = { starts, roomIds: [null, ...roomIds] };
        const map = timetable.heatMap(sessionId, targets);
        starts.forEach((start, row) =>
          targets.roomIds.forEach((roomId, column) => {
            const there = touching(checkPlan(moved(plan, [{ sessionId, start, roomId }])), sessionId);
            const cell = row * targets.roomIds.length + column;
            expect(map.count[cell]).toBe(there.length);
            expect(map.worst[cell]).toBe(Math.max(0, ...there.map(({ severity }) => SEVERITIES.indexOf(severity))));
            expect(map.reasons(start, roomId)).toEqual(there);
            const { added, removed } = timetable.judge([{ sessionId, start, roomId }]);
            expect(map.count[cell]).toBe(touching(timetable.clashes(), sessionId).length + added.length - removed.length);
          }),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('repairs', () => {
  /** The plan with one facilitator in place of another, written without the engine. */
  const handedOver = (plan: Plan, handovers: readonly Handover[]): Plan =>
    handovers.reduce(
      (it, { sessionId, from, to }) => ({
        ...it,
        sessions: it.sessions.map((one) =>
          one.id === sessionId ? { ...one, facilitatorIds: one.facilitatorIds.map((id) => (id === from ? to : id)) } : one,
        ),
      }),
      plan,
    );

  it('each remove their clash, say all they solve and cause, add none that blocks, and leave fixed sessions and breaks alone', () => {
    let offered = 0;
    const kinds = new Set<string>();
    let caused = 0;
    fc.assert(
      fc.property(aPlan, (plan) => {
        const timetable = openTimetable(plan);
        const before = checkPlan(plan);
        for (const clash of before) {
          const repairs = timetable.repairs(clash);
          offered += repairs.length;
          expect(repairs.length).toBeLessThanOrEqual(3);
          expect(repairs.map(({ cost }) => cost)).toEqual(repairs.map(({ cost }) => cost).sort((a, b) => a - b));
          for (const { kind, moves, handovers, solves, causes } of repairs) {
            kinds.add(kind);
            caused += causes.length;
            const after = checkPlan(handedOver(moved(plan, moves), handovers));
            expect(keys(after)).not.toContain(clash.key);
            expect(solves).toEqual(without(before, after));
            expect(causes).toEqual(without(after, before));
            for (const { severity } of causes) {
              expect(['info', 'warn']).toContain(severity);
              expect(SEVERITIES.indexOf(severity)).toBeLessThan(SEVERITIES.indexOf(clash.severity));
            }
            for (const { sessionId } of [...moves, ...handovers])
              expect(plan.sessions.find(({ id }) => id === sessionId)).toMatchObject({ fixed: false, isBreak: false });
          }
        }
        expect(timetable.clashes()).toEqual(before);
      }),
      { numRuns: 30 },
    );
    expect(offered).toBeGreaterThan(50);
    expect(kinds).toContain('facilitator');
    expect(caused).toBeGreaterThan(0);
  });
});
