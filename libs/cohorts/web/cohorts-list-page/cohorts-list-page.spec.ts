import { givenCohortView, show } from '@waymark/cohorts/testing-web/given-cohort';
import { TestBed } from '@angular/core/testing';
import { Session } from '@waymark/shared/web/session';
import { CohortsListPage } from './cohorts-list-page';

const row = { ...givenCohortView(), held: 24 };
const page = (items: object[]) => ({
  items,
  next: null,
  total: { count: items.length, more: false },
  stages: items.length > 0 ? [{ stage: 'planning', count: items.length, more: false }] : [],
});

const settle = async () => {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
};

describe('CohortsListPage', () => {
  it('lists cohorts with their stage, dates and places', async () => {
    const { element, answer } = await show(CohortsListPage);
    await answer('/api/cohorts', page([row]));
    expect(element.querySelector('h1')?.textContent).toBe('Cohorts');
    expect(element.querySelector('tbody')?.textContent).toMatch(
      /Top Talent: Essex 2027.*Planning.*24 to 25 June 2027.*24 of 26.*1 check.*Priya Nair/s,
    );
  });

  it('leaves out what is finished until it is asked for', async () => {
    const { element, http, press, answer } = await show(CohortsListPage);
    const [first] = http.match((one) => one.url.endsWith('/api/cohorts'));
    expect(first!.request.params.getAll('stage')).toEqual([
      'planning',
      'open_for_applications',
      'selecting',
      'confirmed',
      'in_delivery',
      'postponed',
    ]);
    first!.flush({ ...page([]), stages: [{ stage: 'closed', count: 2, more: false }] });
    await settle();
    expect(element.textContent).toContain('No current cohorts');
    await press('Show finished cohorts');
    const [second] = http.match((one) => one.url.endsWith('/api/cohorts'));
    expect(second!.request.params.getAll('stage')).toBeNull();
    second!.flush(page([{ ...row, stage: 'closed' }]));
    await settle();
    await press('Remove filter: With finished cohorts');
    await answer('/api/cohorts', page([row]));
    expect(element.querySelector('tbody')?.textContent).toContain('Planning');
  });

  it('filters by programme for those who may read programmes', async () => {
    const id = row.programme.id;
    const { element, http, answer, press } = await show(CohortsListPage, {
      before: () => jest.spyOn(TestBed.inject(Session), 'can').mockReturnValue(true),
    });
    await answer('/api/cohorts', page([row]));
    await answer('/api/programmes', { items: [{ id, title: 'Top Talent' }], next: null, total: { count: 1, more: false } });
    const select = element.querySelector<HTMLSelectElement>('select[name=programme]')!;
    expect([...select.options].map(({ textContent }) => textContent?.trim())).toEqual(['All programmes', 'Top Talent']);
    select.value = id;
    select.dispatchEvent(new Event('change'));
    await press('Apply filters');
    const [asked] = http.match((one) => one.url.endsWith('/api/cohorts'));
    expect(asked!.request.params.getAll('programme')).toEqual([id]);
    asked!.flush(page([row]));
    await settle();
    expect(element.querySelector('.chip')?.textContent).toContain('Top Talent');
  });

  it('says what a cohort is while there is none', async () => {
    const { element, answer } = await show(CohortsListPage);
    await answer('/api/cohorts', page([]));
    expect(element.textContent).toContain('No cohorts yet');
  });

  it('offers to try again when reading failed', async () => {
    const { element, answer } = await show(CohortsListPage);
    await answer('/api/cohorts', {}, 500);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('There is a problem with the service');
  });
});
