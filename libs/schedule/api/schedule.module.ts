import { Module } from '@nestjs/common';
import { CohortsModule } from '@waymark/cohorts/api/cohorts.module';
import { CohortSessionsQueries } from './cohorts/cohort-sessions.queries';
import { ScheduleAspect } from './cohorts/schedule-aspect';
import { ScheduleFollower } from './cohorts/schedule-follower';
import { FacilitatorSessionsController } from './facilitator-sessions/facilitator-sessions.controller';
import { FacilitatorSessionsQueries } from './facilitator-sessions/facilitator-sessions.queries';
import { RoomCoverController } from './room-cover/room-cover.controller';
import { RoomCoverQueries } from './room-cover/room-cover.queries';
import { ClashCountsQueries } from './schedule/clash-counts.queries';
import { ClashCounts } from './schedule/clash-counts.service';
import { MyAgendaController } from './my-agenda/my-agenda.controller';
import { MyAgendaQueries } from './my-agenda/my-agenda.queries';
import { MyAgendaService } from './my-agenda/my-agenda.service';
import { OverridesQueries } from './schedule/overrides.queries';
import { OverridesService } from './schedule/overrides.service';
import { ReleasesQueries } from './releases/releases.queries';
import { ReleasesService } from './releases/releases.service';
import { ScheduleChecks } from './schedule/schedule-checks';
import { ScheduleEditing } from './schedule/schedule-editing';
import { ClashOverridesController, ReleasesController, ScheduleController, CohortSessionsController } from './schedule/schedule.controller';
import { ScheduleQueries } from './schedule/schedule.queries';
import { ScheduleService } from './schedule/schedule.service';
import { AccessConfirmation } from './my-agenda/access-confirmation.entity';
import { CalendarEntries } from './my-agenda/calendar-entries';
import { CalendarEntry } from './my-agenda/calendar-entry.entity';
import { ScheduleLook } from './my-agenda/schedule-look.entity';
import { ScheduleRelease } from './releases/schedule-release.entity';
import { AgendaItem } from './schedule/agenda-item.entity';
import { ClashOverride } from './schedule/clash-override.entity';
import { CohortSchedule } from './schedule/cohort-schedule.entity';
import { SchedulePresence } from './schedule/schedule-presence.entity';
import { Session, SessionFacilitator, SessionGroup, SessionOrder } from './schedule/session.entity';
import { ScheduleWatchQueries } from './schedule/schedule-watch.queries';
import { SessionsQueries } from './schedule/sessions.queries';
import { SessionsService } from './schedule/sessions.service';
import { SessionsAndReleases1796100050000 } from './migrations/1796100050000-sessions-and-releases';

export const scheduleEntities = [
  Session,
  SessionGroup,
  SessionFacilitator,
  SessionOrder,
  AgendaItem,
  CohortSchedule,
  ScheduleRelease,
  ClashOverride,
  SchedulePresence,
  ScheduleLook,
  AccessConfirmation,
  CalendarEntry,
];
export const scheduleMigrations = [SessionsAndReleases1796100050000];

@Module({
  imports: [CohortsModule],
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
    ClashCountsQueries,
    ClashCounts,
    ScheduleEditing,
    ScheduleService,
    ScheduleWatchQueries,
    SessionsQueries,
    SessionsService,
    OverridesQueries,
    OverridesService,
    ReleasesQueries,
    ReleasesService,
    CalendarEntries,
    MyAgendaQueries,
    MyAgendaService,
    RoomCoverQueries,
    FacilitatorSessionsQueries,
    CohortSessionsQueries,
    ScheduleFollower,
    ScheduleAspect,
  ],
})
export class ScheduleModule {}
