import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { givenCohortView, show } from '@waymark/cohorts/testing-web/given-cohort';
import { Undo } from '@waymark/shared/ui/undo-bar/undo-bar';
import { CohortSettingsPage } from './cohort-settings-page';

const cohort = givenCohortView();
const open = () => show(CohortSettingsPage, { cohort });

describe('CohortSettingsPage', () => {
  it('shows the settings as they are', async () => {
    const { element } = await open();
    expect(element.querySelector<HTMLInputElement>('#name')?.value).toBe('Top Talent: Essex 2027');
    expect(element.querySelector<HTMLInputElement>('#startsOn')?.value).toBe('24');
    expect([...element.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(['Settings', 'Move the whole schedule']);
  });

  it('leads from the error summary to the field', async () => {
    const { element, answer } = await open();
    element.querySelector<HTMLButtonElement>('form button[type=submit]')!.click();
    await answer(
      `/api/cohorts/${cohort.id}`,
      {
        title: 'There is a problem',
        errors: [{ code: 'cohorts_below_held', detail: '24 places are filled. Enter 24 or more', pointer: '/capacity' }],
      },
      409,
    );
    expect(element.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#capacity');
    expect(element.querySelector('#capacity-error')?.textContent).toContain('24 places are filled');
  });

  it('keeps what only they changed when somebody else saved first, and asks about nothing', async () => {
    const { element, answer } = await open();
    const name = element.querySelector<HTMLInputElement>('#name')!;
    name.value = 'Mine';
    name.dispatchEvent(new Event('input'));
    element.querySelector<HTMLButtonElement>('form button[type=submit]')!.click();
    const { id, name: theirName, code, place, nation, startsOn, endsOn, minViable, goDecisionOn } = cohort;
    const values = {
      id,
      name: theirName,
      code,
      place,
      nation,
      startsOn,
      endsOn,
      minViable,
      goDecisionOn,
      capacity: 30,
      venueId: cohort.venue!.id,
      leadId: cohort.lead!.id,
    };
    await answer(
      `/api/cohorts/${cohort.id}`,
      { title: 'Stale', type: '/problems/stale', current: { version: 2, changedBy: 'Sam', changedAt: null, values } },
      409,
    );
    await answer(`/api/cohorts/${cohort.id}`, givenCohortView({ name: 'Mine', capacity: 30, version: 3 }));
    expect(element.textContent).toContain('Changes saved');
    expect(element.querySelector<HTMLInputElement>('#capacity')?.value).toBe('30');
  });

  it('shows why the plan cannot be moved', async () => {
    const { element, answer, press } = await open();
    await press('See the new days');
    await answer(
      '/shift-preview',
      { title: 'There is a problem', errors: [{ code: 'malformed', detail: 'Enter a real date', pointer: '/startsOn' }] },
      400,
    );
    expect(element.querySelector('#newStart-error')?.textContent).toContain('Enter a real date');
  });

  describe('moving the schedule', () => {
    const day = (from: string, to: string, over: object = {}) => ({
      from,
      to,
      sessions: 4,
      decision: false,
      trouble: null,
      holiday: '',
      instead: ['2027-06-24', '2027-06-25', '2027-06-28', '2027-06-29'],
      ...over,
    });
    const days = [day('2027-06-24', '2027-06-25'), day('2027-06-25', '2027-06-26', { trouble: 'weekend' })];
    const looked = async () => {
      const page = await open();
      await page.press('See the new days');
      await page.answer('/shift-preview', { days, version: 1 });
      const choose = async (at: number, to: string) => {
        const select = page.element.querySelector<HTMLSelectElement>(`#jumps-${at}-to`)!;
        select.value = to;
        select.dispatchEvent(new Event('change'));
        await page.settle();
      };
      return { ...page, choose };
    };
    const sent = ({ http }: { http: HttpTestingController }) => http.match((one) => one.url.endsWith('/shifts'));

    it('shows each day with where it goes and what that day is, and sends what was chosen', async () => {
      const page = await looked();
      const rows = () =>
        [...page.element.querySelectorAll('.shift-days__day')].map((row) => row.querySelector('app-tag')?.textContent?.trim());
      expect(rows()).toEqual([undefined, 'Weekend']);
      await page.choose(1, '2027-06-28');
      expect(rows()).toEqual([undefined, undefined]);
      await page.press('Move schedule');
      const [request] = sent(page);
      expect(request!.request.body).toMatchObject({
        jumps: [
          { from: '2027-06-24', to: '2027-06-25' },
          { from: '2027-06-25', to: '2027-06-28' },
        ],
        version: 1,
      });
    });

    it('shows at the day itself why it cannot go there', async () => {
      const page = await looked();
      await page.press('Move schedule');
      const detail = 'The days of a schedule stay in order. Choose another day for Friday 25 June 2027';
      await page.answer('/shifts', { title: 'Refused', errors: [{ code: 'cohorts_shift_order', detail, pointer: '/jumps/1/to' }] }, 409);
      expect(page.element.querySelector('#jumps-1-to-error')?.textContent).toContain(detail);
    });

    it('takes it back by the way it came', async () => {
      const page = await looked();
      await page.press('Move schedule');
      const back = { days: -1, jumps: [] };
      await page.answer('/shifts', { startsOn: '2027-06-25', endsOn: '2027-06-26', moved: 8, days: [], back, version: 2 });
      const undo = TestBed.inject(Undo);
      expect(undo.offered()?.done).toBe('The schedule now starts on 25 June 2027. 8 sessions moved');
      void undo.take();
      await page.settle();
      expect(sent(page)[0]!.request.body).toEqual({ ...back, version: 2 });
    });
  });

  describe('the venue', () => {
    const select = (element: HTMLElement) => element.querySelector<HTMLSelectElement>('select[name=venueId]')!;
    const words = (element: HTMLElement) => [...select(element).options].map(({ textContent }) => textContent?.trim());

    it('is the cohort’s own also where it is not among those that were read', async () => {
      const { element, answer } = await open();
      expect(select(element).value).toBe(cohort.venue!.id);
      await answer('/api/venues', { items: [{ id: 'other', name: 'Ipswich' }], next: null });
      expect(words(element)).toEqual(['Not chosen yet', 'Chelmsford Civic Centre', 'Ipswich']);
      expect(select(element).value).toBe(cohort.venue!.id);
    });

    it('says that the others cannot be read, and tries again', async () => {
      const { element, answer, press } = await open();
      await answer('/api/venues', {}, 500);
      expect(element.querySelector('form [role=alert]')?.textContent).toContain('There is a problem with the service');
      expect(select(element).value).toBe(cohort.venue!.id);
      await press('Try again');
      await answer('/api/venues', { items: [{ ...cohort.venue }], next: null });
      expect(element.querySelector('form [role=alert]')).toBeNull();
      expect(words(element)).toEqual(['Not chosen yet', 'Chelmsford Civic Centre']);
    });
  });

  it('is read by those who may not edit it, without a form', async () => {
    const may = { ...cohort.may, edit: false };
    const { element, http } = await show(CohortSettingsPage, { cohort: { ...cohort, may } });
    expect(element.querySelector('form, input, button')).toBeNull();
    expect([...element.querySelectorAll('.summary-card__row')].map((row) => row.textContent?.trim().replace(/\s+/g, ' '))).toEqual(
      expect.arrayContaining(['VenueChelmsford Civic Centre', 'LeadPriya Nair', 'First day24 June 2027', 'Places26']),
    );
    http.expectNone((one) => one.url.endsWith('/api/venues'));
  });
});
