import { employmentRefusals, type Job } from './employment';

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
});
