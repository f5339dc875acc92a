import { TestBed } from '@angular/core/testing';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';
import { Session } from '@waymark/shared/web/session';
import { givenCohortView, givenEnrolmentRow, show } from '@waymark/cohorts/testing-web/given-cohort';
import { CohortPeoplePage } from './cohort-people-page';

const cohort = givenCohortView();
const facets = {
  status: [{ value: 'confirmed', label: 'Confirmed', count: 1 }],
  group: [],
  sector: [{ value: 'council', label: 'Council', count: 1 }],
  organisation: [],
  attention: [{ value: 'no_group', label: 'Not in a group', count: 1 }],
};
const page = (items: object[], everyone = items.length) => ({ items, next: null, total: items.length, everyone, facets });
const open = async (...rows: object[]) => {
  const shown = await show(CohortPeoplePage, { cohort });
  await shown.answer('/enrolments', page(rows));
  return shown;
};

describe('CohortPeoplePage', () => {
  it('lists people with their job, status and what needs attention', async () => {
    const { element } = await open(givenEnrolmentRow({ attention: ['no_group'] }));
    expect(element.querySelector('.bar')?.textContent).toContain('1 person');
    expect(element.querySelector('tbody')?.textContent).toMatch(/Ben Hartley.*Service designer, Chelmsford.*Confirmed.*Not in a group/s);
    expect(element.querySelector('.filter')?.textContent).toMatch(/Needs attention.*Not in a group.*1.*Status.*Confirmed/s);
  });

  describe('what somebody may open', () => {
    const links = (element: HTMLElement) => [...element.querySelectorAll('a')].map((one) => one.getAttribute('href'));
    const person = `/people/${givenEnrolmentRow().person.id}`;
    afterEach(() => jest.restoreAllMocks());

    it('is the page of a person for those who may read people', async () => {
      jest.spyOn(Session.prototype, 'can').mockImplementation((permission) => permission === 'people:read');
      const { element, press } = await open(givenEnrolmentRow());
      await press('Actions for Ben Hartley');
      expect(links(element).filter((href) => href === person)).toHaveLength(2);
    });

    it('is neither that page, a file nor adding people for others', async () => {
      jest.spyOn(Session.prototype, 'can').mockReturnValue(false);
      const may = { ...cohort.may, enrol: false, edit: false, needs: false };
      const { element, answer, press } = await show(CohortPeoplePage, { cohort: { ...cohort, may } });
      await answer('/enrolments', page([givenEnrolmentRow()]));
      await press('Actions for Ben Hartley');
      expect(element.querySelector('tbody')?.textContent).toContain('Ben Hartley');
      expect(links(element).filter((href) => href === person || href?.includes('enrolments.csv'))).toEqual([]);
      expect(element.querySelector('.choices')?.textContent).not.toContain('Open the person’s page');
    });
  });

  it('asks for people while there is nobody', async () => {
    const { element } = await open();
    expect(element.textContent).toContain('No people yet');
  });

  it('shows that a full cohort takes nobody, in the API’s words', async () => {
    const { element, answer, press } = await open();
    await press('Add people');
    await answer('/candidates', {
      items: [{ id: givenEnrolmentRow().person.id, name: 'Ada Okafor', jobTitle: null, organisation: null, whyNot: null }],
      left: 0,
      more: false,
    });
    expect(element.textContent).toContain('The cohort is full');
    element.querySelector<HTMLInputElement>('.picks input')!.click();
    await press('Add people');
    await press('Add 1 person');
    await answer(
      '/enrolments',
      {
        title: 'There is a problem',
        errors: [
          { code: 'cohorts_full', detail: 'The cohort has 26 places and none is left, so 1 person cannot be added', pointer: '/personIds' },
        ],
      },
      409,
    );
    expect(element.querySelector('.govuk-error-summary')?.textContent).toContain('The cohort has 26 places and none is left');
  });

  it('keeps who was chosen over searches, and takes each off again, and asks before Escape gives them up', async () => {
    const { element, http, answer, press, fixture } = await open();
    const someone = (id: string, name: string) => ({ id, name, jobTitle: null, organisation: null, whyNot: null });
    const rest = async (ms = 0) => {
      await new Promise((done) => setTimeout(done, ms));
      fixture.detectChanges();
    };
    const tick = async () => {
      element.querySelector<HTMLInputElement>('.picks input')!.click();
      await rest();
    };
    const chosen = () => [...element.querySelectorAll('.picked li')].map((one) => one.firstChild!.textContent!.trim());
    await press('Add people');
    await answer('/candidates', { items: [someone('ada', 'Ada Okafor')], left: 1, more: true });
    expect(element.querySelector('#personIds')?.textContent).toContain('Only the first 1 people are shown. Type more of the name');
    await tick();
    const search = element.querySelector<HTMLInputElement>('#add-search')!;
    search.value = 'ben';
    search.dispatchEvent(new Event('input'));
    await rest(250);
    expect(
      http
        .match((one) => one.params.get('query') === 'ben')
        .map((request) => request.flush({ items: [someone('ben', 'Ben Cole')], left: 1, more: false })),
    ).toHaveLength(1);
    await rest();
    await tick();
    expect(chosen()).toEqual(['Ada Okafor', 'Ben Cole']);
    expect(element.querySelector('.picked')?.textContent).toContain('2 people chosen. Remove 1, or increase the number of places first');
    await press('Remove Ada Okafor');
    expect(chosen()).toEqual(['Ben Cole']);
    const unsaved = TestBed.inject(Unsaved);
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    element.querySelector('app-add-people-dialog dialog')!.dispatchEvent(escape);
    expect([unsaved.asking(), escape.defaultPrevented]).toEqual([true, true]);
    unsaved.decide(false);
    await press('Add 1 person');
    expect(http.expectOne((one) => one.method === 'POST').request.body).toEqual({ personIds: ['ben'], placeType: 'funded' });
  });

  it('asks for a reason before somebody is withdrawn', async () => {
    const { element, http, press } = await open(givenEnrolmentRow());
    await press('Actions for Ben Hartley');
    await press('Change status');
    expect(element.textContent).toContain('Change status of Ben Hartley');
    element.querySelector<HTMLInputElement>('input[type=radio][value=withdrawn]')!.click();
    await new Promise((done) => setTimeout(done));
    expect([...element.querySelectorAll('select[name=reasonCode] option')].map((option) => option.textContent?.trim())).toContain(
      'Ill health',
    );
    element
      .querySelectorAll<HTMLButtonElement>('dialog .govuk-button')
      .forEach((button) => button.textContent?.trim() === 'Change status' && button.click());
    const request = http.expectOne((one) => one.url.endsWith('/enrolment-changes'));
    expect(request.request.body).toEqual({ ids: [givenEnrolmentRow().id], to: 'withdrawn' });
  });

  it('asks why somebody goes to another cohort, and shows the groups they were in', async () => {
    const { element, answer, http, press } = await open(givenEnrolmentRow());
    await press('Actions for Ben Hartley');
    await press('Transfer to another cohort');
    const select = element.querySelector<HTMLSelectElement>('select[name=reasonCode]')!;
    select.value = 'other';
    select.dispatchEvent(new Event('change'));
    const note = element.querySelector<HTMLTextAreaElement>('textarea[name=note]')!;
    note.value = 'The dates suit them better';
    note.dispatchEvent(new Event('input'));
    await press('Transfer');
    const { body } = http.expectOne((one) => one.method === 'POST').request;
    expect(body).toMatchObject({ reasonCode: 'other', note: 'The dates suit them better' });
    await press('Back');
    await press('See history of the place');
    const north = { id: 'g1', name: 'North', startsOn: '2027-05-03', endsOn: '2027-05-09' };
    await answer('/history', { items: [], groups: [{ ...north, name: 'South', startsOn: '2027-05-10', endsOn: null }, north], next: null });
    expect(element.querySelector('app-place-dialog')?.textContent).toMatch(/South\s*Since 10 May 2027\s*North\s*3 to 9 May 2027/);
  });

  describe('groups', () => {
    const groups = [
      { id: 'g1', name: 'North', kind: 'learning_set' as const, position: 1, count: 3, version: 4 },
      { id: 'g2', name: 'Sponsors', kind: 'guests' as const, position: 2, count: 0, version: 1 },
    ];
    const openGroups = async (way: string) => {
      const shown = await show(CohortPeoplePage, { cohort: givenCohortView({ groups }) });
      await shown.answer('/enrolments', page([givenEnrolmentRow()]));
      await shown.press('Groups');
      const choose = async (value: string) => {
        shown.element.querySelector<HTMLInputElement>(`dialog input[type=radio][value=${value}]`)!.click();
        await shown.fixture.whenStable();
      };
      await choose(way);
      const select = (name: string) => shown.element.querySelector<HTMLSelectElement>(`dialog select[name=${name}]`)!;
      return { ...shown, select, name: () => shown.element.querySelector<HTMLInputElement>('dialog input[name=name]')! };
    };

    it('are renamed and given another kind, from what they are', async () => {
      const { http, press, select, name } = await openGroups('change');
      expect([name().value, select('kind').value]).toEqual(['North', 'learning_set']);
      name().value = 'South';
      name().dispatchEvent(new Event('input'));
      select('kind').value = 'project';
      select('kind').dispatchEvent(new Event('change'));
      await press('Save group');
      const request = http.expectOne((one) => one.url.endsWith('/groups/g1'));
      expect([request.request.method, request.request.body]).toEqual(['PUT', { name: 'South', kind: 'project', version: 4 }]);
    });

    it('are removed, unless a session is planned for them', async () => {
      const { element, answer, press } = await openGroups('remove');
      expect(element.querySelector('app-groups-dialog dialog')!.textContent).toContain('3 people will leave the group.');
      await press('Remove group');
      const detail = 'A session is planned for this group. Remove the group from the session first';
      await answer('/groups/g1', { title: 'There is a problem', errors: [{ code: 'schedule_group_in_use', detail }] }, 409);
      expect(element.querySelector('app-groups-dialog .govuk-error-summary')?.textContent).toContain(detail);
    });

    it('of guests are nothing people are shared out over', async () => {
      const { select } = await openGroups('split');
      expect([...select('kind').options].map(({ textContent }) => textContent?.trim())).not.toContain('Guests');
    });
  });

  it('offers to try again when reading failed', async () => {
    const { element, answer } = await show(CohortPeoplePage, { cohort });
    await answer('/enrolments', {}, 500);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('There is a problem with the service');
  });
});
