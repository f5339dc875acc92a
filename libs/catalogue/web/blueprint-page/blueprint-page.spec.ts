import { openPage, refused } from '@waymark/shared/testing-web/open-page';
import { BlueprintPage } from './blueprint-page';

describe('BlueprintPage', () => {
  it('adds, orders and removes sessions of a draft, and saves the whole list', async () => {
    const { answer, one, press, submit, text, type } = await open();
    await answer('/blueprints/b1', { ...blueprint, templates: [] });
    expect(text()).toContain('No sessions yet');
    await press('Add the first session');
    type('#title', 'Welcome');
    await submit('app-template-form form');
    expect(text()).toContain('Day 1');
    expect(text()).toContain('Unsaved changes');
    await press('Save draft');
    const put = await answer('PUT /blueprints/b1', refused('Welcome must end by midnight', '/templates/0/duration'), 409);
    expect(put.body).toMatchObject({
      version: 1,
      templates: [{ title: 'Welcome', dayOffset: 0, startsAt: '09:30', duration: 60 }],
    });
    expect(text()).toContain('Welcome must end by midnight');
    one('app-error-summary a').click();
    expect(document.activeElement?.textContent).toContain('Edit Welcome');
  });

  it('only reads a published version', async () => {
    const { all, answer, text } = await open();
    await answer('/blueprints/b1', { ...blueprint, status: 'published', templates: [template] });
    expect(text()).toContain('Systems leadership');
    expect(text()).toContain('09:30 to 11:00');
    expect(all('button').filter((button) => button.textContent?.includes('Save draft'))).toEqual([]);
    expect(text()).toContain('A published version cannot be changed');
  });
});

const open = () => openPage(BlueprintPage, { inputs: { id: 'b1' }, by: { can: ['programmes:edit'] } });

const blueprint = {
  id: 'b1',
  programmeId: 'p1',
  programmeTitle: 'Top Talent',
  programmeCode: 'TT',
  number: 1,
  status: 'draft',
  publishedAt: null,
  capacity: 24,
  minViable: 8,
  version: 1,
};
const template = {
  id: 't1',
  position: 1,
  title: 'Systems leadership',
  kind: 'workshop',
  purpose: '',
  dayOffset: 0,
  startsAt: '09:30',
  duration: 90,
  mandatory: true,
  mode: 'in_person',
  layout: null,
  equipment: [],
  setUp: 0,
  clearUp: 0,
  perGroup: false,
  afterPosition: null,
  minGap: 0,
};
