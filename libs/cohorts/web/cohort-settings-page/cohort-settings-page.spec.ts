import { givenCohortView, show } from '@waymark/cohorts/testing-web/given-cohort';
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
    await press('Move schedule');
    await answer(
      '/shifts',
      { title: 'There is a problem', errors: [{ code: 'malformed', detail: 'Enter a real date', pointer: '/startsOn' }] },
      400,
    );
    expect(element.querySelector('#newStart-error')?.textContent).toContain('Enter a real date');
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
