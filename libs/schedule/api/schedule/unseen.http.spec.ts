import { FacilitatorAvailability } from '@waymark/catalogue/api/facilitators/facilitator-availability.entity';
import { givenBooking, givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { openTimetable } from '@waymark/engines/timetable/timetable';
import { givenRole } from '@waymark/identity/testing/identity.factories';
import { clashesOf, planOf } from '@waymark/schedule/domain/plan';
import type { Schedule } from '@waymark/schedule/domain/schedule';
import {
  givenLeader,
  givenParticipant,
  type GivenSchedule,
  givenSchedule,
  givenSession,
  moment,
} from '@waymark/schedule/testing/schedule.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { ClashCounts } from './clash-counts.service';

// What another cohort of the provider has stands in the way of those who may not see it as of those who may.

let app: TestApp;
let essex: GivenSchedule;
/** Of another cohort of the same provider: its ids and names must not come out. */
let leeds: GivenSchedule;
/** Staff of Essex alone, and staff of the provider. */
let local: SignedIn;
let wide: SignedIn;
let session: { id: string };
let secrets: string[];

beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());
beforeEach(async () => {
  essex = await givenSchedule(app, { name: 'Essex', capacity: 10 });
  leeds = await givenSchedule(app, { providerId: essex.providerId, name: 'Hidden cohort', code: `HIDDEN-${app.given.next()}` });
  local = await app.signedIn('programme_staff', { cohortId: essex.cohortId });
  wide = await app.signedIn('programme_staff', { providerId: essex.providerId });
  // Whatever is wrong blocks the release, so that each rule is in the count; that nobody has booked the rooms is no news.
  const rules = ['room_overlap', 'room_held', 'facilitator_overlap', 'facilitator_travel', 'facilitator_unavailable', 'person_overlap'];
  const severities = { ...Object.fromEntries(rules.map((rule) => [rule, 'block_release'])), room_not_booked: 'ignore' };
  await app.sql('UPDATE programme SET rules = $1 WHERE id = $2', [severities, essex.programmeId]);
  session = await givenSession(app, essex, { at: '2027-06-24 09:30', roomId: essex.rooms.chelmer, title: 'Welcome' });
  secrets = ['Hidden', leeds.cohortId, leeds.programmeId];
});

const SESSION = {
  ...{ purpose: '', onlineUrl: null, layout: null, equipment: [], setUp: 0, clearUp: 0, mandatory: true, note: '' },
  ...{ groupIds: [], facilitators: [], after: [], agenda: [] },
};
const hidden = async (over: Parameters<typeof givenSession>[2]) => {
  const made = await givenSession(app, leeds, { at: '2027-06-24 13:00', duration: 90, title: 'Hidden redundancies', ...over });
  secrets.push(made.id);
  return made;
};
const booked = async (roomId: string, over: Parameters<typeof givenBooking>[2]) => {
  const times = { startsAt: moment('2027-06-24 13:00'), endsAt: moment('2027-06-24 14:30') };
  const made = await givenBooking(app, { id: roomId, providerId: essex.providerId }, { ...times, holder: 'Hidden holder', ...over });
  secrets.push(made.id);
};
const get = async (what: string, by: SignedIn) => {
  const { status, body } = await app.get(`/cohorts/${essex.cohortId}/${what}`, by);
  expect([what, status]).toEqual([what, 200]);
  return body;
};
const move = async (startsAt: string, version = 1, by = local, roomId = essex.rooms.chelmer) => {
  const { status, body } = await app.post(`/cohorts/${essex.cohortId}/session-moves`, by, {
    moves: [{ sessionId: session.id, version, date: '2027-06-24', startsAt, roomId }],
  });
  expect(status).toBe(200);
  return body;
};
const stored = async () =>
  (await app.sql('SELECT blocking_clashes AS n FROM cohort_schedule WHERE cohort_id = $1', [essex.cohortId]))[0]?.n;
const keysOf = (clashes: { key: string }[]) => clashes.map(({ key }) => key).sort();
/** What the board finds in an answer, as the browser does. */
const onBoard = (schedule: Schedule) => {
  const timetable = openTimetable(planOf(schedule));
  const clashes = clashesOf(timetable.clashes(), schedule);
  // What is solved and caused has the words of what one may see.
  const repairs = clashes.map((clash) =>
    timetable.repairs(clash, 5).map(({ solves, causes, ...repair }) => ({ ...repair, solves: keysOf(solves), causes: keysOf(causes) })),
  );
  return { clashes, repairs };
};

