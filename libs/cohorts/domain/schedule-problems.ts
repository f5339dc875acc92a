/** Every "no" the schedule part can say: the stable code, and the words people see. */
export const scheduleProblems = {} as const;
