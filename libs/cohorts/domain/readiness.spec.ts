import { placesCheck, problemsIn } from './readiness';

const full = { capacity: 26, minViable: 16, held: 24, hasVenue: true };

describe('placesCheck', () => {
  it('is done with enough people, and says how many are missing otherwise', () => {
    expect(placesCheck(full)).toMatchObject({ state: 'done', detail: '24 of 26 places filled' });
    expect(placesCheck({ ...full, held: 15 })).toMatchObject({
      state: 'attention',
      detail: '15 of 26 places filled. The cohort needs at least 16 people',
    });
  });

  it('is never done for a cohort of nobody, whatever its minimum', () => {
    expect(placesCheck({ ...full, minViable: 0, held: 0 })).toMatchObject({
      state: 'attention',
      detail: '0 of 26 places filled. The cohort needs at least 1 person',
    });
    expect(placesCheck({ ...full, minViable: 0, held: 1 })).toMatchObject({ state: 'done' });
  });
});

describe('problemsIn', () => {
  it('counts what asks for attention, not what waits for something else', () => {
    const done = placesCheck(full);
    const short = placesCheck({ ...full, held: 15 });
    expect(problemsIn([done])).toBe(0);
    expect(problemsIn([done, short, { ...done, state: 'waiting' }])).toBe(1);
  });
});
