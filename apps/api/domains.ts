import type { DynamicModule, Type } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import { WallsAndAuditLog1796100000000 } from '@waymark/shared/api/migrations/1796100000000-walls-and-audit-log';
import type { DemoAccount, DomainDemo, Scenario } from '@waymark/shared/api/demo';
import type { Migration } from '@waymark/shared/api/migration';
import { mergedManifest, sharedManifest, type Manifest } from '@waymark/shared/kernel/manifest';
import { CatalogueModule, catalogueEntities, catalogueMigrations } from '@waymark/catalogue/api/catalogue.module';
import { catalogueDemo } from '@waymark/catalogue/demo/catalogue.demo';
import { catalogueManifest } from '@waymark/catalogue/domain/manifest';
import { CohortsModule, cohortsEntities, cohortsMigrations } from '@waymark/cohorts/api/cohorts.module';
import { cohortsDemo } from '@waymark/cohorts/demo/cohorts.demo';
import { cohortsManifest } from '@waymark/cohorts/domain/manifest';
import { IdentityModule, identityEntities, identityMigrations } from '@waymark/identity/api/identity.module';
import { identityDemo } from '@waymark/identity/demo/identity.demo';
import { identityManifest } from '@waymark/identity/domain/manifest';
import { MessagesModule } from '@waymark/messages/api/messages.module';
import { PeopleModule, peopleEntities, peopleMigrations } from '@waymark/people/api/people.module';
import { peopleDemo } from '@waymark/people/demo/people.demo';
import { peopleManifest } from '@waymark/people/domain/manifest';
import { ScheduleModule, scheduleEntities, scheduleMigrations } from '@waymark/schedule/api/schedule.module';
import { scheduleDemo } from '@waymark/schedule/demo/schedule.demo';
import { scheduleManifest } from '@waymark/schedule/domain/manifest';

interface Domain {
  module: Type | DynamicModule;
  entities?: EntityTarget<object>[];
  migrations?: (new () => Migration)[];
  manifest?: Manifest;
  demo?: DomainDemo;
}

/** The domains that the product is made of. A new one is a line here, and one in `apps/web/domains.ts`. */
export const domains: Domain[] = [
  { module: PeopleModule, entities: peopleEntities, migrations: peopleMigrations, manifest: peopleManifest, demo: peopleDemo },
  { module: MessagesModule },
  {
    module: IdentityModule.with({ demoAccounts: () => demoAccounts }),
    entities: identityEntities,
    migrations: identityMigrations,
    manifest: identityManifest,
    demo: identityDemo,
  },
  {
    module: CatalogueModule,
    entities: catalogueEntities,
    migrations: catalogueMigrations,
    manifest: catalogueManifest,
    demo: catalogueDemo,
  },
  { module: CohortsModule, entities: cohortsEntities, migrations: cohortsMigrations, manifest: cohortsManifest, demo: cohortsDemo },
  { module: ScheduleModule, entities: scheduleEntities, migrations: scheduleMigrations, manifest: scheduleManifest, demo: scheduleDemo },
];

/** Every entity and every name of the product, for the application and for the tests that compare them with the schema and the code. */
export const entities = domains.flatMap((domain) => domain.entities ?? []);
export const manifest = mergedManifest([sharedManifest, ...domains.flatMap((domain) => domain.manifest ?? [])]);

/** They run in the order of their numbers, whichever domain they are of: what a later version adds to one may stand on what another has had for long. */
export const migrations = [WallsAndAuditLog1796100000000, ...domains.flatMap((domain) => domain.migrations ?? [])];

/** What happens in the demo, and whom it lets people sign in as. */
export const scenarios: readonly Scenario[] = domains.flatMap(({ demo }) => demo?.scenarios ?? []);
export const demoAccounts: readonly DemoAccount[] = domains.flatMap(({ demo }) => demo?.accounts ?? []);
