import { checkPlan } from './check';
import { at, booking, facilitator, people, person, plan, room, session } from './given';
import { Plan, Repair } from './model';
import { openTimetable } from './timetable';

/** The repairs of the only clash of the plan. */
function repairs(it: Plan, limit?: number): Repair[] {
  const clashes = checkPlan(it);
  expect(clashes).toHaveLength(1);
  return openTimetable(it).repairs(clashes[0]!, limit);
}

const labels = (them: Repair[]) => them.map(({ label }) => label);

describe('repairs', () => {
  const tooSmall = plan({
    rooms: [
      room('Crouch room', { capacityByLayout: { boardroom: 12 } }),
      room('Blackwater room', { capacityByLayout: { boardroom: 16 } }),
      room('Chelmer suite', { capacityByLayout: { boardroom: 60 } }),
      room('Colne room', { capacityByLayout: { boardroom: 8 } }),
      room('Annexe', { capacityByLayout: { boardroom: 13 }, venueId: 'annexe' }),
    ],
    people: people(13, { groupIds: ['two'] }),
    sessions: [session('Systems leadership', '13:15', { roomId: 'crouch-room', groupIds: ['two'], layout: 'boardroom' })],
  });

  it('offer the room that fits best, and stay at the venue', () => {
    expect(repairs(tooSmall)).toEqual([
      expect.objectContaining({
        kind: 'room',
        label: 'Move to Blackwater room',
        moves: [{ sessionId: 'systems-leadership', start: at('13:15'), roomId: 'blackwater-room' }],
      }),
      expect.objectContaining({ label: 'Move to Chelmer suite' }),
      expect.objectContaining({ kind: 'room_and_time' }),
    ]);
  });

  it('look at another venue only where the cohort has booked', () => {
    const booked = { ...tooSmall, bookings: [booking('Us', 'annexe', '09:00', '17:00', { cohortId: 'essex' })] };
    expect(labels(repairs(tooSmall, 20)).join()).not.toContain('Annexe');
    const roomsOffered = repairs(booked, 20).filter(({ kind }) => kind === 'room');
    expect(labels(roomsOffered)).toEqual(['Move to Blackwater room', 'Move to Chelmer suite', 'Move to Annexe']);
  });

  it('move whichever session is nearer to a free time, and say which', () => {
    const amara = { facilitatorIds: ['dr-amara-nwosu'] };
    const offered = repairs(
      plan({
        facilitators: [facilitator('Dr Amara Nwosu')],
        sessions: [
          session('Sponsor briefing', '13:15', { ...amara, duration: 45, mode: 'online', venueId: null }),
          session('Systems leadership', '13:15', { ...amara, duration: 90 }),
          session('Panel', '11:30', { ...amara, duration: 60, fixed: true }),
        ],
      }),
    );
    // The panel is until 12:30, so the briefing fits exactly before the workshop, or the workshop right after the briefing.
    expect(offered.slice(0, 2)).toMatchObject([
      {
        kind: 'time',
        label: 'Move Sponsor briefing to 12:30',
        moves: [{ sessionId: 'sponsor-briefing', start: at('12:30'), roomId: null }],
      },
      { kind: 'time', label: 'Move Systems leadership to 14:00' },
    ]);
  });

  it('swap rooms when every room is taken', () => {
    const offered = repairs(
      plan({
        rooms: [room('Crouch room'), room('Colne room', { access: ['step_free'] })],
        people: [person('Sam', { groupIds: ['one'], needs: ['step_free'] })],
        sessions: [
          session('Learning set 3', '10:15', { roomId: 'crouch-room', groupIds: ['one'] }),
          session('Learning set 1', '10:15', { roomId: 'colne-room' }),
        ],
      }),
    );
    expect(offered.find(({ kind }) => kind === 'swap_rooms')).toMatchObject({
      label: 'Swap rooms: Learning set 3 to Colne room, Learning set 1 to Crouch room',
      moves: [
        { sessionId: 'learning-set-1', start: at('10:15'), roomId: 'crouch-room' },
        { sessionId: 'learning-set-3', start: at('10:15'), roomId: 'colne-room' },
      ],
    });
  });

  it('swap rooms as gladly when one session is much longer: neither runs into the other’s time', () => {
    const offered = (longer: number) =>
      repairs(
        plan({
          rooms: [room('Crouch room'), room('Colne room', { access: ['step_free'] }), room('Chelmer suite', { access: ['step_free'] })],
          people: [person('Sam', { groupIds: ['one'], needs: ['step_free'] })],
          sessions: [
            session('Learning set 3', '10:15', { roomId: 'crouch-room', groupIds: ['one'], duration: 30 }),
            session('Learning set 1', '10:15', { roomId: 'colne-room', duration: 30 }),
            session('Learning set 2', '10:15', { roomId: 'chelmer-suite', duration: longer }),
          ],
        }),
        20,
      )
        .filter(({ kind }) => kind === 'swap_rooms')
        .map(({ label }) => label);
    expect(offered(225)).toEqual(offered(30));
    expect(offered(30)).toEqual(['Swap rooms: Learning set 3 to Chelmer suite, Learning set 2 to Crouch room']);
  });

  it('swap times when the order is wrong', () => {
    const offered = repairs(
      plan({
        opens: 9 * 60,
        closes: 11 * 60,
        sessions: [
          session('Reflection', '09:00', { groupIds: [], after: [{ sessionId: 'welcome', minGap: 0 }] }),
          session('Welcome', '10:00', { groupIds: [] }),
        ],
      }),
      20,
    );
    expect(offered.find(({ kind }) => kind === 'swap')).toMatchObject({
      label: 'Swap: Reflection to 10:00, Welcome to 09:00',
      moves: [
        { sessionId: 'reflection', start: at('10:00'), roomId: null },
        { sessionId: 'welcome', start: at('09:00'), roomId: null },
      ],
    });
  });

  it('say of a swap where both end up, with the day when it is another', () => {
    const offered = repairs(
      plan({
        opens: 9 * 60,
        closes: 17 * 60,
        sessions: [
          session('Closing', '2027-06-24 10:00', { groupIds: [], after: [{ sessionId: 'panel', minGap: 0 }] }),
          session('Panel', '2027-06-25 12:45', { groupIds: [], duration: 30 }),
        ],
      }),
      40,
    );
    expect(offered.find(({ kind }) => kind === 'swap')).toMatchObject({
      label: 'Swap: Closing to Fri 25 June, 12:45, Panel to Thu 24 June, 10:00',
    });
  });

  it('stay on the day where two that change places can, before one goes to another day', () => {
    const offered = repairs(
      plan({
        opens: 9 * 60,
        closes: 11 * 60,
        sessions: [
          session('Reflection', '09:00', { groupIds: [], after: [{ sessionId: 'welcome', minGap: 0 }] }),
          session('Welcome', '10:00', { groupIds: [] }),
        ],
      }),
    );
    expect(labels(offered)[0]).toBe('Swap: Reflection to 10:00, Welcome to 09:00');
    expect(labels(offered)[1]).toMatch(/ to Fri 25 June, /);
  });

  it('find the way back for a session dropped on a break', () => {
    const all = { groupIds: [], roomId: 'hall' };
    const offered = repairs(
      plan({
        rooms: [room('Hall')],
        people: people(3),
        sessions: [
          session('Welcome', '12:15', all),
          session('Lunch', '12:15', { groupIds: [], isBreak: true }),
          session('Data', '10:30', { ...all, duration: 105 }),
          session('Systems', '13:15', { ...all, duration: 225 }),
        ],
      }),
    );
    expect(labels(offered)[0]).toBe('Move Welcome to 09:30');
  });

  it('say all that they solve, and mend two problems of one cause in one go', () => {
    const all = { groupIds: [], roomId: 'hall' };
    const it = plan({
      rooms: [room('Hall')],
      people: people(3),
      sessions: [
        session('Welcome', '10:15', { ...all, duration: 30 }),
        // Its people are busy, and its room is taken: until 11:00 by one, until 11:15 by the other.
        session('Data', '10:00', { groupIds: [], fixed: true }),
        session('Fair', '10:00', { roomId: 'hall', duration: 75, fixed: true }),
      ],
    });
    const timetable = openTimetable(it);
    for (const clash of timetable.clashes()) {
      const [first] = timetable.repairs(clash);
      expect(first).toMatchObject({ label: 'Move Welcome to 09:30', causes: [] });
      expect(first!.solves.map(({ rule }) => rule).sort()).toEqual(['group_overlap', 'room_overlap']);
    }
    // With the morning taken, a minute more moves it away from both problems instead of from one.
    const late = openTimetable({ ...it, opens: 10 * 60 });
    for (const clash of late.clashes()) expect(late.repairs(clash)[0]).toMatchObject({ label: 'Move Welcome to 11:15' });
  });

  it('name the milder problem that comes instead, and come after those that bring none', () => {
    const it = plan({
      opens: 10 * 60,
      closes: 12 * 60,
      cohorts: [{ ...plan().cohorts[0]!, endsOn: plan().cohorts[0]!.startsOn }],
      sessions: [
        session('Panel', '10:00', { groupIds: ['one'], fixed: true }),
        session('Briefing', '10:00', { groupIds: ['one'] }),
        session('Visit', '11:00', { fixed: true, after: [{ sessionId: 'briefing', minGap: 0 }] }),
      ],
    });
    const [only] = repairs(it, 1);
    expect([only!.label, only!.causes.map(({ rule }) => rule)]).toEqual(['Move Briefing to 11:00', ['order']]);
    expect(repairs({ ...it, opens: 9 * 60 }, 1)[0]).toMatchObject({ label: 'Move Briefing to 09:00', causes: [] });
    expect(repairs({ ...it, rules: { ...it.rules, order: 'block_release' } })).toEqual([]);
  });

  describe('of a facilitator', () => {
    const leads = (name: string, subjects: string[], more = {}) => facilitator(name, { subjects, ...more });
    const away = { unavailable: [{ start: at('09:00'), end: at('17:00') }] };
    const asked = (others: object[], more: object = {}) =>
      repairs(
        plan({
          facilitators: [leads('Amara', ['Systems'], away), ...(others as never[])],
          sessions: [
            session('Systems leadership', '10:00', { facilitatorIds: ['amara'], ...more }),
            session('Elsewhere', '10:30', { cohortId: 'leeds', facilitatorIds: ['busy'], fixed: true }),
          ],
        }),
        20,
      ).filter(({ kind }) => kind === 'facilitator');

    it('propose another who is free, those known for the subject first', () => {
      const offered = asked([
        leads('Busy', []),
        leads('Cai', []),
        leads('Dele', ['systems '], away),
        leads('Esi', ['systems ', 'Coaching']),
      ]);
      expect(labels(offered)).toEqual([
        'Ask Esi to take over Systems leadership from Amara',
        'Ask Cai to take over Systems leadership from Amara',
      ]);
      expect(offered[0]).toMatchObject({ moves: [], handovers: [{ sessionId: 'systems-leadership', from: 'amara', to: 'esi' }] });
    });

    it('propose nobody who leads something else or has said no, or for what has been released', () => {
      expect(asked([leads('Fay', ['Finance'])])).toEqual([]);
      expect(asked([leads('Cai', [])], { declinedIds: ['cai'] })).toEqual([]);
      expect(asked([leads('Cai', [])], { fixed: true })).toEqual([]);
    });
  });

  it('name the day when it is another', () => {
    const lost = plan({ sessions: [session('Showcase', '2027-06-29 10:00')] });
    expect(labels(repairs(lost))[0]).toBe('Move to Fri 25 June, 16:00');
  });

  it('keep to the working day and the step', () => {
    const busy = plan({
      rooms: [room('Crouch room')],
      step: 30,
      bookings: [booking('Essex CC', 'crouch-room', '09:00', '15:30')],
      sessions: [session('Fair', '13:00', { roomId: 'crouch-room', duration: 90 })],
    });
    expect(labels(repairs(busy))[0]).toBe('Move to 15:30');
    expect(labels(repairs({ ...busy, closes: 16 * 60 }))[0]).toMatch(/^Move to Fri 25 June, /);
  });

  it('leave fixed sessions and breaks alone, and offer nothing when nothing helps', () => {
    const stuck = (more: object) =>
      plan({ sessions: [session('A', '10:00', { groupIds: ['one'], ...more }), session('B', '10:00', { groupIds: ['one'], ...more })] });
    expect(repairs(stuck({ fixed: true }))).toEqual([]);
    expect(repairs(stuck({ isBreak: true }))).toEqual([]);
    expect(repairs(stuck({}))).not.toEqual([]);
  });

  it('are empty for a clash that is gone', () => {
    expect(openTimetable(tooSmall).repairs({ key: 'room_capacity:somebody+else' })).toEqual([]);
  });
});
