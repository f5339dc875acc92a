/** Every "no" the catalogue part can say: the stable code, and the words people see. */
export const catalogueProblems = {} as const;
