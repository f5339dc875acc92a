import { type Template, templateDraftOf, templateOf, timeOn } from './template-draft';

const template: Template = {
  title: 'Welcome',
  kind: 'workshop',
  purpose: '',
  dayOffset: 0,
  startsAt: '09:30',
  duration: 60,
  mandatory: true,
  mode: 'in_person',
  layout: null,
  equipment: [],
  setUp: 0,
  clearUp: 0,
  perGroup: false,
  afterPosition: 2,
  minGap: 15,
};

describe('templateDraftOf', () => {
  it('counts days from one, and is the same session again', () => {
    expect(templateDraftOf(template)).toMatchObject({ day: 1, layout: '', who: ['mandatory'], after: '2' });
    for (const one of [template, { ...template, dayOffset: null, startsAt: null, mandatory: false, perGroup: true, afterPosition: null }])
      expect(templateOf(templateDraftOf(one))).toEqual(one);
  });
});

describe('templateOf', () => {
  it('leaves no spaces around the title', () => {
    expect(templateOf({ ...templateDraftOf(template), title: ' Welcome ' }).title).toBe('Welcome');
  });
});

describe('timeOn', () => {
  it('is half past nine on a day at first, and none on no day', () => {
    const draft = templateDraftOf(template);
    expect([timeOn(null, draft), timeOn(2, draft), timeOn(1, { ...draft, startsAt: '' })]).toEqual([
      { startsAt: '' },
      { startsAt: '09:30' },
      { startsAt: '09:30' },
    ]);
  });
});
