import { placeRefusals } from './enrolment-places';
import { ENROLMENT_TRANSITIONS, isLive, type EnrolmentStatus } from './enrolment-status';

const person = { name: 'Ada Okafor', liveOnProgramme: false };

describe('placeRefusals', () => {
  it('gives the last place', () => {
    expect(placeRefusals({ stage: 'planning', capacity: 24, held: 23 }, [person])).toEqual([]);
  });

  it('says how many places are left when there are too few', () => {
    expect(placeRefusals({ stage: 'planning', capacity: 24, held: 23 }, [person, person])).toMatchObject([
      { code: 'cohorts_full', facts: { capacity: 24, left: '1 is', adding: '2 people' } },
    ]);
    expect(placeRefusals({ stage: 'planning', capacity: 24, held: 24 }, [person])).toMatchObject([
      { facts: { left: 'none are', adding: '1 person' } },
    ]);
  });

  it('names each person who is on the programme already', () => {
    expect(placeRefusals({ stage: 'planning', capacity: 24, held: 0 }, [{ ...person, liveOnProgramme: true }])).toMatchObject([
      { code: 'cohorts_already_on_programme', facts: { name: 'Ada Okafor' } },
    ]);
  });

  it('takes nobody once the cohort is over or put aside', () => {
    expect(placeRefusals({ stage: 'cancelled', capacity: 24, held: 0 }, [person])).toMatchObject([{ code: 'cohorts_takes_nobody' }]);
  });
});

describe('any sequence of enrolments, changes, substitutions and deferrals', () => {
  it.each([1, 2, 3, 4, 5])('never holds more places than there are (seed %i)', (seed) => {
    const random = lehmer(seed);
    const overfull: string[] = [];
    for (let round = 0; round < 200; round++) {
      const capacities = [1 + (random() % 5), 1 + (random() % 5)];
      const cohorts: EnrolmentStatus[][] = [[], []];
      const held = (cohort: number) => cohorts[cohort]!.filter(isLive).length;
      const fits = (cohort: number, adding: number) =>
        placeRefusals(
          { stage: 'planning', capacity: capacities[cohort]!, held: held(cohort) },
          Array.from({ length: adding }, () => person),
        ).length === 0;
      for (let step = 0; step < 60; step++) {
        const at = random() % 2;
        const rows = cohorts[at]!;
        const index = rows.length ? random() % rows.length : -1;
        const next = index < 0 ? [] : ENROLMENT_TRANSITIONS[rows[index]!];
        const to = next.length ? next[random() % next.length]! : null;
        if (random() % 3 === 0 || to === null) {
          const adding = 1 + (random() % 3);
          if (fits(at, adding)) rows.push(...Array.from({ length: adding }, () => 'confirmed' as const));
        } else if (to === 'substituted') {
          rows[index] = to;
          if (fits(at, 1)) rows.push('confirmed');
        } else if (to === 'transferred' || to === 'deferred') {
          if (fits(1 - at, 1)) {
            rows[index] = to;
            cohorts[1 - at]!.push('confirmed');
          }
        } else rows[index] = to;
        for (const cohort of [0, 1]) if (held(cohort) > capacities[cohort]!) overfull.push(`round ${round}, step ${step}`);
      }
    }
    expect(overfull).toEqual([]);
  });
});

/** A small generator of whole numbers that repeats for the same seed. */
function lehmer(seed: number): () => number {
  let state = seed * 7919 + 1;
  return () => (state = (state * 48271) % 2147483647);
}
