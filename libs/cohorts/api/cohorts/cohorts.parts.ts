/** What the cohorts part of this domain brings to its module. */
export const cohortsEntities = [];
export const cohortsControllers = [];
export const cohortsProviders = [];