/** Moves Welcome to where it clashes, and holds everything that counts the clashes against what staff of the provider are told. */
async function mustClash(rules: string[], said: RegExp, startsAt = '13:30') {
  const answers: unknown[] = [];
  const keep = <T>(answer: T): T => (answers.push(answer), answer);

  const moved = keep(await move(startsAt));
  expect(moved.added.map(({ rule }: { rule: string }) => rule).sort()).toEqual(rules);
  for (const { title, sentence } of moved.added) expect(`${title}. ${sentence}`).toMatch(said);
  expect(await stored()).toBe(rules.length);

  const [preview, theirs] = [keep(await get('release-preview', local)), await get('release-preview', wide)];
  expect(keysOf(preview.standing)).toEqual(keysOf(theirs.standing));
  expect(keysOf(preview.standing)).toEqual(keysOf(moved.added));
  for (const by of [local, wide]) {
    const wish = { scheduleVersion: preview.scheduleVersion, note: '' };
    const refused = await app.post(`/cohorts/${essex.cohortId}/releases`, by, wish);
    expect([refused.status, refused.body.errors.map(({ code }: { code: string }) => code)]).toEqual([
      409,
      rules.map(() => 'schedule_clash_blocks_release'),
    ]);
    if (by === local) keep(refused.body);
  }

  const overviews = [keep(await get('overview', local)), await get('overview', wide)];
  expect(overviews.map(({ clashes }) => clashes)).toEqual([rules.length, rules.length]);
  await app.app.get(ClashCounts).count(essex.cohortId);
  expect(await stored()).toBe(rules.length);

  const boards = [onBoard(keep(await get('schedule', local))), onBoard(await get('schedule', wide))];
  expect(keysOf(boards[0]!.clashes)).toEqual(keysOf(boards[1]!.clashes));
  expect(boards[0]!.repairs).toEqual(boards[1]!.repairs);

  for (const what of ['history', 'room-cover', 'enrolments', 'schedule/changes?since=1', 'releases']) keep(await get(what, local));
  const text = JSON.stringify(answers);
  for (const secret of secrets) expect(text).not.toContain(secret);
  return { moved, preview, boards };
}

