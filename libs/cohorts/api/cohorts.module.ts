import { Module } from '@nestjs/common';
import { CatalogueModule } from '@waymark/catalogue/api/catalogue.module';
import { CohortAspects } from './cohort-aspects';
import { CohortFollowers } from './cohort-followers';
import { CurrentCohortsQueries } from './current-cohorts';
import { Cohort, CohortStageChange } from './cohorts/cohort.entity';
import { CohortCopiesService } from './cohorts/cohort-copies.service';
import { CohortOverviewQueries } from './cohorts/cohort-overview.queries';
import { CohortSettingsService } from './cohorts/cohort-settings.service';
import { CohortShiftsService } from './cohorts/cohort-shifts.service';
import { CohortStagesService } from './cohorts/cohort-stages.service';
import { StaffHomeQueries } from './staff-home/staff-home.queries';
import { CohortMakingQueries } from './cohorts/cohort-making.queries';
import { CohortMakingService } from './cohorts/cohort-making.service';
import { CohortsController } from './cohorts/cohorts.controller';
import { CohortsQueries } from './cohorts/cohorts.queries';
import { ProgrammeCohorts } from './cohorts/programme-cohorts';
import { EnrolmentWriter } from './enrolment-writer';
import { Enrolment, EnrolmentChange } from './enrolments/enrolment.entity';
import { CohortPeopleController, EnrolmentsController, SubGroupsController } from './enrolments/enrolments.controller';
import { EnrolmentsQueries } from './enrolments/enrolments.queries';
import { EnrolmentsService } from './enrolments/enrolments.service';
import { MyReportsEnrolmentsController } from './my-reports/my-reports.controller';
import { MyReportsQueries } from './my-reports/my-reports.queries';
import { SubGroup, SubGroupMember } from './sub-groups/sub-group.entity';
import { SubGroupsQueries } from './sub-groups/sub-groups.queries';
import { SubGroupsService } from './sub-groups/sub-groups.service';
import { ToldPlaces } from './told-places';
import { CohortsAndEnrolments1796100040000 } from './migrations/1796100040000-cohorts-and-enrolments';

export const cohortsEntities = [Cohort, CohortStageChange, Enrolment, EnrolmentChange, SubGroup, SubGroupMember];
export const cohortsMigrations = [CohortsAndEnrolments1796100040000];

@Module({
  imports: [CatalogueModule],
  controllers: [CohortsController, CohortPeopleController, EnrolmentsController, SubGroupsController, MyReportsEnrolmentsController],
  providers: [
    CohortsQueries,
    CohortMakingQueries,
    CohortMakingService,
    CohortSettingsService,
    CohortShiftsService,
    CohortStagesService,
    CohortCopiesService,
    CohortOverviewQueries,
    StaffHomeQueries,
    ProgrammeCohorts,
    EnrolmentWriter,
    EnrolmentsQueries,
    EnrolmentsService,
    SubGroupsQueries,
    SubGroupsService,
    MyReportsQueries,
    CohortFollowers,
    CohortAspects,
    CurrentCohortsQueries,
    ToldPlaces,
  ],
  exports: [CohortFollowers, CohortAspects, CurrentCohortsQueries, ToldPlaces],
})
export class CohortsModule {}
