import { ClashCounts } from './clash-counts.service';
import { MyAgendaController } from './my-agenda.controller';
import { MyAgendaQueries } from './my-agenda.queries';
import { MyAgendaService } from './my-agenda.service';
import { OverridesService } from './overrides.service';
import { ReleasesService } from './releases.service';
import { ScheduleChecks } from './schedule-checks';
import { ScheduleEditing } from './schedule-editing';
import { ClashOverridesController, ReleasesController, ScheduleController, CohortSessionsController } from './schedule.controller';
import { ScheduleQueries } from './schedule.queries';
import { ScheduleService } from './schedule.service';
import {
  AccessConfirmationRow,
  AgendaItemRow,
  ClashOverrideRow,
  ScheduleLookRow,
  SchedulePresenceRow,
  ScheduleReleaseRow,
  SessionFacilitatorRow,
  SessionGroupRow,
  SessionOrderRow,
  SessionRow,
} from './session.entity';
import { SessionsService } from './sessions.service';

/** What the schedule part of this domain brings to its module. */
export const scheduleEntities = [
  SessionRow,
  SessionGroupRow,
  SessionFacilitatorRow,
  SessionOrderRow,
  AgendaItemRow,
  ScheduleReleaseRow,
  ClashOverrideRow,
  SchedulePresenceRow,
  ScheduleLookRow,
  AccessConfirmationRow,
];
export const scheduleControllers = [
  ScheduleController,
  CohortSessionsController,
  ClashOverridesController,
  ReleasesController,
  MyAgendaController,
];
export const scheduleProviders = [
  ScheduleQueries,
  ScheduleChecks,
  ClashCounts,
  ScheduleEditing,
  ScheduleService,
  SessionsService,
  OverridesService,
  ReleasesService,
  MyAgendaQueries,
  MyAgendaService,
];
