import { Module, type DynamicModule } from '@nestjs/common';
import { SharedModule } from '@waymark/shared/api/shared.module';
import type { Settings } from '@waymark/shared/api/settings';
import { IdentityModule, identityEntities } from '@waymark/identity/api/identity.module';
import { identityProblems } from '@waymark/identity/domain/problems';
import { MessagesModule } from '@waymark/messages/api/messages.module';
import { PeopleModule, peopleEntities } from '@waymark/people/api/people.module';
import { peopleProblems } from '@waymark/people/domain/problems';
import { CohortsModule, cohortsEntities } from '@waymark/cohorts/api/cohorts.module';
import { cohortsProblems } from '@waymark/cohorts/domain/problems';
import { CatalogueModule, catalogueEntities } from '@waymark/catalogue/api/catalogue.module';
import { catalogueProblems } from '@waymark/catalogue/domain/problems';
import { ScheduleModule, scheduleEntities } from '@waymark/schedule/api/schedule.module';
import { scheduleProblems } from '@waymark/schedule/domain/problems';
import demoAccounts from './demo-accounts.json';

/** Every entity and every word of the product, for the application and for the tests that compare them with the schema and the rules. */
export const entities = [...peopleEntities, ...identityEntities, ...catalogueEntities, ...cohortsEntities, ...scheduleEntities];
export const problems = { ...peopleProblems, ...identityProblems, ...catalogueProblems, ...cohortsProblems, ...scheduleProblems };

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SharedModule.with({ entities, problems, settings }),
        MessagesModule,
        PeopleModule,
        IdentityModule.with({ demoAccounts }),
        CatalogueModule,
        CohortsModule,
        ScheduleModule,
      ],
    };
  }
}
