import { Cohort, CohortStageChange } from './cohort.entity';
import { CohortCopiesService } from './cohort-copies.service';
import { CohortOverviewQueries } from './cohort-overview.queries';
import { CohortSettingsService } from './cohort-settings.service';
import { CohortStagesService } from './cohort-stages.service';
import { StaffHomeQueries } from './staff-home.queries';
import { CohortMakingQueries } from './cohort-making.queries';
import { CohortMakingService } from './cohort-making.service';
import { CohortsController } from './cohorts.controller';
import { CohortsQueries } from './cohorts.queries';
import { EnrolmentWriter } from './enrolment-writer';
import { Enrolment, EnrolmentChange } from './enrolment.entity';
import { CohortPeopleController, EnrolmentsController, SubGroupsController } from './enrolments.controller';
import { EnrolmentsQueries } from './enrolments.queries';
import { EnrolmentsService } from './enrolments.service';
import { MyReportsEnrolmentsController } from './my-reports.controller';
import { MyReportsQueries } from './my-reports.queries';
import { SubGroup, SubGroupMember } from './sub-group.entity';
import { SubGroupsService } from './sub-groups.service';

/** What the cohorts part of this domain brings to its module. */
export const cohortsEntities = [Cohort, CohortStageChange, Enrolment, EnrolmentChange, SubGroup, SubGroupMember];
export const cohortsControllers = [
  CohortsController,
  CohortPeopleController,
  EnrolmentsController,
  SubGroupsController,
  MyReportsEnrolmentsController,
];
export const cohortsProviders = [
  CohortsQueries,
  CohortMakingQueries,
  CohortMakingService,
  CohortSettingsService,
  CohortStagesService,
  CohortCopiesService,
  CohortOverviewQueries,
  StaffHomeQueries,
  EnrolmentWriter,
  EnrolmentsQueries,
  EnrolmentsService,
  SubGroupsService,
  MyReportsQueries,
];
