import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { show } from '@waymark/cohorts/testing-web/given-cohort';
import { openUrl, refused } from '@waymark/shared/testing-web/open-page';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';
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

  describe('keeps what was answered', () => {
    const ROUTES = [
      { path: 'cohorts/new', component: CohortNewPage },
      { path: 'cohorts', children: [] },
      { path: 'cohorts/:id/overview', children: [] },
    ];
    // A browser that loads a page again leaves none: what the tab holds stays.
    const at = async (url: string) => {
      const tab = { ...sessionStorage };
      TestBed.resetTestingModule();
      Object.assign(sessionStorage, tab);
      const page = await openUrl(ROUTES, url, { before: () => TestBed.inject(Router).setUpLocationChangeListener() });
      await page.answer('/programmes', { items: [programme], next: null });
      await page.answer('/venues', { items: [], next: null });
      return page;
    };
    const place = ({ one }: Awaited<ReturnType<typeof at>>) => one<HTMLInputElement>('#place').value;
    const heading = ({ one }: Awaited<ReturnType<typeof at>>) => one('h1').textContent;
    beforeEach(() => sessionStorage.clear());

    it('over loading the page again, at either step', async () => {
      let page = await at('/cohorts/new');
      page.type('#place', 'Essex');
      await page.press('Continue');
      await page.answer('/cohort-previews', preview);
      expect([page.url(), heading(page)]).toEqual(['/cohorts/new?step=check', 'Check the new cohort']);

      page = await at('/cohorts/new?step=check');
      expect(await page.answer('/cohort-previews', preview)).toMatchObject({ body: { place: 'Essex' } });
      expect([heading(page), TestBed.inject(Unsaved).some]).toEqual(['Check the new cohort', true]);

      page = await at('/cohorts/new');
      expect([heading(page), place(page)]).toEqual(['New cohort', 'Essex']);
    });

    it('when somebody goes back and forward in the browser, and asks anew what would be made of other answers', async () => {
      const page = await at('/cohorts/new');
      page.type('#place', 'Essex');
      await page.press('Continue');
      await page.answer('/cohort-previews', preview);
      TestBed.inject(Location).back();
      await page.settle();
      expect([heading(page), place(page)]).toEqual(['New cohort', 'Essex']);
      page.type('#place', 'Kent');
      TestBed.inject(Location).forward();
      expect(await page.answer('/cohort-previews', preview)).toMatchObject({ body: { place: 'Kent' } });
      expect(heading(page)).toBe('Check the new cohort');
    });

    it('and shows the answers with what is wrong where they can no longer be checked', async () => {
      let page = await at('/cohorts/new');
      page.type('#place', 'Essex');
      await page.settle();
      page = await at('/cohorts/new?step=check');
      await page.answer('/cohort-previews', refused('Enter the first day', '/startsOn'), 400);
      expect([heading(page), place(page), page.text().includes('Enter the first day')]).toEqual(['New cohort', 'Essex', true]);
    });

    it('until the cohort is made, or the page is left', async () => {
      let page = await at('/cohorts/new');
      page.type('#place', 'Essex');
      await page.press('Continue');
      await page.answer('/cohort-previews', preview);
      await page.press('Create cohort');
      await page.answer('POST /cohorts', { id: 'c1' });
      expect([page.url(), sessionStorage.length, TestBed.inject(Unsaved).some]).toEqual(['/cohorts/c1/overview', 0, false]);

      page = await at('/cohorts/new');
      expect(place(page)).toBe('');
      page.type('#place', 'Essex');
      await page.settle();
      expect(sessionStorage.length).toBe(1);
      await page.harness.navigateByUrl('/cohorts');
      expect(sessionStorage.length).toBe(0);
    });
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
