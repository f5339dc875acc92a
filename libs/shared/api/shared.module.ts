import { Global, Module, StandardSchemaSerializerInterceptor, StandardSchemaValidationPipe, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { EntityTarget, MigrationInterface } from 'typeorm';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import { AllowGuard } from './allow';
import { Clock } from './clock';
import { connection } from './connection';
import { Db } from './db';
import { LoggedEvent } from './event.entity';
import { HealthController } from './health.controller';
import { Housekeeping } from './housekeeping';
import { Jobs } from './jobs';
import { IdempotencyInterceptor } from './idempotency';
import { Metrics } from './metrics';
import { MetricsQueries } from './metrics.queries';
import { MANIFEST } from './manifest';
import { OffThread } from './off-thread';
import { Malformed, ProblemFilter } from './problem.filter';
import { RequestTurns, TurnsInterceptor } from './request-turns';
import { Settings } from './settings';
import { SnakeNames } from './snake-names';
import { TaskSources } from './task-sources';

interface Parts {
  entities: EntityTarget<object>[];
  /** Merged from the domains' own. */
  manifest: Required<Manifest>;
  settings: Settings;
}

/** What every domain has without asking: database, clock, jobs, and the gates of a request. */
@Global()
@Module({})
export class SharedModule {
  static with({ entities, manifest, settings }: Parts): DynamicModule {
    return {
      module: SharedModule,
      imports: [TypeOrmModule.forRootAsync({ useFactory: () => dataSourceOptions(settings, entities) })],
      controllers: [HealthController],
      providers: [
        Clock,
        Db,
        Jobs,
        OffThread,
        RequestTurns,
        Housekeeping,
        Metrics,
        MetricsQueries,
        TaskSources,
        { provide: Settings, useValue: settings },
        { provide: MANIFEST, useValue: manifest },
        { provide: APP_GUARD, useClass: AllowGuard },
        { provide: APP_PIPE, useFactory: () => new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new Malformed(issues) }) },
        { provide: APP_INTERCEPTOR, useClass: TurnsInterceptor },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Clock, Db, Jobs, MANIFEST, OffThread, Settings, TaskSources],
    };
  }
}

export function dataSourceOptions(settings: Settings, entities: EntityTarget<object>[], migrations: (new () => MigrationInterface)[] = []) {
  // What TypeORM has names of its own for, and what it passes on to the driver.
  const {
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMS,
    application_name: applicationName,
    ...extra
  } = connection(settings);
  return {
    type: 'postgres' as const,
    url,
    entities: [LoggedEvent, ...entities] as never,
    migrations,
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNames(),
    synchronize: false,
    installExtensions: false,
    poolSize: settings.poolSize,
    applicationName,
    connectTimeoutMS,
    poolErrorHandler: () => undefined,
    extra,
  };
}
