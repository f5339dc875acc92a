import { show } from '@waymark/cohorts/testing-web/given-cohort';
import { CohortNewPage } from './cohort-new-page';

const programme = { id: '01890000-0000-7000-8000-000000000003', title: 'Top Talent', publishedId: 'b3' };
const preview = {
  code: 'TT-ESSEX-2027-06',
  name: 'Top Talent: Essex 2027',
  startsOn: '2027-06-24',
  endsOn: '2027-06-25',
  goDecisionOn: '2027-05-26',
  sessions: [{ title: 'Day 1', kind: 'workshop', date: '2027-06-24', startsAt: '09:30', endsAt: '16:30', group: null }],
  keyDates: [{ code: 'joining_instructions', day: '2027-06-10' }],
  warnings: ['Day 2 moves to Monday 28 June 2027: Friday 25 June 2027 is a bank holiday (Test holiday)'],
};

describe('CohortNewPage', () => {
  it('asks for the programme, the place, the day and the places', async () => {
    const { element, answer } = await show(CohortNewPage);
    await answer('/api/programmes', { items: [programme], next: null });
    expect(element.querySelector('h1')?.textContent).toBe('New cohort');
    expect([...element.querySelectorAll('#programmeId option')].map((option) => option.textContent?.trim())).toEqual([
      'Choose a programme',
      'Top Talent',
    ]);
  });

  it('sends people to programmes while none is published', async () => {
    const { element, answer } = await show(CohortNewPage);
    await answer('/api/programmes', { items: [], next: null });
    expect(element.textContent).toContain('No published programmes yet');
  });

  it('shows what is wrong at its field', async () => {
    const { element, answer, press } = await show(CohortNewPage);
    await answer('/api/programmes', { items: [programme], next: null });
    await press('Continue');
    await answer(
      '/cohort-previews',
      { title: 'There is a problem', errors: [{ code: 'malformed', detail: 'Enter the place', pointer: '/place' }] },
      400,
    );
    expect(element.querySelector('.govuk-error-summary')?.textContent).toContain('Enter the place');
    expect(element.querySelector('#place-error')?.textContent).toContain('Enter the place');
  });

  it('shows sessions, dates and holidays before anything is made', async () => {
    const { element, answer, press } = await show(CohortNewPage);
    await answer('/api/programmes', { items: [programme], next: null });
    await press('Continue');
    await answer('/cohort-previews', preview);
    expect(element.querySelector('h1')?.textContent).toBe('Check the new cohort');
    expect(element.textContent).toMatch(
      /Day 2 moves to Monday 28 June 2027.*Day 1.*Thursday 24 June 2027.*09:30 to 16:30.*TT-ESSEX-2027-06.*Thursday 10 June 2027/s,
    );
    await press('Change answers');
    expect(element.querySelector('h1')?.textContent).toBe('New cohort');
  });

  it('takes the nation of the venue, and lets it be another', async () => {
    const { element, answer, fixture } = await show(CohortNewPage);
    await answer('/api/programmes', { items: [programme], next: null });
    await answer('/api/venues', { items: [{ id: 'v1', name: 'Cardiff Bay Rooms', nation: 'WLS' }], next: null });
    const choose = async (field: string, value: string) => {
      const select = element.querySelector<HTMLSelectElement>(`#${field}`)!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await fixture.whenStable();
      return element.querySelector<HTMLSelectElement>('#nation')!.value;
    };
    expect(await choose('venueId', 'v1')).toBe('WLS');
    expect(await choose('nation', 'ENG')).toBe('ENG');
  });
});
