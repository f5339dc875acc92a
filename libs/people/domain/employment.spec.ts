import { employmentRefusals, jobMeant, moveOf, type HeldJob, type Job } from './employment';

const job = (over: Partial<Job> = {}): Job => ({
  organisationId: 'essex',
  lineManagerId: null,
  startsOn: '2025-01-01',
  endsOn: null,
  ...over,
});
const codes = (wish: Job, others: Job[] = []) => employmentRefusals('ada', wish, others).map(({ code }) => code);

describe('employmentRefusals', () => {
  it('lets somebody hold two jobs at two bodies', () => {
    expect(codes(job(), [job({ organisationId: 'nhs' })])).toEqual([]);
  });

  it('lets a job follow another at the same body', () => {
    expect(codes(job({ startsOn: '2026-01-01' }), [job({ endsOn: '2025-12-31' })])).toEqual([]);
  });

  it('refuses two at once at the same body', () => {
    expect(codes(job({ startsOn: '2025-12-31' }), [job({ endsOn: '2025-12-31' })])).toEqual(['people_employment_overlap']);
  });

  it('refuses an end before the start, and a person as their own line manager', () => {
    expect(codes(job({ endsOn: '2024-12-31' }))).toEqual(['people_employment_dates']);
    expect(codes(job({ lineManagerId: 'ada' }))).toEqual(['people_own_manager']);
  });

  it('keeps jobs where they were held, and lets none begin where there is nothing any more', () => {
    const until = (lastDay: `${number}-${number}-${number}` | null) =>
      employmentRefusals('ada', job({ startsOn: '2026-04-01' }), [], lastDay);
    expect([until(null), until('2026-04-01')]).toEqual([[], []]);
    expect(until('2026-03-31')).toEqual([
      { code: 'people_organisation_ended', pointer: '/organisationId', facts: { day: '31 March 2026' } },
    ]);
  });
});

describe('moveOf', () => {
  const TODAY = '2027-05-03';
  const held = (id: string, organisationId: string, startsOn: HeldJob['startsOn'], endsOn: HeldJob['endsOn'] = null): HeldJob => ({
    id,
    organisationId,
    organisation: organisationId,
    startsOn,
    endsOn,
  });
  const move = (organisationId: string, startsOn: HeldJob['startsOn'] | null, ...jobs: HeldJob[]) =>
    moveOf({ organisationId, startsOn }, jobs, TODAY);

  it('ends the job elsewhere the day before, whether it had an end or not', () => {
    expect(move('nhs', null, held('a', 'essex', '2025-01-01'))).toEqual({
      jobId: null,
      startsOn: TODAY,
      ends: [{ id: 'a', on: '2027-05-02' }],
    });
    expect(move('nhs', '2027-01-01', held('a', 'essex', '2025-01-01', '2027-12-31'))).toMatchObject({
      ends: [{ id: 'a', on: '2026-12-31' }],
    });
    expect(move('nhs', null, held('a', 'essex', '2025-01-01', '2026-12-31'))).toMatchObject({ ends: [] });
  });

  it('changes the job of today at the same body, not the one that follows it', () => {
    const jobs = [
      held('next', 'essex', '2028-01-01'),
      held('now', 'essex', '2025-01-01', '2027-12-31'),
      held('old', 'essex', '2020-01-01', '2024-12-31'),
    ];
    expect(move('essex', null, ...jobs)).toEqual({ jobId: 'now', startsOn: '2025-01-01', ends: [] });
    expect(jobMeant('essex', jobs, TODAY)?.id).toBe('now');
    expect(jobMeant('essex', jobs, '2028-06-01')?.id).toBe('next');
  });

  it('corrects a job that began the same day, so that nobody has two', () => {
    expect(move('nhs', null, held('a', 'essex', TODAY))).toEqual({ jobId: 'a', startsOn: TODAY, ends: [] });
  });

  it.each([
    [
      'within one that ended',
      move('essex', '2021-06-01', held('a', 'essex', '2020-01-01', '2025-12-31')),
      'They already have a job at essex from 1 January 2020 to 31 December 2025. Enter a day outside that',
    ],
    [
      'before one that goes on elsewhere',
      move('nhs', '2024-01-01', held('a', 'essex', '2025-01-01')),
      'They have a job at essex from 1 January 2025. Enter a later day, or end that job first',
    ],
    [
      'before one that is to come elsewhere',
      move('nhs', null, held('a', 'essex', '2027-09-01')),
      'They have a job at essex from 1 September 2027. Enter a later day, or end that job first',
    ],
    [
      'after its own last day',
      move('essex', '2028-01-01', held('a', 'essex', '2025-01-01', '2027-12-31')),
      'This is after 31 December 2027, the last day of their job there',
    ],
  ])('says why a job cannot begin %s', (_, answer, wrong) => expect(answer).toEqual({ wrong }));
});
