import { givenCohortView, show } from '@waymark/cohorts/testing-web/given-cohort';
import { TestBed } from '@angular/core/testing';
import { CurrentCohort } from '../current-cohort';
import { CohortOverviewPage } from './cohort-overview-page';

const cohort = givenCohortView();
const overview = {
  clashes: 3,
  readiness: [
    {
      code: 'venue',
      state: 'attention',
      name: 'Venue contracted',
      action: 'Contract rooms',
      detail: '2 sessions have no room',
      page: 'schedule',
    },
  ],
  keyDates: [
    { code: 'joining_instructions', day: '2027-06-10' },
    { code: 'starts', day: '2027-06-24' },
  ],
  toldDays: { startsOn: '2027-06-24', endsOn: '2027-06-25' },
  today: '2027-06-12',
  steps: [
    {
      to: 'confirmed',
      kind: 'next',
      action: 'Confirm cohort',
      reason: false,
      refusals: ['In-person sessions without a contracted room: 2. Contract their rooms first'],
    },
    { to: 'cancelled', kind: 'aside', action: 'Cancel cohort', reason: true, refusals: [] },
  ],
  stages: [],
  activity: [
    {
      id: '1',
      name: 'enrolment.made',
      at: '2027-06-01T09:42:00.000Z',
      sentence: 'Ada Okafor given a place',
      by: 'Priya Nair',
      subject: 'Ada Okafor',
      facts: {},
    },
  ],
};
const open = async () => {
  const shown = await show(CohortOverviewPage, { cohort });
  await shown.answer('/overview', overview);
  return shown;
};

describe('CohortOverviewPage', () => {
  it('tells the head of the page how many clashes it found', async () => {
    await open();
    expect(TestBed.inject(CurrentCohort).clashes()).toBe(3);
  });

  it('counts down, and says what is in the way of the next step', async () => {
    const { element } = await open();
    expect(element.textContent).toContain('Starts in 12 days');
    expect([...element.querySelectorAll('.step')].at(-1)?.textContent).toContain('Contract their rooms first');
  });

  it('leads with what is to be done for a step that is blocked, not with the step', async () => {
    const { element } = await open();
    const primary = [...element.querySelectorAll('.step .govuk-button:not(.govuk-button--secondary)')];
    expect(primary.map((one) => one.textContent!.trim())).toEqual(['Contract rooms']);
  });

  it('shows checks, dates and what happened', async () => {
    const { element } = await open();
    expect(element.querySelector('.tasks')?.textContent).toMatch(/Venue contracted.*2 sessions have no room.*Needs attention/s);
    expect(element.textContent).not.toContain('The last release has sessions');
    expect(element.querySelector('.timeline')?.textContent).toMatch(/Joining instructions are due.*Thursday 10 June 2027/s);
    expect(element.querySelector('.feed')?.textContent).toMatch(/Ada Okafor given a place.*Priya Nair, 1 June 2027 at 10:42/s);
  });

  it('says which days people were told of where they are not the cohort’s', async () => {
    const { element, answer } = await show(CohortOverviewPage, { cohort });
    await answer('/overview', { ...overview, toldDays: { startsOn: '2027-06-24', endsOn: '2027-07-02' } });
    expect(element.textContent).toContain('The last release has sessions on 24 June to 2 July 2027.');
  });

  it('says how a cohort that is over came there, instead of what it still needs', async () => {
    const { element, answer } = await show(CohortOverviewPage, { cohort: givenCohortView({ stage: 'cancelled' }) });
    const stages = [{ stage: 'cancelled', at: '2027-05-03T09:42:00.000Z', by: 'Priya Nair', reason: 'The venue flooded' }];
    await answer('/overview', { ...overview, steps: [], stages });
    expect(element.textContent).not.toContain('Readiness');
    expect(element.querySelector('.timeline')?.textContent).toMatch(/Cancelled.*Priya Nair, 3 May 2027 at 10:42\. The venue flooded/s);
  });

  it('asks for a reason to cancel, and shows why it was refused', async () => {
    const { element, answer, press } = await open();
    await press('Cancel cohort');
    expect(element.querySelector('dialog')?.textContent).toContain('This cannot be undone');
    element.querySelector<HTMLButtonElement>('dialog .govuk-button--warning')!.click();
    await answer(
      '/stage',
      { title: 'There is a problem', errors: [{ code: 'cohorts_reason_needed', detail: 'Enter a reason', pointer: '/reason' }] },
      409,
    );
    expect(element.querySelector('.govuk-error-summary')?.textContent).toContain('Enter a reason');
  });

  it('does not offer a step that something blocks', async () => {
    const { element, press } = await open();
    await press('Confirm cohort');
    expect([...element.querySelectorAll('dialog button')].map((button) => button.textContent?.trim())).toEqual(['Go back']);
  });

  it('is for reading alone to an evaluator: no steps, and no way to pages that are not theirs', async () => {
    const may = { edit: false, stage: false, enrol: false, needs: false, people: false };
    const { element, answer } = await show(CohortOverviewPage, { cohort: givenCohortView({ may }) });
    const check = (code: string, page: string) => ({ code, state: 'attention', name: code, action: code, detail: '', page });
    const readiness = [check('places', 'people'), check('venue', 'settings'), check('unscheduled', 'schedule')];
    await answer('/overview', { ...overview, clashes: null, steps: [], activity: [], readiness });
    expect([...element.querySelectorAll<HTMLAnchorElement>('.tasks a')].map(({ pathname }) => pathname)).toEqual([
      `/cohorts/${cohort.id}/schedule`,
    ]);
    expect([...element.querySelectorAll('button')].map((button) => button.textContent?.trim())).toEqual([]);
  });

  it('offers to try again when reading failed', async () => {
    const { element, answer } = await show(CohortOverviewPage, { cohort });
    await answer('/overview', {}, 500);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('There is a problem with the service');
  });
});
