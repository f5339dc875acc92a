import { Global, Module } from '@nestjs/common';
import { FacilitatorSessionsController } from './facilitator-sessions/facilitator-sessions.controller';
import { FacilitatorSessionsQueries } from './facilitator-sessions/facilitator-sessions.queries';
import { RoomCoverController } from './room-cover/room-cover.controller';
import { RoomCoverQueries } from './room-cover/room-cover.queries';
import { ClashCounts } from './schedule/clash-counts.service';
import { MyAgendaController } from './my-agenda/my-agenda.controller';
import { MyAgendaQueries } from './my-agenda/my-agenda.queries';
import { MyAgendaService } from './my-agenda/my-agenda.service';
import { OverridesService } from './schedule/overrides.service';
import { ReleasesService } from './releases/releases.service';
import { ScheduleChecks } from './schedule/schedule-checks';
import { ScheduleEditing } from './schedule/schedule-editing';
import { ClashOverridesController, ReleasesController, ScheduleController, CohortSessionsController } from './schedule/schedule.controller';
import { ScheduleQueries } from './schedule/schedule.queries';
import { ScheduleService } from './schedule/schedule.service';
import { AccessConfirmation } from './my-agenda/access-confirmation.entity';
import { ScheduleLook } from './my-agenda/schedule-look.entity';
import { ScheduleRelease } from './releases/schedule-release.entity';
import { AgendaItem } from './schedule/agenda-item.entity';
import { ClashOverride } from './schedule/clash-override.entity';
import { SchedulePresence } from './schedule/schedule-presence.entity';
import { Session, SessionFacilitator, SessionGroup, SessionOrder } from './schedule/session.entity';
import { SessionsService } from './schedule/sessions.service';
import { SessionsAndReleases1796100050000 } from './migrations/1796100050000-sessions-and-releases';

export const scheduleEntities = [
  Session,
  SessionGroup,
  SessionFacilitator,
  SessionOrder,
  AgendaItem,
  ScheduleRelease,
  ClashOverride,
  SchedulePresence,
  ScheduleLook,
  AccessConfirmation,
];
export const scheduleMigrations = [SessionsAndReleases1796100050000];

@Global()
@Module({
  controllers: [
    ScheduleController,
    CohortSessionsController,
    ClashOverridesController,
    ReleasesController,
    MyAgendaController,
    RoomCoverController,
    FacilitatorSessionsController,
  ],
  providers: [
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
    RoomCoverQueries,
    FacilitatorSessionsQueries,
  ],
  exports: [ClashCounts, ScheduleChecks, ReleasesService],
})
export class ScheduleModule {}
