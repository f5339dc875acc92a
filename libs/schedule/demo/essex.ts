import type { Scenario } from '@waymark/shared/api/demo';
import { contractRooms, type RoomTime } from '@waymark/catalogue/demo/bookings';
import { COHORT } from '@waymark/cohorts/demo/cohorts';
import { cohortDays } from '@waymark/cohorts/demo/days';
import { join } from '@waymark/identity/demo/joining';
import { giveFacilitators } from '@waymark/identity/demo/roles';
import { PERSON, PROVIDER } from '@waymark/people/demo/made';
import { addDays } from '@waymark/shared/kernel/dates';
import { Planning } from './planning';

const SARAH = 'Sarah Okafor';
const AMARA = 'Amara Nwosu';
const JAMES = 'James Whitfield';
const SUNITA = 'Sunita Rao';
const RUTH = 'Ruth Calder';

export const bookRooms: Scenario = {
  title: 'Priya contracts every room of the Chelmsford Civic Centre, and notes that somebody else has one of them for an hour',
  on: (today) => addDays(cohortDays(today).Essex.planned, -1),
  async play(demo) {
    const priya = await demo.as('Priya Nair');
    const { first, second } = cohortDays(demo.today).Essex;
    const small = (['Colne room', 'Blackwater room', 'Crouch room'] as const).flatMap((room): RoomTime[] => [
      [room, first, '08:30', '17:30'],
      [room, second, '08:30', '17:30'],
    ]);
    await contractRooms(demo, priya, { cohortId: demo.the(COHORT, 'Essex').id }, [
      ...small,
      ['Chelmer suite', first, '08:30', '17:30'],
      ['Chelmer suite', second, '08:30', '13:30'],
      ['Chelmer suite', second, '14:30', '17:30'],
    ]);
    await contractRooms(demo, priya, { holder: 'Essex County Council' }, [['Chelmer suite', second, '13:30', '14:30']]);
  },
};

/**
 * Three problems block its release: a facilitator in two places, a room too small, a room held by somebody else. One is to think about: a room
 * without step-free access for somebody who needs it. Three sessions are not on the schedule.
 */
export const planEssex: Scenario = {
  title: 'Priya plans the Essex cohort, and has not solved everything yet',
  on: (today) => cohortDays(today).Essex.planned,
  async play(demo) {
    const { first, second } = cohortDays(demo.today).Essex;
    const planning = await Planning.of(demo, 'Essex');
    const one = (title: string, group?: string) => planning.session(title, group);
    const [lunch, secondLunch] = planning.sessions.filter(({ title }) => title === 'Lunch and networking');
    await planning.move([
      [one('Registration and coffee'), 'Chelmer suite'],
      [lunch!, 'Chelmer suite'],
      [secondLunch!, 'Chelmer suite'],
      [one('Secondment fair'), 'Chelmer suite'],
      [one('Skills gap clinic', 'Group 1'), 'Colne room'],
      [one('Skills gap clinic', 'Group 2'), 'Blackwater room'],
    ]);
    await planning.edit(one('Welcome: leading through place'), { room: 'Chelmer suite', by: [SARAH] });
    await planning.edit(one('Systems leadership', 'Group 1'), { room: 'Colne room', by: [AMARA] });
    await planning.edit(one('Data and AI for leaders', 'Group 2'), { at: [first, '10:45'], room: 'Blackwater room', by: [JAMES] });
    await planning.edit(one('Data and AI for leaders', 'Group 1'), { room: 'Colne room', by: [JAMES] });
    await planning.edit(one('Systems leadership', 'Group 2'), { at: [first, '13:15'], room: 'Crouch room', by: [AMARA] });
    await planning.add({
      title: 'Sponsor briefing',
      kind: 'workshop',
      purpose: 'Learn what participants need from you over the year, and how to open doors for them.',
      at: [first, '13:15'],
      minutes: 45,
      online: true,
      for: ['Sponsors'],
      by: [AMARA],
    });

    const mentors = one('First mentor meetings', 'Group 1');
    await planning.edit(mentors, { room: 'Colne room', for: ['Set 1'] });
    await planning.edit(one('First mentor meetings', 'Group 2'), { room: 'Blackwater room', for: ['Set 2', 'Set 3'] });
    await planning.addLike(mentors, { online: true, for: ['Set 4'] });
    await planning.edit(one('Reflection and close'), { minutes: 45, room: 'Chelmer suite', by: [SARAH] });

    await planning.edit(one('Panel: one public service'), { at: [second, '09:00'], minutes: 60, room: 'Chelmer suite', by: [SARAH] });
    const set = one('Action learning set', 'Group 1');
    const meets = { at: [second, '10:15'], minutes: 90 } as const;
    await planning.edit(set, { ...meets, title: 'Action learning set 1', room: 'Colne room', for: ['Set 1'], by: [SUNITA] });
    await planning.edit(one('Action learning set', 'Group 2'), {
      ...meets,
      title: 'Action learning set 2',
      room: 'Blackwater room',
      for: ['Set 2'],
      by: [RUTH],
    });
    await planning.addLike(set, { ...meets, title: 'Action learning set 3', room: 'Crouch room', for: ['Set 3'], by: [JAMES] });
    await planning.addLike(set, { ...meets, title: 'Action learning set 4', online: true, for: ['Set 4'], by: [AMARA] });
    await planning.edit(one('Showcase and certificates'), { room: 'Chelmer suite', by: [SARAH] });

    await planning.add({
      title: 'Sponsor drop-in',
      kind: 'workshop',
      purpose: 'Ask the programme team about the person you sponsor.',
      minutes: 45,
      online: true,
      for: ['Sponsors'],
    });
    await planning.add({
      title: 'Wellbeing check-in',
      kind: 'mentoring',
      purpose: 'Say how the programme fits with your work and life, and what would make it easier.',
      minutes: 30,
      mandatory: false,
      for: ['Set 1'],
    });
  },
};

export const inviteFacilitator: Scenario = {
  title: 'Priya invites Amara, who leads sessions in every cohort; the other facilitators have no account yet',
  on: (today) => cohortDays(today).Essex.planned,
  async play(demo) {
    const { id } = demo.the(COHORT, 'Essex');
    await giveFacilitators(demo, id, [SARAH, JAMES, SUNITA, RUTH]);
    await join(demo, await demo.as('Priya Nair'), {
      personId: demo.the(PERSON, AMARA),
      providerId: demo.the(PROVIDER, 'Eastern Talent Partnership'),
      role: 'facilitator',
      scopeKind: 'cohort',
      scopeId: id,
    });
  },
};
