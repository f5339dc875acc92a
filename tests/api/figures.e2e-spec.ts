import { readFileSync } from 'node:fs';
import { givenFacilitator, givenProgramme, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenRole } from '@waymark/identity/testing/identity.factories';
import { givenEmployment, givenKnown, givenOrganisation, givenProvider } from '@waymark/people/testing/people.factories';
import {
  givenBreakout,
  givenLeader,
  givenParticipant,
  givenSchedule,
  givenSession,
  type GivenSchedule,
} from '@waymark/schedule/testing/schedule.factories';
import { ClashCounts } from '@waymark/schedule/api/schedule/clash-counts.service';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

// Each figure is read from every route that gives it, of one scenario: whoever looks, and wherever, it is the same.

let app: TestApp;
let staff: SignedIn;
let essex: GivenSchedule;

beforeAll(async () => {
  app = await TestApp.open();
  essex = await givenSchedule(app, { goDecisionOn: '2027-05-20' });
  staff = await app.signedIn('programme_staff', { providerId: essex.providerId });
});
afterAll(() => app.close());

const read = async (path: string, by = staff, query = {}) => {
  const { status, body } = await app.get(path, by, query);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const of = (path: string) => read(`/cohorts/${essex.cohortId}${path}`);
const check = (overview: any, code: string) => overview.readiness.find((one: any) => one.code === code);
const row = async () => (await read('/cohorts')).items.find(({ id }: any) => id === essex.cohortId);
const tasks = async () => (await read('/staff-home')).attention.filter(({ about }: any) => about.id === essex.cohortId);

describe('a list that is read in pages', () => {
  const { paths, components } = JSON.parse(readFileSync('libs/shared/client/openapi.json', 'utf8'));
  const viewOf = (path: string) => /schemas\/(\w+)/.exec(JSON.stringify(paths[path].get?.responses['200'].content ?? ''))?.[1] ?? '';
  const pages = Object.keys(paths).filter((path) => (paths[path].get?.parameters ?? []).some(({ name }: any) => name === 'after'));
  const counts = pages.filter((path) => components.schemas[viewOf(path)]?.properties?.total && !path.includes('imports'));
  const count = (total: any): number => (typeof total === 'number' ? total : total.count);

  it('says on each page how many there are on all of them', async () => {
    for (const given of [givenFacilitator, givenVenue, givenProgramme]) for (const _ of [1, 2]) await given(app, essex.providerId);
    for (const _ of [1, 2]) await givenOrganisation(app);
    await givenSchedule(app, { providerId: essex.providerId });
    for (const _ of [1, 2]) await givenParticipant(app, essex);
    const names: string[] = [];
    for (const path of counts) {
      const here = path.replace('{id}', essex.cohortId);
      const all = await read(here, staff, { limit: 200 });
      const page = await read(here, staff, { limit: 1 });
      expect([path, count(all.total), count(page.total)]).toEqual([path, all.items.length, all.items.length]);
      if (page.next !== null) names.push(path.replace(/.*\//, ''));
    }
    expect(names.sort()).toEqual(['cohorts', 'enrolments', 'facilitators', 'organisations', 'people', 'programmes', 'venues']);
  });

  it('counts once whom two of the reader’s providers know', async () => {
    const other = (await givenProvider(app)).id;
    const { personId } = await givenParticipant(app, essex);
    await app.sql(
      `INSERT INTO person_provider (person_id, provider_id, sort_name, since) SELECT person_id, $2, sort_name, since FROM person_provider WHERE person_id = $1`,
      [personId, other],
    );
    await givenRole(app, staff.personId, 'programme_staff', { providerId: other });
    const all = await read('/people', staff, { limit: 200 });
    expect(all.total.count).toBe(all.items.length);
  });
});

describe('a figure of a cohort', () => {
  beforeEach(async () => {
    essex = await givenSchedule(app, { goDecisionOn: '2027-05-20', minViable: 4 });
    await app.sql(`UPDATE programme SET rules = rules || '{"no_room": "warn"}' WHERE provider_id = $1`, [essex.providerId]);
    staff = await app.signedIn('programme_staff', { providerId: essex.providerId });
  });
  const count = () => app.app.get(ClashCounts).count(essex.cohortId);
  const release = async () => {
    const { scheduleVersion } = await of('/release-preview');
    expect((await app.post(`/cohorts/${essex.cohortId}/releases`, staff, { scheduleVersion, note: '' })).status).toBe(201);
  };

  it('is the same in its head, its overview, the list, the home and on the page of a release', async () => {
    const leader = await givenLeader(app, essex.providerId);
    const [group, left] = [await givenBreakout(app, essex, 'Group 1'), await givenBreakout(app, essex, 'Group 2')];
    const { id } = await givenParticipant(app, essex, { groups: [left.id] });
    await app.post(`/cohorts/${essex.cohortId}/group-assignments`, staff, { enrolmentIds: [id], groupId: group.id });
    await givenParticipant(app, essex, { accessNeeds: ['step_free'] });
    await givenParticipant(app, essex, { status: 'withdrawn', statusReason: 'health', endedOn: '2027-05-02' });
    // Led and clashing; without a room; without a room or anybody to lead it; online without a link; twice not on the schedule.
    await givenSession(app, essex, { at: '2027-06-24 09:30', facilitators: [leader.id], roomId: essex.rooms.crouch });
    await givenSession(app, essex, { at: '2027-06-24 09:30', facilitators: [leader.id] });
    await givenSession(app, essex, { at: '2027-06-24 14:00', groups: [group.id] });
    await givenSession(app, essex, { at: '2027-06-25 09:30', mode: 'online' });
    await givenSession(app, essex);
    await givenSession(app, essex, { mandatory: false });
    await count();
    const [head, overview, preview, schedule] = [await of(''), await of('/overview'), await of('/release-preview'), await of('/schedule')];
    const [listed, asked, people] = [await row(), await tasks(), await of('/enrolments')];
    const gaps: any = Object.fromEntries(preview.gaps.map(({ code, title, sessions }: any) => [code, [sessions.length, title]]));

    // People and places.
    expect([head.people.held, listed.held, schedule.people.length]).toEqual([2, 2, 2]);
    expect([head.people.total, people.total, people.everyone]).toEqual([3, 3, 3]);
    expect(people.facets.status.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(3);
    expect(check(overview, 'places').detail).toBe('2 of 10 places filled. The cohort needs at least 4 people');
    expect((await read('/staff-home')).atRisk[0]).toMatchObject({ held: 2, minViable: 4, capacity: 10 });
    for (const [at, groupId] of [group.id, left.id].entries()) {
      const [counted, filtered] = [
        (await of('/groups')).items[at].count,
        await read(`/cohorts/${essex.cohortId}/enrolments`, staff, { group: groupId }),
      ];
      expect([counted, head.groups[at].count, schedule.groups[at].members, filtered.total]).toEqual(Array(4).fill(1 - at));
    }
    expect(schedule.people.flatMap(({ groupIds }: any) => groupIds)).toEqual([group.id]);

    // What is missing.
    expect(gaps).toMatchObject({
      no_room: [2, '2 sessions have no room'],
      no_facilitator: [2, '2 sessions have no facilitator'],
      not_scheduled: [2, '2 sessions are not on the schedule'],
    });
    expect(check(overview, 'facilitators').detail).toBe(gaps.no_facilitator[1]);
    expect(check(overview, 'venue').detail).toBe('4 sessions have no contracted room, including 2 on the schedule with no room at all');
    const confirming = overview.steps.find(({ to }: any) => to === 'confirmed').refusals.join();
    expect(confirming).toContain('without a contracted room: 4.');
    expect([head.sessions.unscheduled, preview.unscheduled.length]).toEqual([2, 2]);
    expect(check(overview, 'unscheduled').detail).toBe('2 sessions have no day and time');
    expect(asked.map(({ title }: any) => title)).toContain('2 sessions have no day and time');

    // Clashes, and how many checks ask for attention.
    const clashes = preview.standing.length;
    expect(clashes).toBeGreaterThan(0);
    expect([head.clashes, overview.clashes]).toEqual([clashes, clashes]);
    expect(check(overview, 'clashes').detail).toContain(`${clashes} clash`);
    expect(confirming).toContain(`block the release: ${clashes}.`);
    expect(asked.map(({ title }: any) => title.split(' clash')[0])).toContain(String(clashes));
    const problems = overview.readiness.filter(({ state }: any) => state === 'attention').length;
    expect([head.problems, listed.problems]).toEqual([problems, problems]);
    expect(asked.find(({ code }: any) => code === 'checks').title).toBe(`${problems} checks need attention`);
  });

  it('is not "nothing" at home where the list has a check', async () => {
    await app.sql(`UPDATE cohort SET starts_on = '2028-01-10', ends_on = '2028-01-11', go_decision_on = NULL WHERE id = $1`, [
      essex.cohortId,
    ]);
    const { problems } = await row();
    expect(problems).toBeGreaterThan(0);
    expect((await tasks()).map(({ title }: any) => title)).toEqual([`${problems} checks need attention`]);
  });

  it('says as many changes before a release as the release will have', async () => {
    const [leader, other] = [await givenLeader(app, essex.providerId), await givenLeader(app, essex.providerId, 'Jo Okafor')];
    const group = await givenBreakout(app, essex, 'Group 1');
    const at = { facilitators: [leader.id], groups: [group.id], roomId: essex.rooms.chelmer };
    const ids: string[] = [];
    for (const hour of ['09', '10', '11', '12', '13', '14', '15'])
      ids.push((await givenSession(app, essex, { ...at, at: `2027-06-24 ${hour}:00`, duration: 30 })).id);
    await release();
    const said = async () => [check(await of('/overview'), 'release').detail, (await of('/release-preview')).changes.length];
    expect(await said()).toEqual(['All changes are released (release 1)', 0]);
    const changed = [
      `UPDATE session SET purpose = 'Why we are here' WHERE id = $1`,
      `UPDATE session SET online_url = 'https://example.org/room', mode = 'hybrid' WHERE id = $1`,
      `UPDATE session SET mandatory = false WHERE id = $1`,
      `UPDATE session_facilitator SET facilitator_id = '${other.id}' WHERE session_id = $1`,
      `UPDATE session_facilitator SET status = 'declined' WHERE session_id = $1`,
      `DELETE FROM session_group WHERE session_id = $1`,
      `INSERT INTO agenda_item (id, provider_id, cohort_id, session_id, position, title, kind, offset_minutes, duration)
         SELECT gen_random_uuid(), provider_id, cohort_id, id, 1, 'Hello', 'input', 0, 10 FROM session WHERE id = $1`,
    ];
    for (const [at, statement] of changed.entries()) {
      await app.sql(statement, [ids[at]]);
      const words = at === 0 ? '1 session has' : `${at + 1} sessions have`;
      expect([statement, ...(await said())]).toEqual([statement, `${words} changes that are not released`, at + 1]);
    }
    expect((await tasks()).map(({ title }: any) => title)).toContain('7 sessions have changes that are not released');
  });

  it('is one last day for staff, the participant, the employer and the calendar', async () => {
    const organisation = (await givenOrganisation(app)).id;
    const employer = await app.signedIn('employer', { organisationId: organisation, providerId: essex.providerId });
    const ada = await app.signedIn('participant', { cohortId: essex.cohortId });
    await givenKnown(app, ada.personId, essex.providerId);
    await givenEmployment(app, ada.personId, organisation);
    await givenParticipant(app, essex, { personId: ada.personId, organisationId: organisation });
    const days = async () => {
      const place = (await read('/my/reports/enrolments', employer, { person: ada.personId })).items[0];
      const step = (await read('/my/home', ada)).programmes[0].steps.at(-1);
      const file = (await app.get<string>('/my/agenda.ics', ada)).body;
      return {
        staff: (await of('/overview')).toldDays,
        employer: place.startsOn && { startsOn: place.startsOn, endsOn: place.endsOn },
        participant: step.detail,
        calendar:
          [...file.matchAll(/^DTSTART.*:(\d{8})/gm)]
            .map(([, day]) => day)
            .sort()
            .at(-1) ?? null,
      };
    };
    expect(await days()).toEqual({ staff: null, employer: null, participant: 'Dates to be confirmed', calendar: null });
    await givenSession(app, essex, { at: '2027-06-24 09:30', roomId: essex.rooms.chelmer });
    const last = await givenSession(app, essex, { at: '2027-06-25 09:30', roomId: essex.rooms.chelmer });
    await release();
    const told = { startsOn: '2027-06-24', endsOn: '2027-06-25' };
    expect(await days()).toEqual({ staff: told, employer: told, participant: '24 to 25 June 2027', calendar: '20270625' });
    await app.sql(`UPDATE session SET status = 'cancelled' WHERE id = $1`, [last.id]);
    await release();
    const less = { startsOn: '2027-06-24', endsOn: '2027-06-24' };
    expect(await days()).toEqual({ staff: less, employer: less, participant: '24 June 2027', calendar: '20270625' });
  });
});
