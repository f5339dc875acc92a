import { daysOf, editRefusals, publicationRefusals, startRefusals, templatesRefusals, type Template } from './blueprint';

describe('templatesRefusals', () => {
  it('is content with a plan that fits its days and its order', () => {
    expect(
      templatesRefusals([
        template('Welcome', { startsAt: '09:30', duration: 45 }),
        template('Systems leadership', { startsAt: '10:15', duration: 90, afterPosition: 1 }),
        template('Coaching', { dayOffset: null, startsAt: null, afterPosition: 2, minGap: 60 }),
      ]),
    ).toEqual([]);
  });

  it('wants a day and a time, or neither', () => {
    expect(codes([template('A', { dayOffset: null })])).toEqual(['catalogue_template_needs_day']);
    expect(codes([template('A', { startsAt: null })])).toEqual(['catalogue_template_needs_time']);
  });

  it('lets a session end at midnight and not after it', () => {
    expect(codes([template('A', { startsAt: '23:00', duration: 60 })])).toEqual([]);
    expect(codes([template('A', { startsAt: '23:00', duration: 65 })])).toEqual(['catalogue_template_past_midnight']);
  });

  it('refuses an order that points at itself, below or nowhere', () => {
    for (const afterPosition of [2, 3, 9, 0])
      expect(codes([template('A'), template('B', { afterPosition, startsAt: '11:00' }), template('C')])).toEqual([
        'catalogue_template_order',
      ]);
  });

  it('compares times across days, with the gap', () => {
    const first = template('A', { startsAt: '15:30', duration: 60 });
    expect(codes([first, template('B', { startsAt: '16:30', afterPosition: 1 })])).toEqual([]);
    expect(codes([first, template('B', { startsAt: '16:30', afterPosition: 1, minGap: 15 })])).toEqual(['catalogue_template_gap']);
    expect(codes([first, template('B', { dayOffset: 1, startsAt: '09:30', afterPosition: 1, minGap: 960 })])).toEqual([]);
    expect(templatesRefusals([first, template('B', { startsAt: '09:00', afterPosition: 1 })])).toEqual([
      { code: 'catalogue_template_gap', facts: { title: 'B', first: 'A', gap: 0 }, pointer: '/templates/1/afterPosition' },
    ]);
  });
});

describe('publicationRefusals', () => {
  it('needs a session, and does not publish twice', () => {
    expect(publicationRefusals('draft', [])).toEqual([{ code: 'catalogue_blueprint_empty' }]);
    expect(publicationRefusals('published', [template('A')])).toEqual([{ code: 'catalogue_blueprint_published' }]);
    expect(publicationRefusals('draft', [template('A')])).toEqual([]);
  });

  it('says what is wrong with the sessions', () => {
    expect(publicationRefusals('draft', [template('A', { startsAt: null })]).map(({ code }) => code)).toEqual([
      'catalogue_template_needs_time',
    ]);
  });
});

describe('startRefusals', () => {
  it('gives an active programme one draft at a time', () => {
    expect(startRefusals({ programme: 'active', draft: false })).toEqual([]);
    expect(startRefusals({ programme: 'active', draft: true })).toEqual([{ code: 'catalogue_blueprint_one_draft' }]);
    expect(startRefusals({ programme: 'retired', draft: false })).toEqual([{ code: 'catalogue_programme_retired' }]);
  });
});

describe('editRefusals', () => {
  it('keeps what is published', () => {
    expect(editRefusals('published')).toEqual([{ code: 'catalogue_blueprint_published' }]);
    expect(editRefusals('draft')).toEqual([]);
  });
});

describe('daysOf', () => {
  it('counts from the first day to the last', () => {
    expect(daysOf([])).toBe(1);
    expect(daysOf([template('A'), template('B', { dayOffset: 1 }), template('C', { dayOffset: null })])).toBe(2);
  });
});

const codes = (templates: Template[]) => templatesRefusals(templates).map(({ code }) => code);

function template(title: string, over: Partial<Template> = {}): Template {
  return { title, dayOffset: 0, startsAt: '09:30', duration: 60, afterPosition: null, minGap: 0, ...over };
}
