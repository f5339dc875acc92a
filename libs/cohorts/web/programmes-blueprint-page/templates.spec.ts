import { inserted, moved, removed, rowsOf } from './templates';
import type { Template } from './template-form';

const list = [
  template('A', '09:00'),
  template('B', '10:00', { afterPosition: 1 }),
  template('C', '12:00', { afterPosition: 2, minGap: 30 }),
];

describe('rowsOf', () => {
  it('stands by day and time, with the unscheduled last', () => {
    const days = rowsOf([
      template('Late', '15:00'),
      template('Tray', null),
      template('Early', '09:30'),
      template('Next', '09:00', { dayOffset: 1 }),
    ]);
    expect(days.map(({ heading, rows }) => [heading, rows.map(({ title, when }) => `${title} ${when}`)])).toEqual([
      ['Day 1', ['Early 09:30 to 10:30', 'Late 15:00 to 16:00']],
      ['Day 2', ['Next 09:00 to 10:00']],
      ['Not on a day yet', ['Tray 60 minutes']],
    ]);
  });
});

describe('inserted', () => {
  it('goes behind what starts earlier, and every order still names the same session', () => {
    const after = inserted(list, template('New', '11:00', { afterPosition: 2 }));
    expect(order(after)).toEqual(['A', 'B after A', 'New after B', 'C after B']);
  });
});

describe('removed', () => {
  it('lets go of what followed it', () => {
    expect(order(removed(list, 1))).toEqual(['A', 'C']);
    expect(removed(list, 1)[1]!.minGap).toBe(0);
    expect(order(removed(list, 0))).toEqual(['B', 'C after B']);
  });
});

describe('moved', () => {
  it('swaps neighbours, orders with them', () => {
    expect(order(moved(list, 2, -1))).toEqual(['A', 'C after B', 'B after A']);
    expect(moved(list, 0, -1)).toEqual(list);
    expect(moved(list, 2, 1)).toEqual(list);
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
