import type { Problem } from '@waymark/shared/ui/problem';

/** Public pages say "There is a problem" above the reasons; a problem without reasons speaks for itself. */
export const publicProblem = (problem: Problem | null): Problem | null =>
  problem?.errors?.length ? { ...problem, title: 'There is a problem' } : problem;
