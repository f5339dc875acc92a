import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import { SharedModule } from '@waymark/shared/api/shared.module';
import type { Settings } from '@waymark/shared/api/settings';
import { mergedManifest, sharedManifest, type Manifest } from '@waymark/shared/kernel/manifest';
import { CatalogueModule, catalogueEntities } from '@waymark/catalogue/api/catalogue.module';
import { catalogueManifest } from '@waymark/catalogue/domain/manifest';
import { CohortsModule, cohortsEntities } from '@waymark/cohorts/api/cohorts.module';
import { cohortsManifest } from '@waymark/cohorts/domain/manifest';
import { IdentityModule, identityEntities } from '@waymark/identity/api/identity.module';
import { identityManifest } from '@waymark/identity/domain/manifest';
import { MessagesModule } from '@waymark/messages/api/messages.module';
import { PeopleModule, peopleEntities } from '@waymark/people/api/people.module';
import { peopleManifest } from '@waymark/people/domain/manifest';
import { ScheduleModule, scheduleEntities } from '@waymark/schedule/api/schedule.module';
import { scheduleManifest } from '@waymark/schedule/domain/manifest';
import demoAccounts from './demo-accounts.json';

interface Domain {
  module: Type | DynamicModule;
  entities?: EntityTarget<object>[];
  manifest?: Manifest;
}

/** The domains that the product is made of. A new one is a line here, and one in `apps/web/domains.ts`. */
const domains: Domain[] = [
  { module: PeopleModule, entities: peopleEntities, manifest: peopleManifest },
  { module: MessagesModule },
  { module: IdentityModule.with({ demoAccounts }), entities: identityEntities, manifest: identityManifest },
  { module: CatalogueModule, entities: catalogueEntities, manifest: catalogueManifest },
  { module: CohortsModule, entities: cohortsEntities, manifest: cohortsManifest },
  { module: ScheduleModule, entities: scheduleEntities, manifest: scheduleManifest },
];

/** Every entity and every name of the product, for the application and for the tests that compare them with the schema and the code. */
export const entities = domains.flatMap((domain) => domain.entities ?? []);
export const manifest = mergedManifest([sharedManifest, ...domains.flatMap((domain) => domain.manifest ?? [])]);

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [SharedModule.with({ entities, manifest, settings }), ...domains.map(({ module }) => module)],
    };
  }
}
