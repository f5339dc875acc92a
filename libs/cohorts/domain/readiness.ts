import { many } from '@waymark/shared/kernel/words';

/** What cohorts itself knows of a cohort, whatever else hangs on it. */
export interface CohortFigures {
  capacity: number;
  minViable: number;
  /** Confirmed and active enrolments; once the cohort is over, all who took part. */
  held: number;
  hasVenue: boolean;
}

/** One thing that a cohort needs before it can run: said by this domain, or by one above it of what it keeps. */
export interface ReadinessCheck {
  code: string;
  /** `waiting` cannot be done before something else; it is no problem yet. */
  state: 'done' | 'attention' | 'waiting';
  /** What is so once it is done. */
  name: string;
  /** What somebody does to get there, as on a button. */
  action: string;
  detail: string;
  /** The page of the cohort where it is done: the last part of its address. */
  page: string;
}

export function placesCheck({ held, capacity, minViable }: CohortFigures): ReadinessCheck {
  const filled = `${held} of ${capacity} places filled`;
  // A cohort of nobody is not ready, whatever its minimum.
  const needed = Math.max(minViable, 1);
  return {
    code: 'places',
    page: 'people',
    name: 'Enough people',
    action: 'Add people',
    state: held >= needed ? 'done' : 'attention',
    detail: held >= needed ? filled : `${filled}. The cohort needs at least ${many(needed, 'person', 'people')}`,
  };
}

/** How many checks ask for attention: the number beside a cohort in a list. */
export const problemsIn = (checks: readonly ReadinessCheck[]): number => checks.filter(({ state }) => state === 'attention').length;
