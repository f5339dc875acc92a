import { inserted, removed, rowsOf, swapped } from './templates';
import type { Template } from './template-draft';

const list = [
  template('A', '09:00'),
  template('B', '10:00', { afterPosition: 1 }),
  template('C', '12:00', { afterPosition: 2, minGap: 30 }),
];

describe('rowsOf', () => {
  it('stands by day in the order of the list, with the unscheduled last', () => {
    const days = rowsOf([
      template('A', '09:30'),
      template('Tray', null),
      template('Next', '09:00', { dayOffset: 1 }),
      template('B', '15:00'),
    ]);
    expect(days.map(({ heading, rows }) => [heading, rows.map(({ title, when }) => `${title} ${when}`)])).toEqual([
      ['Day 1', ['A 09:30 to 10:30', 'B 15:00 to 16:00']],
      ['Day 2', ['Next 09:00 to 10:00']],
      ['Not on a day yet', ['Tray 60 minutes']],
    ]);
    expect(days[0]!.rows.map(({ up, down }) => [up, down])).toEqual([
      [null, 3],
      [0, null],
    ]);
  });
});

describe('inserted', () => {
  it('goes behind what starts earlier, and every order still names the same session', () => {
    const after = inserted(list, template('New', '11:00', { afterPosition: 2 }));
    expect(order(after)).toEqual(['A', 'B after A', 'New after B', 'C after B']);
  });
});

describe('inserted behind what it follows', () => {
  it('stands below it, whatever its time says', () => {
    expect(order(inserted(list, template('Early', '08:00', { afterPosition: 2 })))).toEqual([
      'A',
      'B after A',
      'Early after B',
      'C after B',
    ]);
    expect(order(inserted(list, template('Early', '08:00')))).toEqual(['Early', 'A', 'B after A', 'C after B']);
  });
});

describe('removed', () => {
  it('lets go of what followed it', () => {
    expect(order(removed(list, 1))).toEqual(['A', 'C']);
    expect(removed(list, 1)[1]!.minGap).toBe(0);
    expect(order(removed(list, 0))).toEqual(['B', 'C after B']);
  });
});

describe('swapped', () => {
  it('changes two places, orders with them', () => {
    expect(order(swapped(list, 2, 1))).toEqual(['A', 'C after B', 'B after A']);
    expect(order(swapped(list, 0, 2))).toEqual(['C after B', 'B after A', 'A']);
  });
});

const order = (templates: Template[]) =>
  templates.map(({ title, afterPosition }) => (afterPosition === null ? title : `${title} after ${templates[afterPosition - 1]!.title}`));

function template(title: string, startsAt: string | null, over: Partial<Template> = {}): Template {
  return {
    title,
    kind: 'workshop',
    purpose: '',
    dayOffset: startsAt === null ? null : 0,
    startsAt,
    duration: 60,
    mandatory: true,
    mode: 'in_person',
    layout: null,
    equipment: [],
    setUp: 0,
    clearUp: 0,
    perGroup: false,
    afterPosition: null,
    minGap: 0,
    ...over,
  };
}
