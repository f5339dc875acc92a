import { givenCohortView, show } from '../cohort-page/given-cohort';
import { CohortsListPage } from './cohorts-list-page';

const row = { ...givenCohortView(), held: 24 };
const page = (items: object[]) => ({
  items,
  next: null,
  total: { count: items.length, more: false },
  stages: [{ stage: 'planning', count: items.length }],
});

describe('CohortsListPage', () => {
  it('lists cohorts with their stage, dates and places', async () => {
    const { element, answer } = await show(CohortsListPage);
    await answer('/api/cohorts', page([row]));
    expect(element.querySelector('h1')?.textContent).toBe('Cohorts');
    expect(element.querySelector('tbody')?.textContent).toMatch(
      /Top Talent: Essex 2027.*Planning.*24 to 25 June 2027.*24 of 26.*1 check.*Priya Nair/s,
    );
  });

  it('says what a cohort is while there is none', async () => {
    const { element, answer } = await show(CohortsListPage);
    await answer('/api/cohorts', page([]));
    expect(element.textContent).toContain('There are no cohorts yet');
  });

  it('offers to try again when reading failed', async () => {
    const { element, answer } = await show(CohortsListPage);
    await answer('/api/cohorts', {}, 500);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('There is a problem with the service');
  });
});