describe('staff of one cohort', () => {
  it('are told that a room is taken by another cohort’s session, and no repair leads there', async () => {
    await hidden({ roomId: essex.rooms.chelmer });
    await hidden({ roomId: essex.rooms.colne, at: '2027-06-24 13:30' });
    const { moved, boards } = await mustClash(['room_overlap'], /^Chelmer suite is taken from 13:00 to 14:30\./);
    expect(moved.added[0].sentence).toBe('Thu 24 June, 13:30 to 14:30. Welcome (Chelmer suite) and an event you cannot see.');
    const labels = boards[0]!.repairs[0]!.map(({ label }) => label);
    expect(labels).toContain('Move Welcome to Crouch room');
    expect(labels).not.toContain('Move Welcome to Colne room');
  });

  it('are told so when set-up alone is in the way', async () => {
    await hidden({ roomId: essex.rooms.chelmer, setUp: 30 });
    await mustClash(['room_overlap'], /including set-up and clear-up/, '11:45');
  });

  it('are told that a room is held, by another cohort or by somebody else', async () => {
    await booked(essex.rooms.chelmer, { cohortId: leeds.cohortId });
    const said =
      /^Chelmer suite is taken from 13:00 to 14:30\. Thu 24 June, 13:00 to 14:30\. An event you cannot see overlaps Welcome by 60 minutes\.$/;
    await mustClash(['room_held'], said);
  });

  it('are told that a room is held for somebody who is no cohort', async () => {
    await booked(essex.rooms.chelmer, {
      cohortId: null,
      startsAt: moment('2027-06-24 14:45'),
      endsAt: moment('2027-06-24 16:00'),
      setUp: 30,
    });
    await mustClash(['room_held'], /Including set-up and clear-up, an event you cannot see overlaps Welcome by 15 minutes/);
  });

  it('are told that their facilitator is in two places', async () => {
    const leader = await givenLeader(app, essex.providerId, 'Amara Nwosu');
    const others = [await givenLeader(app, essex.providerId, 'Bede Busy'), await givenLeader(app, essex.providerId, 'Cai Free')];
    await hidden({ roomId: leeds.rooms.colne, facilitators: [leader.id] });
    await hidden({ roomId: leeds.rooms.crouch, facilitators: [others[0]!.id] });
    await lead(leader.id);
    const said = /^Amara Nwosu is in 2 sessions\..*Welcome \(Chelmer suite\) and an event you cannot see\.$/;
    const { boards } = await mustClash(['facilitator_overlap'], said);
    // Somebody else who is free may take over; one who is busy with what they may not see is not proposed.
    expect(boards[0]!.repairs[0]!.map(({ label }) => label)).toContain('Ask Cai Free to take over Welcome from Amara Nwosu');
    expect(JSON.stringify(boards[0]!.repairs)).not.toContain('Bede Busy');
  });

  it('are told that their facilitator has too little time to travel', async () => {
    const leader = await givenLeader(app, essex.providerId, 'Amara Nwosu');
    const away = await givenVenue(app, essex.providerId, { name: 'Hidden hall' });
    const room = await givenRoom(app, away, { name: 'Hidden room' });
    await app.given.row('venue_travel', {
      ...{ provider_id: essex.providerId, from_venue_id: essex.venueId, to_venue_id: away.id, minutes: 45 },
    });
    await hidden({ roomId: room.id, facilitators: [leader.id], at: '2027-06-24 14:45' });
    secrets.push(room.id);
    await lead(leader.id);
    await mustClash(['facilitator_travel'], /The journey takes 45 minutes: Welcome \(Chelmer suite\) and an event you cannot see\.$/);
  });

  it('are told that their facilitator is not available', async () => {
    const leader = await givenLeader(app, essex.providerId, 'Amara Nwosu');
    await app.given.entity(FacilitatorAvailability, {
      ...{ id: newId(), providerId: essex.providerId, facilitatorId: leader.id, kind: 'unavailable', note: 'Hidden reason' },
      ...{ startsAt: moment('2027-06-24 12:00'), endsAt: moment('2027-06-24 17:00') },
    });
    await lead(leader.id);
    await mustClash(['facilitator_unavailable'], /^Amara Nwosu is not available/);
  });

  it('are told that one of their people is in two sessions', async () => {
    const ours = await givenParticipant(app, essex);
    const theirs = await givenParticipant(app, leeds, { personId: ours.personId });
    await hidden({ roomId: leeds.rooms.colne });
    secrets.push(theirs.id);
    await mustClash(['person_overlap'], /is in 2 sessions\..*Welcome \(Chelmer suite\) and an event you cannot see\.$/);
    const attention = async (by: SignedIn) => (await get('enrolments', by)).items.map((row: any) => row.attention);
    expect(JSON.stringify(await attention(local))).toContain('elsewhere');
    expect(await attention(local)).toEqual(await attention(wide));
    // Who reads the cohort and does not plan it is told none of it.
    const facilitator = await app.signedIn('facilitator', { cohortId: essex.cohortId });
    expect(JSON.stringify(await get('enrolments', facilitator))).not.toContain('elsewhere');
  });

  it('find nobody in their way who is there at another time, in another room and with other people', async () => {
    await hidden({ roomId: leeds.rooms.colne });
    await hidden({ roomId: essex.rooms.chelmer, at: '2027-06-24 15:00' });
    expect((await move('13:30')).added).toEqual([]);
    // What takes nothing of theirs is not told at all.
    expect((await get('schedule', local)).elsewhere).toHaveLength(1);
  });

  it('override such a clash with a reason, which staff of the provider see for the same clash', async () => {
    await hidden({ roomId: essex.rooms.chelmer });
    const { added } = await move('13:30');
    const wish = { clashKey: added[0].key, reason: 'Agreed by telephone' };
    expect((await app.post(`/cohorts/${essex.cohortId}/clash-overrides`, local, wish)).status).toBe(201);
    expect(await stored()).toBe(0);
    const preview = await get('release-preview', wide);
    expect([preview.standing, preview.accepted.map(({ reason }: { reason: string }) => reason)]).toEqual([[], ['Agreed by telephone']]);
    const { scheduleVersion } = await get('release-preview', local);
    const released = await app.post(`/cohorts/${essex.cohortId}/releases`, local, { scheduleVersion, note: '' });
    expect(released.status).toBe(201);
    const [{ facts }] = await app.sql(`SELECT facts::text FROM event WHERE name = 'schedule.released' AND cohort_id = $1`, [
      essex.cohortId,
    ]);
    for (const secret of secrets) expect(facts).not.toContain(secret);
  });

  it('may not save what blocks saving', async () => {
    await app.sql(`UPDATE programme SET rules = '{"room_overlap": "block_save"}' WHERE id = $1`, [essex.programmeId]);
    await hidden({ roomId: essex.rooms.chelmer });
    const refused = await app.post(`/cohorts/${essex.cohortId}/session-moves`, local, {
      moves: [{ sessionId: session.id, version: 1, date: '2027-06-24', startsAt: '13:30', roomId: essex.rooms.chelmer }],
    });
    expect([refused.status, refused.body.errors[0].detail]).toEqual([
      409,
      'Chelmer suite is taken from 13:00 to 14:30. Thu 24 June, 13:30 to 14:30. Welcome (Chelmer suite) and an event you cannot see.',
    ]);
  });

  it('is found by one of two who take a room at the same moment, each for their own cohort', async () => {
    await app.sql(`UPDATE programme SET rules = '{"room_overlap": "block_save"}' WHERE id = ANY ($1)`, [
      [essex.programmeId, leeds.programmeId],
    ]);
    const wish = { kind: 'workshop', date: '2027-06-24', duration: 60, mode: 'in_person', roomId: essex.rooms.chelmer };
    for (const startsAt of ['13:00', '15:00', '16:30']) {
      const add = (cohortId: string, by: SignedIn) =>
        app.post(`/cohorts/${cohortId}/sessions`, by, { ...SESSION, ...wish, title: `Both at ${startsAt}`, startsAt });
      const answers = await Promise.all([add(essex.cohortId, local), add(leeds.cohortId, wide)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });

  it('may not confirm their cohort while such a clash stands', async () => {
    await booked(essex.rooms.chelmer, {
      cohortId: essex.cohortId,
      startsAt: moment('2027-06-24 09:00'),
      endsAt: moment('2027-06-24 17:00'),
    });
    const confirm = () =>
      app.put(`/cohorts/${essex.cohortId}/stage`, local, { to: 'confirmed', version: 1, reason: 'The funder agreed to few people' });
    const theirs = await hidden({ roomId: essex.rooms.chelmer, at: '2027-06-24 10:00' });
    const refused = await confirm();
    expect([refused.status, refused.body.errors.map(({ code }: { code: string }) => code)]).toEqual([409, ['schedule_blocking_clashes']]);
    await app.sql('DELETE FROM session WHERE id = $1', [theirs.id]);
    expect((await confirm()).status).toBe(200);
  });

  it('plan rooms around bookings they may not see', async () => {
    await booked(essex.rooms.chelmer, { cohortId: leeds.cohortId });
    const { bookings } = await get('room-cover', local);
    expect(bookings).toEqual([expect.objectContaining({ ours: false, holder: null, startsAt: '13:00', endsAt: '14:30' })]);
    for (const secret of secrets) expect(JSON.stringify(bookings)).not.toContain(secret);
  });

  it('who work for two cohorts read the other by its names', async () => {
    await givenRole(app, local.personId, 'programme_staff', { cohortId: leeds.cohortId });
    await hidden({ roomId: essex.rooms.chelmer });
    const { added } = await move('13:30');
    expect(added[0]).toMatchObject({
      title: 'Chelmer suite is used by 2 sessions',
      sentence: expect.stringContaining('Hidden redundancies'),
    });
    expect((await get('release-preview', wide)).standing[0].key).toBe(added[0].key);
  });
});

describe('those who read a schedule and do not plan it', () => {
  it('are not told what is taken, nor when facilitators are free', async () => {
    const leader = await givenLeader(app, essex.providerId, 'Amara Nwosu');
    await lead(leader.id);
    await hidden({ roomId: essex.rooms.chelmer, facilitators: [leader.id] });
    await booked(essex.rooms.colne, { cohortId: leeds.cohortId });
    await app.given.entity(FacilitatorAvailability, {
      ...{ id: newId(), providerId: essex.providerId, facilitatorId: leader.id, kind: 'unavailable', note: '' },
      ...{ startsAt: moment('2027-06-24 12:00'), endsAt: moment('2027-06-24 17:00') },
    });
    for (const role of ['facilitator', 'evaluator']) {
      const reader = await app.signedIn(role, { cohortId: essex.cohortId });
      const { elsewhere, bookings, facilitators } = await get('schedule', reader);
      expect([elsewhere, bookings, facilitators.flatMap((one: any) => one.availability)]).toEqual([[], [], []]);
    }
  });
});

const lead = (facilitatorId: string) =>
  app.given.row('session_facilitator', {
    ...{ session_id: session.id, facilitator_id: facilitatorId, provider_id: essex.providerId, cohort_id: essex.cohortId },
    ...{ role: 'lead', status: 'confirmed' },
  });
