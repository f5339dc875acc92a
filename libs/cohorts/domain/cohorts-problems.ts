/** Every "no" the cohorts part can say: the stable code, and the words people see. */
export const cohortsProblems = {} as const;
