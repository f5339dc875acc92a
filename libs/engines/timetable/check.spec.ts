import { checkPlan } from './check';
import { at, booking, cohort, facilitator, people, person, plan, room, session } from './given';
import { Clash, DEFAULT_RULES, Plan, RULE_CODES } from './model';
import { dayOfDate } from './time';
import { openTimetable } from './timetable';

// Every case goes through both ways to check: the full one, and the one that answers moves.
describe.each([
  ['checkPlan', checkPlan],
  ['openTimetable', (it: Plan) => openTimetable(it).clashes()],
])('%s', (_name, check) => {
  const rules = (it: Plan) => check(it).map(({ rule }) => rule);
  const only = (it: Plan): Clash => {
    const clashes = check(it);
    expect(clashes).toHaveLength(1);
    return clashes[0]!;
  };

  it('finds nothing in an empty plan, or in sessions that are not on the schedule', () => {
    expect(check(plan())).toEqual([]);
    const unplaced = session('Photographs', null, { roomId: 'crouch', facilitatorIds: ['amara'], groupIds: [], equipment: ['camera'] });
    expect(check(plan({ rooms: [room('Crouch')], facilitators: [facilitator('Amara')], sessions: [unplaced] }))).toEqual([]);
  });

  describe('room_overlap', () => {
    const rooms = [room('Crouch room')];
    const two = (first: object, second: object) =>
      plan({
        rooms,
        sessions: [session('A', '10:00', { roomId: 'crouch-room', ...first }), session('B', '11:00', { roomId: 'crouch-room', ...second })],
      });

    it('lets one session begin when the other ends', () => expect(check(two({}, {}))).toEqual([]));
    it('names both sessions, the room and the time they share', () => {
      expect(only(two({ duration: 90 }, {}))).toMatchObject({
        key: 'room_overlap:a+b',
        rule: 'room_overlap',
        severity: 'block_release',
        span: { start: at('11:00'), end: at('11:30') },
        title: 'Crouch room is used by 2 sessions',
        sentence: 'Thu 24 June, 11:00 to 11:30. A (Crouch room) and B (Crouch room).',
        subjects: [
          { kind: 'session', id: 'a' },
          { kind: 'session', id: 'b' },
          { kind: 'room', id: 'crouch-room' },
        ],
      });
    });
    it('counts clear-up of one and set-up of the other', () => {
      expect(only(two({ clearUp: 15 }, {})).sentence).toBe(
        'Thu 24 June, 11:00 to 11:15, including set-up and clear-up. A (Crouch room) and B (Crouch room).',
      );
      expect(only(two({}, { setUp: 10 })).span).toEqual({ start: at('10:50'), end: at('11:00') });
      expect(check(two({ duration: 45, clearUp: 10 }, { setUp: 5 }))).toEqual([]);
    });
    it('says of a session that nobody may see only when it takes the room', () => {
      for (const [first, second] of [[{ hidden: true }, {}] as const, [{}, { hidden: true }] as const]) {
        const clash = only(two({ duration: 90, ...first }, second));
        const [when, ours] = 'hidden' in first ? ['10:00 to 11:30', 'B'] : ['11:00 to 12:00', 'A'];
        expect([clash.key, clash.title]).toEqual(['room_overlap:a+b', `Crouch room is taken from ${when}`]);
        expect(clash.sentence).toBe(`Thu 24 June, 11:00 to 11:30. ${ours} (Crouch room) and an event you cannot see.`);
        expect(clash.subjects.map(({ name }) => name)).toContain('an event you cannot see');
      }
      const late = { roomId: 'crouch-room', duration: 120, hidden: true };
      const night = plan({ rooms, sessions: [session('A', '23:00', late), session('B', '23:30', { roomId: 'crouch-room' })] });
      expect(only(night).title).toBe('Crouch room is taken from Thu 24 June, 23:00 to Fri 25 June, 01:00');
    });
    it('does not mind another room', () => expect(check(two({ duration: 90 }, { roomId: null }))).toEqual([]));
    it('looks past midnight', () => {
      const late = { roomId: 'crouch-room', duration: 120 };
      const night = (start: string) =>
        plan({ rooms, sessions: [session('A', '23:00', late), session('B', start, { ...late, duration: 30 })] });
      expect(only(night('2027-06-25 00:30')).sentence).toContain('Fri 25 June, 00:30 to 01:00.');
      expect(check(night('2027-06-25 01:00'))).toEqual([]);
    });
    it('meets set-up that begins the day before', () => {
      const early = session('B', '2027-06-25 00:15', { roomId: 'crouch-room', setUp: 30 });
      const late = session('A', '23:00', { roomId: 'crouch-room' });
      expect(rules(plan({ rooms, sessions: [late, early] }))).toEqual(['room_overlap']);
    });
  });

  describe('room_held', () => {
    const held = (start: string, more: object = {}, of: object = {}) =>
      plan({
        rooms: [room('Chelmer suite')],
        bookings: [booking('Essex CC', 'chelmer-suite', '13:30', '14:30', of)],
        sessions: [session('Secondment fair', start, { roomId: 'chelmer-suite', duration: 90, ...more })],
      });

    it('says of a booking that nobody may see only when it takes the room', () => {
      const clash = only(held('12:45', {}, { hidden: true }));
      expect(clash.title).toBe('Chelmer suite is taken from 13:30 to 14:30');
      expect(clash.sentence).toBe('Thu 24 June, 13:30 to 14:30. An event you cannot see overlaps Secondment fair by 45 minutes.');
      expect(JSON.stringify(clash)).not.toContain('Essex CC');
    });
    it('says who holds it, when, and by how much they overlap', () => {
      expect(only(held('12:45'))).toMatchObject({
        rule: 'room_held',
        title: 'Chelmer suite is held by Essex CC',
        sentence: 'Thu 24 June, 13:30 to 14:30. Overlaps Secondment fair by 45 minutes.',
        span: { start: at('13:30'), end: at('14:15') },
      });
    });
    it('lets a session end when the booking begins', () => expect(check(held('12:00'))).toEqual([]));
    it('counts set-up and clear-up of both', () => {
      expect(only(held('12:00', {}, { setUp: 15 })).sentence).toContain(
        'Including set-up and clear-up, overlaps Secondment fair by 15 minutes.',
      );
      expect(rules(held('14:30', { setUp: 5 }))).toEqual(['room_held']);
      expect(check(held('14:40', { setUp: 5 }, { clearUp: 5 }))).toEqual([]);
    });
    it("minds another cohort's booking, not the cohort's own", () => {
      expect(rules(held('12:45', {}, { cohortId: 'leeds' }))).toEqual(['room_held']);
      expect(check(held('12:45', {}, { cohortId: 'essex' }))).toEqual([]);
    });
  });

  describe('room_capacity', () => {
    const full = (count: number, more: object = {}, capacityByLayout: Record<string, number> = { boardroom: 12, theatre: 20 }) =>
      plan({
        rooms: [room('Crouch room', { capacityByLayout })],
        people: people(count, { groupIds: ['two'] }),
        sessions: [session('Systems leadership', '13:15', { roomId: 'crouch-room', groupIds: ['two'], layout: 'boardroom', ...more })],
      });

    it('takes as many people as there are seats in the layout', () => expect(check(full(12))).toEqual([]));
    it('refuses one more', () => {
      expect(only(full(13))).toMatchObject({
        rule: 'room_capacity',
        title: 'Crouch room is too small',
        sentence: 'Thu 24 June, 13:15 to 14:15. Systems leadership: 13 people, 12 seats in boardroom layout.',
      });
    });
    it('takes the largest layout when the session does not mind', () => expect(check(full(13, { layout: null }))).toEqual([]));
    it('refuses a layout the room does not have', () => {
      expect(only(full(1, { layout: 'cabaret' }))).toMatchObject({ title: 'Crouch room has no cabaret layout' });
    });
    it('checks nothing where nobody has said how many fit', () => expect(check(full(99, {}, {}))).toEqual([]));
    it('plans for those expected while fewer are enrolled', () => expect(rules(full(1, { expected: 13 }))).toEqual(['room_capacity']));
    it('seats nobody who is online', () => expect(check(full(13, { mode: 'online' }))).toEqual([]));
    it('seats everybody of a hybrid session', () => expect(rules(full(13, { mode: 'hybrid' }))).toEqual(['room_capacity']));
    it('counts the whole cohort when there are no groups', () => expect(rules(full(13, { groupIds: [] }))).toEqual(['room_capacity']));
    it('does not count somebody in two of its groups twice', () => {
      const both = { ...full(0, { groupIds: ['one', 'two'] }), people: people(12, { groupIds: ['one', 'two'] }) };
      expect(check(both)).toEqual([]);
    });
  });

  describe('equipment_missing', () => {
    const with_ = (...equipment: string[]) =>
      plan({
        rooms: [room('Colne room', { equipment: ['screen'] })],
        sessions: [session('Data', '10:45', { roomId: 'colne-room', equipment })],
      });

    it('is content with what is there', () => expect(check(with_('screen'))).toEqual([]));
    it('says what is missing', () => {
      expect(only(with_('screen', 'flip_chart'))).toMatchObject({ severity: 'warn', title: 'Colne room has no flip chart' });
      expect(only(with_('projector', 'flip_chart')).sentence).toBe('Thu 24 June, 10:45 to 11:45. Data needs flip chart and projector.');
    });
  });

  describe('access_unmet', () => {
    const needing = (...needs: string[][]) =>
      plan({
        rooms: [room('Crouch room', { access: ['hearing_loop'] })],
        people: needs.map((them, at) => person(`Sam Secret ${at}`, { groupIds: ['one'], needs: them })),
        sessions: [session('Learning set 3', '2027-06-25 10:15', { roomId: 'crouch-room', groupIds: ['one'] })],
      });

    it('is content with what the room offers', () => expect(check(needing(['hearing_loop']))).toEqual([]));
    it('counts people and never names them', () => {
      const clash = only(needing(['step_free', 'hearing_loop'], ['quiet_room'], ['quiet_room']));
      expect(clash).toMatchObject({
        severity: 'block_release',
        title: 'Access need not met',
        sentence:
          'Fri 25 June, 10:15 to 11:15. Learning set 3 in Crouch room: 2 people need a quiet room, 1 person needs step-free access.',
      });
      expect(JSON.stringify(clash)).not.toMatch(/secret/i);
    });
    it('does not ask for those who are elsewhere', () => {
      const elsewhere = needing(['step_free']);
      expect(check({ ...elsewhere, people: [person('Sam', { groupIds: ['two'], needs: ['step_free'] })] })).toEqual([]);
    });
  });

  describe('facilitator_overlap', () => {
    const amara = { facilitatorIds: ['dr-amara-nwosu'] };
    const two = (start: string, more: object = {}) =>
      plan({
        facilitators: [facilitator('Dr Amara Nwosu')],
        rooms: [room('Crouch room')],
        sessions: [
          session('Systems leadership', '13:15', { ...amara, duration: 90, roomId: 'crouch-room' }),
          session('Sponsor briefing', start, { ...amara, duration: 45, mode: 'online', venueId: null, ...more }),
        ],
      });

    it('says who is in two sessions, when and where', () => {
      expect(only(two('13:15'))).toMatchObject({
        rule: 'facilitator_overlap',
        severity: 'block_release',
        title: 'Dr Amara Nwosu is in 2 sessions',
        sentence: 'Thu 24 June, 13:15 to 14:00. Sponsor briefing (online) and Systems leadership (Crouch room).',
      });
    });
    it('lets one session begin when the other ends', () => expect(check(two('12:30'))).toEqual([]));
    it('does not mind set-up: the room is busy, not the facilitator', () => expect(check(two('12:30', { clearUp: 30 }))).toEqual([]));
    it('sees other cohorts, and says which', () => {
      expect(only(two('13:15', { cohortId: 'leeds' })).sentence).toContain(
        'Sponsor briefing (online, Leeds 2027) and Systems leadership (Crouch room, Essex 2027).',
      );
    });
    it('keeps its key when the sessions move', () => expect(only(two('13:30')).key).toBe(only(two('13:15')).key));
  });

  describe('facilitator_travel', () => {
    const from = (start: string, more: object = {}, travel = [{ fromVenueId: 'civic', toVenueId: 'station', minutes: 45 }]) =>
      plan({
        travel,
        facilitators: [facilitator('James Whitfield')],
        sessions: [
          session('Here', '10:00', { facilitatorIds: ['james-whitfield'] }),
          session('There', start, { facilitatorIds: ['james-whitfield'], venueId: 'station', ...more }),
        ],
      });

    it('gives exactly as long as the way takes', () => {
      expect(check(from('11:45'))).toEqual([]);
      expect(only(from('11:44'))).toMatchObject({
        rule: 'facilitator_travel',
        title: 'James Whitfield has too little time to travel',
        sentence: 'Thu 24 June, 11:00 to 11:44. The journey takes 45 minutes: Here and There.',
        span: { start: at('11:00'), end: at('11:44') },
      });
    });
    it('counts the way back the same unless it is listed', () => {
      expect(rules(from('08:30'))).toEqual(['facilitator_travel']);
      const back = { fromVenueId: 'station', toVenueId: 'civic', minutes: 20 };
      expect(check(from('08:30', {}, [{ ...back, fromVenueId: 'civic', toVenueId: 'station', minutes: 45 }, back]))).toEqual([]);
    });
    it('is an overlap, not a journey, when both are at once', () => expect(rules(from('10:30'))).toEqual(['facilitator_overlap']));
    it('asks nothing of an online session', () => expect(check(from('11:00', { mode: 'online' }))).toEqual([]));
    it("takes the room's venue before the session's", () => {
      const inRoom = { ...from('11:00', { roomId: 'colne-room' }), rooms: [room('Colne room')] };
      expect(check(inRoom)).toEqual([]);
    });
  });

  describe('facilitator_unavailable', () => {
    const when = (more: object) =>
      plan({
        facilitators: [facilitator('Ruth Calder', more)],
        sessions: [session('Set 2', '10:00', { facilitatorIds: ['ruth-calder'] })],
      });
    const span = (start: string, end: string) => ({ start: at(start), end: at(end) });

    it('minds time off that overlaps, not time off that touches', () => {
      expect(check(when({ unavailable: [span('09:00', '10:00'), span('11:00', '12:00')] }))).toEqual([]);
      expect(only(when({ unavailable: [span('10:59', '12:00')] }))).toMatchObject({
        title: 'Ruth Calder is not available',
        sentence: 'Thu 24 June, 10:00 to 11:00. Set 2.',
      });
    });
    it('wants the whole session inside the hours offered, which may meet in the middle', () => {
      expect(check(when({ available: [span('10:30', '12:00'), span('09:00', '10:30')] }))).toEqual([]);
      expect(rules(when({ available: [span('09:00', '10:30'), span('10:31', '12:00')] }))).toEqual(['facilitator_unavailable']);
      expect(rules(when({ available: [] }))).toEqual(['facilitator_unavailable']);
    });
  });

  describe('group_overlap and person_overlap', () => {
    const both = (first: string[], second: string[], more: Partial<Plan> = {}, of: object = {}) =>
      plan({
        people: people(3, { groupIds: ['one'] }),
        sessions: [session('A', '10:00', { groupIds: first }), session('B', '10:30', { groupIds: second, ...of })],
        ...more,
      });

    it('reports a group once, not once for each of its people', () => {
      expect(only(both(['one'], ['one']))).toMatchObject({
        rule: 'group_overlap',
        title: 'Group 1 is in 2 sessions',
        severity: 'block_release',
      });
    });
    it('knows the whole cohort includes its groups', () => {
      expect(only(both([], ['two', 'one'])).title).toBe('Group 1 and Group 2 are in 2 sessions');
      expect(only(both([], [])).title).toBe('The whole cohort is in 2 sessions');
    });
    it('does not wait for people to be enrolled', () => expect(rules(both([], ['one'], { people: [] }))).toEqual(['group_overlap']));
    it('leaves guests out of the whole cohort', () => expect(check(both([], ['guests']))).toEqual([]));
    it('lets different groups meet at the same time', () => expect(check(both(['one'], ['two']))).toEqual([]));
    it('lets a group go from one to the next', () => {
      expect(
        check(plan({ sessions: [session('A', '10:00', { groupIds: ['one'] }), session('B', '11:00', { groupIds: ['one'] })] })),
      ).toEqual([]);
    });
    it('names the people whom groups do not explain', () => {
      const inTwo = [person('Sam Okafor', { groupIds: ['one', 'two'] }), person('Ann Lee', { groupIds: ['one', 'two'] })];
      expect(only(both(['one'], ['two'], { people: inTwo.slice(0, 1) }))).toMatchObject({
        rule: 'person_overlap',
        severity: 'warn',
        title: 'Sam Okafor is in 2 sessions',
      });
      expect(only(both(['one'], ['two'], { people: inTwo })).title).toBe('Ann Lee and Sam Okafor are in 2 sessions');
    });
    it('reports both where groups explain only some', () => {
      const three = { people: [person('Sam', { groupIds: ['one', 'two'] }), person('Ann', { groupIds: ['one'] })] };
      expect(rules(both(['one', 'guests'], ['two', 'guests'], three))).toEqual(['group_overlap', 'person_overlap']);
    });
    it('sees people of two cohorts, and shortens a long list', () => {
      const many = people(70, { cohortIds: ['essex', 'leeds'] });
      const clash = only(both([], [], { people: many }, { cohortId: 'leeds' }));
      expect(clash).toMatchObject({ rule: 'person_overlap', title: '70 people are in 2 sessions' });
      expect(clash.subjects.filter(({ kind }) => kind === 'person')).toHaveLength(70);
      expect(clash.key.length).toBeLessThanOrEqual(255);
      const fewer = only(both([], [], { people: many.slice(1) }, { cohortId: 'leeds' }));
      expect(fewer.key).not.toBe(clash.key);
    });
    it('does not let two cohorts meet in one clash when they share nobody', () => {
      expect(check(both([], [], {}, { cohortId: 'leeds' }))).toEqual([]);
    });
  });

  describe('outside_cohort_dates', () => {
    const on = (start: string, duration = 60) => plan({ sessions: [session('Showcase', start, { duration })] });

    it('includes the first and the last day', () => {
      expect(check(on('2027-06-24 00:00'))).toEqual([]);
      expect(check(on('2027-06-25 23:00'))).toEqual([]);
    });
    it('says when the cohort runs', () => {
      expect(only(on('2027-06-23 23:59'))).toMatchObject({
        title: "Showcase is outside the cohort's dates",
        sentence: 'Wed 23 June, 23:59 to Thu 24 June, 00:59. Essex 2027 runs from Thu 24 June 2027 to Fri 25 June 2027.',
      });
      expect(rules(on('2027-06-25 23:01'))).toEqual(['outside_cohort_dates']);
    });
  });

  describe('holiday', () => {
    const holidays = [{ division: 'england-and-wales', day: dayOfDate('2027-06-25'), title: 'Summer bank holiday' }];
    const on = (start: string, more: object = {}, rooms = [room('Crouch room')]) =>
      plan({ holidays, rooms, sessions: [session('Panel', start, more)] });

    it('says which', () => {
      expect(only(on('2027-06-25 10:00'))).toMatchObject({
        severity: 'warn',
        title: 'Fri 25 June is a bank holiday',
        sentence: 'Fri 25 June, 10:00 to 11:00. Panel is on Summer bank holiday.',
      });
    });
    it('says which day it is where its bank holiday is on another day', () => {
      const christmas = [{ division: 'england-and-wales', day: dayOfDate('2027-12-25'), title: 'Christmas Day' }];
      const cohorts = on('2027-12-25 10:00').cohorts.map((one) => ({ ...one, endsOn: dayOfDate('2027-12-31') }));
      expect(only({ ...on('2027-12-25 10:00'), cohorts, holidays: christmas })).toMatchObject({
        title: 'Sat 25 December is Christmas Day',
        sentence: 'Sat 25 December, 10:00 to 11:00. Panel is on Christmas Day itself, whose bank holiday is on another day.',
      });
    });
    it('sees a session run into one, and not one that ends at midnight', () => {
      expect(rules(on('23:30'))).toEqual(['holiday']);
      expect(check(on('23:00'))).toEqual([]);
    });
    it("keeps the holidays of the venue's nation", () => {
      const scottish = [room('Crouch room'), room('Clyde room', { division: 'scotland', venueId: 'clyde' })];
      expect(check(on('2027-06-25 10:00', { roomId: 'clyde-room' }, scottish))).toEqual([]);
      expect(check(on('2027-06-25 10:00', { venueId: 'clyde' }, scottish))).toEqual([]);
      expect(rules(on('2027-06-25 10:00', { mode: 'online', venueId: 'clyde' }, scottish))).toEqual(['holiday']);
    });
  });

  describe('order and gap', () => {
    const second = (start: string | null, minGap = 30) =>
      plan({ sessions: [session('Day 1', '10:00'), session('Day 2', start, { after: [{ sessionId: 'day-1', minGap }] })] });

    it('wants the gap, exactly', () => {
      expect(check(second('11:30'))).toEqual([]);
      expect(only(second('11:29'))).toMatchObject({
        rule: 'gap',
        title: 'Day 2 follows too soon',
        sentence: 'Thu 24 June, 11:00 to 11:29. 29 minutes after Day 1, but it needs at least 30 minutes.',
      });
    });
    it('is about order when the first has not ended', () => {
      expect(check(second('11:00', 0))).toEqual([]);
      expect(only(second('10:59', 0))).toMatchObject({
        rule: 'order',
        title: 'Day 2 starts too early',
        sentence: 'Thu 24 June, 10:59 to 11:59. It must come after Day 1, which ends on Thu 24 June at 11:00.',
      });
      expect(rules(second('08:00'))).toEqual(['order']);
    });
    it('reaches over days', () => {
      expect(rules(second('2027-06-25 10:00', 1440))).toEqual(['gap']);
      expect(check(second('2027-06-25 11:00', 1440))).toEqual([]);
    });
    it('waits for both to be on the schedule', () => expect(check(second(null))).toEqual([]));
  });

  describe('room_not_booked', () => {
    const booked = (start: string, end: string, of: object = {}, more: object = {}) =>
      plan({
        rules: DEFAULT_RULES,
        rooms: [room('Crouch room')],
        bookings: [booking('Us', 'crouch-room', start, end, { cohortId: 'essex', ...of })],
        sessions: [session('Set 1', '10:00', { roomId: 'crouch-room', setUp: 15, ...more })],
      });

    it('wants one booking around the session and its set-up', () => {
      expect(check(booked('09:45', '11:00'))).toEqual([]);
      expect(check(booked('10:00', '11:00', { setUp: 15 }))).toEqual([]);
      expect(only(booked('10:00', '11:00'))).toMatchObject({
        rule: 'room_not_booked',
        severity: 'info',
        title: 'Crouch room is not booked',
      });
    });
    it('has nothing to say online, or at a venue without a room', () => {
      expect(check(booked('15:00', '16:00', {}, { mode: 'online' }))).toEqual([]);
      expect(check(booked('15:00', '16:00', {}, { roomId: null }))).toEqual([]);
    });
    it('says when there is no place at all', () => {
      expect(only(booked('15:00', '16:00', {}, { roomId: null, venueId: null })).title).toBe('Set 1 has no room');
    });
  });

  it('reports what a programme asks for, as seriously as it asks', () => {
    const crowded = plan({ sessions: [session('A', '10:00', { groupIds: [] }), session('B', '10:00', { groupIds: [] })] });
    expect(check({ ...crowded, rules: { ...DEFAULT_RULES, group_overlap: 'ignore' } })).toEqual([]);
    expect(check({ ...crowded, rules: { ...DEFAULT_RULES, group_overlap: 'block_save' } })[0]).toMatchObject({ severity: 'block_save' });
    expect(Object.keys(DEFAULT_RULES).sort()).toEqual([...RULE_CODES].sort());
  });

  it('lists the worst first, then by time', () => {
    const busy = plan({
      holidays: [{ division: 'england-and-wales', day: dayOfDate('2027-06-24'), title: 'A holiday' }],
      sessions: [session('C', '15:00', { groupIds: [] }), session('B', '15:00', { groupIds: [] }), session('A', '09:00')],
    });
    expect(rules(busy)).toEqual(['group_overlap', 'holiday', 'holiday', 'holiday']);
    expect(check(busy).map(({ span }) => span!.start)).toEqual([at('15:00'), at('09:00'), at('15:00'), at('15:00')]);
  });

  it('puts the lead facilitator of Essex and Leeds in two places on Friday and not on Thursday', () => {
    const lead = { facilitatorIds: ['lead'], duration: 420, groupIds: [] };
    const leeds = { ...cohort('Leeds 2027', 'leeds'), startsOn: dayOfDate('2027-06-25') };
    const clash = only(
      plan({
        cohorts: [cohort('Top Talent: Essex 2027', 'essex'), leeds],
        facilitators: [facilitator('Lead')],
        sessions: [
          session('Day 1', '09:30', lead),
          session('Day 2', '2027-06-25 09:30', lead),
          session('Leeds day 1', '2027-06-25 09:30', { ...lead, cohortId: 'leeds', venueId: 'leeds-hall' }),
        ],
      }),
    );
    expect(clash).toMatchObject({ rule: 'facilitator_overlap', severity: 'block_release' });
    expect(clash.sentence).toMatch(/^Fri 25 June, 09:30 to 16:30\./);
  });
});
