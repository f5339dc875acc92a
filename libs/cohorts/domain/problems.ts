import { catalogueProblems } from './catalogue-problems';
import { cohortsProblems as ofCohorts } from './cohorts-problems';
import { scheduleProblems } from './schedule-problems';

export const cohortsProblems = { ...catalogueProblems, ...ofCohorts, ...scheduleProblems } as const;

export type CohortsCode = keyof typeof cohortsProblems;
