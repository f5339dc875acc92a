import type { Equipment } from '../domain/equipment';
import type { RoomLayout } from '../domain/layouts';
import type { LocalTime } from '@waymark/shared/kernel/dates';
import type { TemplateWish } from '../api/programmes/blueprints.contract';

/** A session as the demo's programmes plan it. Without a day it waits to be put on the schedule; without a layout any will do. */
interface Planned {
  title: string;
  kind: TemplateWish['kind'];
  /** What people do in it. */
  purpose: string;
  /** From 0; the time is wall-clock time. */
  at: [day: number, time: LocalTime] | null;
  minutes: number;
  mandatory?: false;
  layout?: RoomLayout;
  equipment?: Equipment[];
  perGroup?: true;
  /** The session that comes before it, by its title. */
  after?: string;
}

/** Two days, as the programme team runs them. */
export const TOP_TALENT: readonly Planned[] = [
  {
    title: 'Registration and coffee',
    kind: 'break',
    purpose: 'Sign in, collect your badge and meet the people you will work with.',
    at: [0, '09:00'],
    minutes: 30,
    mandatory: false,
  },
  {
    title: 'Welcome: leading through place',
    kind: 'plenary',
    purpose: 'Hear why place matters to local public services, and agree what you want from the two days.',
    at: [0, '09:30'],
    minutes: 60,
    layout: 'cabaret',
    equipment: ['projector'],
  },
  {
    title: 'Systems leadership',
    kind: 'workshop',
    purpose: 'Map who has a stake in a problem of your own, and choose one first step across organisations.',
    at: [0, '10:45'],
    minutes: 90,
    layout: 'boardroom',
    perGroup: true,
    after: 'Welcome: leading through place',
  },
  {
    title: 'Lunch and networking',
    kind: 'break',
    purpose: 'Eat together. Each table has someone from another service to talk to.',
    at: [0, '12:15'],
    minutes: 60,
    mandatory: false,
  },
  {
    title: 'Data and AI for leaders',
    kind: 'workshop',
    purpose: 'Work through two cases from councils, and list what you would ask before using data or AI at work.',
    at: [0, '13:15'],
    minutes: 90,
    layout: 'boardroom',
    perGroup: true,
  },
  {
    title: 'First mentor meetings',
    kind: 'mentoring',
    purpose: 'Meet your mentor, agree how you will work together and put three dates in your diaries.',
    at: [0, '15:00'],
    minutes: 60,
    layout: 'boardroom',
    perGroup: true,
  },
  {
    title: 'Reflection and close',
    kind: 'plenary',
    purpose: 'Write down what you take from the day and share one thing with your group.',
    at: [0, '16:15'],
    minutes: 15,
  },
  {
    title: 'Panel: one public service',
    kind: 'plenary',
    purpose: 'Question leaders from health, police, fire and councils about working as one public service.',
    at: [1, '09:30'],
    minutes: 45,
    layout: 'cabaret',
    equipment: ['projector'],
  },
  {
    title: 'Action learning set',
    kind: 'workshop',
    purpose: 'Bring a problem from your work. Your set asks open questions until you have a next step.',
    at: [1, '10:30'],
    minutes: 75,
    layout: 'boardroom',
    perGroup: true,
  },
  {
    title: 'Lunch and networking',
    kind: 'break',
    purpose: 'Eat together. Each table has someone from another service to talk to.',
    at: [1, '11:45'],
    minutes: 60,
    mandatory: false,
  },
  {
    title: 'Secondment fair',
    kind: 'placement',
    purpose: 'Talk to organisations that offer secondments, and sign up for those you want to know more about.',
    at: [1, '12:45'],
    minutes: 90,
    layout: 'standing',
  },
  {
    title: 'Skills gap clinic',
    kind: 'mentoring',
    purpose: 'Go through your skills profile with an adviser and choose two skills to work on first.',
    at: [1, '14:30'],
    minutes: 45,
    layout: 'boardroom',
    perGroup: true,
  },
  {
    title: 'Showcase and certificates',
    kind: 'plenary',
    purpose: 'Show what your group has made, hear from the other groups and receive your certificate.',
    at: [1, '15:30'],
    minutes: 60,
    layout: 'theatre',
    equipment: ['projector'],
  },
  {
    title: 'Photographs',
    kind: 'break',
    purpose: 'Photographs of the whole cohort. You can choose not to be in them.',
    at: null,
    minutes: 30,
    mandatory: false,
  },
];

/** Two days with weeks between them, or one after the other, for a cohort that stays together. */
export const dayByDay = (second: number): readonly Planned[] =>
  [0, second].flatMap((day, i): Planned[] => [
    {
      title: i === 0 ? 'Opening: why place matters' : 'Where we have got to',
      kind: 'plenary',
      purpose:
        i === 0
          ? 'Meet your cohort, hear what the programme offers and share what your place means to you.'
          : 'Tell the others what you have tried since the last day, and what happened.',
      at: [day, '09:30'],
      minutes: 60,
    },
    {
      title: i === 0 ? 'Mapping a system' : 'Leading without authority',
      kind: 'workshop',
      purpose:
        i === 0
          ? 'Draw the people and organisations around an issue in your place, and see where change could start.'
          : 'Practise winning the support of people who do not report to you.',
      at: [day, '10:45'],
      minutes: 90,
    },
    { title: 'Lunch', kind: 'break', purpose: 'Eat together before the afternoon.', at: [day, '12:15'], minutes: 60, mandatory: false },
    {
      title: 'Action learning',
      kind: 'workshop',
      purpose: 'Take turns to bring a problem. The others ask questions until you have a next step.',
      at: [day, '13:15'],
      minutes: 120,
    },
  ]);

/** The plan as a blueprint has it. */
export const templatesOf = (plan: readonly Planned[]): TemplateWish[] =>
  plan.map(({ title, kind, purpose, at, minutes, mandatory = true, layout = null, equipment = [], perGroup = false, after }) => ({
    title,
    kind,
    purpose,
    dayOffset: at && at[0],
    startsAt: at && at[1],
    duration: minutes,
    mandatory,
    mode: 'in_person',
    layout,
    equipment,
    setUp: 0,
    clearUp: 0,
    perGroup,
    afterPosition: after === undefined ? null : plan.findIndex((one) => one.title === after) + 1,
    minGap: 0,
  }));
