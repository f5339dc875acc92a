import { refusedWords } from './refused-requests';

describe('refusedWords', () => {
  it.each([
    [
      { method: 'PUT', route: '/api/cohorts/:id/stage', status: 403, times: 1 },
      'Tried to change cohorts, stage, which their role does not allow',
    ],
    [
      { method: 'GET', route: '/api/cohorts/:id', status: 404, times: 12 },
      'Tried to open cohorts, which is not there or not theirs (12 times in a minute)',
    ],
    [
      { method: 'POST', route: '/api/role-assignments', status: 403, times: 1 },
      'Tried to add to role assignments, which their role does not allow',
    ],
  ])('says %j', (facts, words) => expect(refusedWords(facts)).toBe(words));
});
