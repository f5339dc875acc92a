import { Cohort, CohortStageChange } from './cohort.entity';
import { CohortMakingQueries } from './cohort-making.queries';
import { CohortMakingService } from './cohort-making.service';
import { CohortsController } from './cohorts.controller';
import { CohortsQueries } from './cohorts.queries';
import { Enrolment, EnrolmentChange } from './enrolment.entity';
import { SubGroup, SubGroupMember } from './sub-group.entity';

/** What the cohorts part of this domain brings to its module. */
export const cohortsEntities = [Cohort, CohortStageChange, Enrolment, EnrolmentChange, SubGroup, SubGroupMember];
export const cohortsControllers = [CohortsController];
export const cohortsProviders = [CohortsQueries, CohortMakingQueries, CohortMakingService];
