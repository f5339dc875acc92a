import type { DynamicModule, Type } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import { WallsAndAuditLog1796100000000 } from '@waymark/shared/api/migrations/1796100000000-walls-and-audit-log';
import type { Migration } from '@waymark/shared/api/migration';
import { mergedManifest, sharedManifest, type Manifest } from '@waymark/shared/kernel/manifest';
import { CatalogueModule, catalogueEntities, catalogueMigrations } from '@waymark/catalogue/api/catalogue.module';
import { catalogueManifest } from '@waymark/catalogue/domain/manifest';
import { CohortsModule, cohortsEntities, cohortsMigrations } from '@waymark/cohorts/api/cohorts.module';
import { cohortsManifest } from '@waymark/cohorts/domain/manifest';
import { IdentityModule, identityEntities, identityMigrations } from '@waymark/identity/api/identity.module';
import { identityManifest } from '@waymark/identity/domain/manifest';
import { MessagesModule } from '@waymark/messages/api/messages.module';
import { PeopleModule, peopleEntities, peopleMigrations } from '@waymark/people/api/people.module';
import { peopleManifest } from '@waymark/people/domain/manifest';
import { ScheduleModule, scheduleEntities, scheduleMigrations } from '@waymark/schedule/api/schedule.module';
import { scheduleManifest } from '@waymark/schedule/domain/manifest';
import demoAccounts from './demo-accounts.json';

interface Domain {
  module: Type | DynamicModule;
  entities?: EntityTarget<object>[];
  migrations?: (new () => Migration)[];
  manifest?: Manifest;
}

/** The domains that the product is made of. A new one is a line here, and one in `apps/web/domains.ts`. */
export const domains: Domain[] = [
  { module: PeopleModule, entities: peopleEntities, migrations: peopleMigrations, manifest: peopleManifest },
  { module: MessagesModule },
  { module: IdentityModule.with({ demoAccounts }), entities: identityEntities, migrations: identityMigrations, manifest: identityManifest },
  { module: CatalogueModule, entities: catalogueEntities, migrations: catalogueMigrations, manifest: catalogueManifest },
  { module: CohortsModule, entities: cohortsEntities, migrations: cohortsMigrations, manifest: cohortsManifest },
  { module: ScheduleModule, entities: scheduleEntities, migrations: scheduleMigrations, manifest: scheduleManifest },
];

/** Every entity and every name of the product, for the application and for the tests that compare them with the schema and the code. */
export const entities = domains.flatMap((domain) => domain.entities ?? []);
export const manifest = mergedManifest([sharedManifest, ...domains.flatMap((domain) => domain.manifest ?? [])]);

/** They run in the order of their numbers, whichever domain they are of: what a later version adds to one may stand on what another has had for long. */
export const migrations = [WallsAndAuditLog1796100000000, ...domains.flatMap((domain) => domain.migrations ?? [])];
