import { DEFAULT_PROGRAMME_RULES } from '@waymark/catalogue/domain/programme-rules';
import { openPage, stale } from '@waymark/shared/testing-web/open-page';
import { ProgrammePage } from './programme-page';

describe('ProgrammePage', () => {
  it('shows every rule and saves what was chosen; somebody who was first is shown', async () => {
    const { all, answer, http, one, press, text, type } = await open();
    await answer('/programmes/p1', programme);
    await answer('/programmes/p1/blueprints', { items: [], next: null });
    expect(one('h1').textContent).toBe('Top Talent');
    expect(text()).toContain('No versions yet');
    expect(one<HTMLSelectElement>('#rules-holiday').value).toBe('warn');
    type('#rules-holiday', 'block_release');
    await press('Save programme');
    const values = { version: 4, title: 'Top Talent 2', rules: { ...DEFAULT_PROGRAMME_RULES, holiday: 'ignore' } };
    const put = await answer('PUT /programmes/p1', stale(values), 409);
    expect(put.body).toMatchObject({ version: 3, rules: { ...DEFAULT_PROGRAMME_RULES, holiday: 'block_release' } });
    expect(text()).toContain('Sam Okoro changed this at 10:42 on 3 May 2027');
    expect(all('.clash legend').map(({ textContent }) => textContent)).toEqual(['Rules']);
    await press('Save my choice');
    expect(http.expectOne({ method: 'PUT', url: '/api/programmes/p1' }).request.body).toMatchObject({
      version: 4,
      title: 'Top Talent 2',
      rules: { holiday: 'block_release' },
    });
  });
});

const open = () => openPage(ProgrammePage, { inputs: { id: 'p1' }, by: { can: ['programmes:edit'] } });

const programme = {
  id: 'p1',
  providerId: 'provider',
  title: 'Top Talent',
  code: 'TT',
  summary: '',
  status: 'active',
  rules: DEFAULT_PROGRAMME_RULES,
  published: null,
  publishedId: null,
  draftId: null,
  cohorts: 0,
  version: 3,
};
