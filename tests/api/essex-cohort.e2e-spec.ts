import {
  givenBlueprint,
  givenFacilitator,
  givenProgramme,
  givenRoom,
  givenTemplate,
  givenVenue,
} from '@waymark/catalogue/testing/catalogue.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { givenParticipant } from '@waymark/schedule/testing/schedule.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

/**
 * Scenario 1 of the cohorts domain: Top Talent goes to Essex on 24 and 25 June 2027, and a second cohort in Leeds asks for the same
 * facilitator on the second day.
 */
describe('Staff build, check and release the Essex cohort', () => {
  let app: TestApp;
  let staff: SignedIn;
  let providerId: string;
  let programme: { id: string; providerId: string };
  let blueprintId: string;
  let leaderId: string;

  beforeAll(async () => {
    app = await TestApp.open();
    providerId = (await givenProvider(app)).id;
    staff = await app.signedIn('programme_staff', { providerId });
    programme = await givenProgramme(app, providerId, { title: 'Top Talent', code: 'TT' });
    const blueprint = await givenBlueprint(app, programme, { number: 3 });
    blueprintId = blueprint.id;
    const day = { startsAt: '09:30', duration: 420, kind: 'plenary' };
    await givenTemplate(app, blueprint, { ...day, position: 1, title: 'Day 1', dayOffset: 0 });
    await givenTemplate(app, blueprint, { ...day, position: 2, title: 'Day 2', dayOffset: 1 });
    leaderId = (await givenFacilitator(app, providerId)).id;
  });
  afterAll(() => app.close());

  const make = async (place: string, startsOn: string) => {
    const venue = await givenVenue(app, providerId, { name: `${place} Civic Centre` });
    const room = await givenRoom(app, venue, { capacities: { theatre: 60 } });
    const wish = {
      providerId,
      programmeId: programme.id,
      blueprintId,
      place,
      startsOn,
      venueId: venue.id,
      nation: 'ENG',
      capacity: 24,
      minViable: 8,
    };
    const preview = await app.post('/cohort-previews', staff, wish);
    const made = await app.post('/cohorts', staff, wish);
    expect({ status: made.status, body: made.body }).toMatchObject({ status: 201 });
    return { id: made.body.id as string, roomId: room.id as string, cohort: made.body, preview: preview.body };
  };
  const scheduleOf = async (id: string) => (await app.get(`/cohorts/${id}/schedule`, staff)).body;
  const lead = async (cohortId: string, roomId: string, title: string) => {
    const session = (await scheduleOf(cohortId)).sessions.find((one: { title: string }) => one.title === title);
    const { body } = await app.get(`/cohort-sessions/${session.id}`, staff);
    const { id, cohortId: _, status, position, wasReleased, scheduleVersion, ...wish } = body;
    const answer = await app.put(`/cohort-sessions/${id}`, staff, {
      ...wish,
      roomId,
      facilitators: [{ facilitatorId: leaderId, role: 'lead', status: 'confirmed' }],
    });
    expect(answer.status).toBe(200);
    return { id: id as string, added: answer.body.added as { rule: string; sentence: string; key: string }[] };
  };

  it('from the blueprint to the participant’s agenda', async () => {
    const essex = await make('Essex', '2027-06-24');
    expect(essex.cohort).toMatchObject({ code: 'TT-ESSEX-2027-06', startsOn: '2027-06-24', endsOn: '2027-06-25' });
    expect(essex.preview.keyDates).toContainEqual({ code: 'joining_instructions', day: '2027-06-10' });
    expect(essex.preview.warnings).toEqual([]);

    // Thursday and Friday at half past nine by the clock in Essex, which is 08:30 in UTC.
    const { sessions } = await scheduleOf(essex.id);
    expect(sessions.map(({ title, date, startsAt, duration }: any) => ({ title, date, startsAt, duration }))).toEqual([
      { title: 'Day 1', date: '2027-06-24', startsAt: '09:30', duration: 420 },
      { title: 'Day 2', date: '2027-06-25', startsAt: '09:30', duration: 420 },
    ]);
    const stored = await app.sql(`SELECT starts_at FROM session WHERE cohort_id = $1 ORDER BY starts_at`, [essex.id]);
    expect(stored.map(({ starts_at }) => starts_at.toISOString())).toEqual(['2027-06-24T08:30:00.000Z', '2027-06-25T08:30:00.000Z']);

    const first = await lead(essex.id, essex.roomId, 'Day 1');
    const second = await lead(essex.id, essex.roomId, 'Day 2');
    expect([...first.added, ...second.added].filter(({ rule }) => rule.startsWith('facilitator') || rule === 'holiday')).toEqual([]);

    // The same person leads in Leeds on the Friday: a clash on that day, and on no other.
    const leeds = await make('Leeds', '2027-06-25');
    const theirs = await lead(leeds.id, leeds.roomId, 'Day 1');
    expect(theirs.added.filter(({ rule }) => rule === 'facilitator_overlap')).toHaveLength(1);
    const preview = (await app.get(`/cohorts/${essex.id}/release-preview`, staff)).body;
    expect(preview.standing).toEqual([
      expect.objectContaining({ rule: 'facilitator_overlap', sentence: expect.stringContaining('Fri 25 June, 09:30') }),
    ]);
    expect(JSON.stringify(preview.standing)).not.toContain('24 June');

    const release = (scheduleVersion: number) => app.post(`/cohorts/${essex.id}/releases`, staff, { scheduleVersion, note: '' });
    const refused = await release(preview.scheduleVersion);
    expect(refused.status).toBe(409);
    expect(refused.body.errors).toEqual([expect.objectContaining({ code: 'schedule_clash_blocks_release' })]);

    const { key } = preview.standing[0];
    const accept = (reason: string) => app.post(`/cohorts/${essex.id}/clash-overrides`, staff, { clashKey: key, reason });
    expect((await accept('')).status).toBe(400);
    const accepted = await accept('They join Leeds by video in the afternoon');
    expect(accepted.status).toBe(201);
    const [audited] = await app.sql(`SELECT actor_id, facts->>'reason' AS reason FROM event WHERE name = 'clash.accepted'`);
    expect(audited).toEqual({ actor_id: staff.personId, reason: 'They join Leeds by video in the afternoon' });

    const ada = await app.signedIn('participant', { cohortId: essex.id });
    await givenParticipant(app, { providerId, cohortId: essex.id, programmeId: programme.id }, { personId: ada.personId });
    expect((await app.get('/my/agenda', ada)).body.items).toEqual([]);
    expect((await release(accepted.body.scheduleVersion)).status).toBe(201);
    expect((await app.get('/my/agenda', ada)).body.items).toEqual([
      expect.objectContaining({ title: 'Day 1', date: '2027-06-24', startsAt: '09:30' }),
      expect.objectContaining({ title: 'Day 2', date: '2027-06-25', startsAt: '09:30' }),
    ]);
    expect((await app.get('/my/agenda.ics', ada)).body).toContain('DTSTART;TZID=Europe/London:20270624T093000');
  });
});
