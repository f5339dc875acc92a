import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers, AnswersNothing } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { OverridesService } from './overrides.service';
import {
  AgainstAsked,
  ReleaseDetailView,
  ReleasePreviewView,
  ReleaseSchedule,
  ReleasesView,
  ReleaseView,
} from '../releases/releases.contract';
import { ReleasesService } from '../releases/releases.service';
import {
  AcceptClash,
  AddSession,
  CancelSession,
  ChangesAsked,
  EditSession,
  MovedView,
  MoveSessions,
  OverrideView,
  ScheduleChangesView,
  ScheduleView,
  SessionDetailView,
} from './schedule.contract';
import { ScheduleService } from './schedule.service';
import { SessionsService } from './sessions.service';

@Controller('cohorts')
export class ScheduleController {
  constructor(
    private readonly service: ScheduleService,
    private readonly sessions: SessionsService,
    private readonly overrides: OverridesService,
    private readonly releases: ReleasesService,
  ) {}

  @Get(':id/schedule')
  @Allow('schedule:read')
  @Answers(ScheduleView)
  read(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.read(actor, id);
  }

  @Get(':id/schedule/changes')
  @Allow('schedule:read')
  @Answers(ScheduleChangesView)
  changes(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Query({ schema: ChangesAsked }) { since }: ChangesAsked) {
    return this.service.changes(actor, id, since);
  }

  @Put(':id/schedule/presence')
  @Allow('schedule:read')
  @AnswersNothing()
  here(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.here(actor, id);
  }

  @Delete(':id/schedule/presence')
  @Allow('schedule:read')
  @AnswersNothing()
  gone(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.gone(actor, id);
  }

  @Post(':id/session-moves')
  @Allow('schedule:edit')
  @Answers(MovedView)
  move(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: MoveSessions }) wish: MoveSessions) {
    return this.service.move(actor, id, wish);
  }

  @Post(':id/sessions')
  @Allow('schedule:edit')
  @Answers(MovedView, 201)
  add(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: AddSession }) wish: AddSession) {
    return this.sessions.add(actor, id, wish);
  }

  @Post(':id/clash-overrides')
  @Allow('schedule:override')
  @Answers(OverrideView, 201)
  accept(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: AcceptClash }) wish: AcceptClash) {
    return this.overrides.accept(actor, id, wish);
  }

  @Get(':id/release-preview')
  @Allow('schedule:release')
  @Answers(ReleasePreviewView)
  preview(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.releases.preview(actor, id);
  }

  @Get(':id/releases')
  @Allow('schedule:read')
  @Answers(ReleasesView)
  list(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.releases.releases(actor, id);
  }

  @Post(':id/releases')
  @Allow('schedule:release')
  @Answers(ReleaseView, 201)
  release(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: ReleaseSchedule }) wish: ReleaseSchedule) {
    return this.releases.release(actor, id, wish);
  }
}

@Controller('cohort-sessions')
export class CohortSessionsController {
  constructor(private readonly service: SessionsService) {}

  @Get(':id')
  @Allow('schedule:read')
  @Answers(SessionDetailView)
  read(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.read(actor, id);
  }

  @Put(':id')
  @Allow('schedule:edit')
  @Answers(MovedView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditSession }) wish: EditSession) {
    return this.service.edit(actor, id, wish);
  }

  @Put(':id/cancellation')
  @Allow('schedule:edit')
  @Answers(MovedView)
  cancel(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: CancelSession }) wish: CancelSession) {
    return this.service.cancel(actor, id, wish);
  }

  @Delete(':id')
  @Allow('schedule:edit')
  @AnswersNothing()
  delete(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.delete(actor, id);
  }

  @Post(':id/copies')
  @Allow('schedule:edit')
  @Answers(MovedView, 201)
  copy(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.copy(actor, id);
  }
}

@Controller('clash-overrides')
export class ClashOverridesController {
  constructor(private readonly service: OverridesService) {}

  @Put(':id/withdrawal')
  @Allow('schedule:override')
  @Answers(OverrideView)
  withdraw(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.withdraw(actor, id);
  }
}

@Controller('releases')
export class ReleasesController {
  constructor(private readonly service: ReleasesService) {}

  @Get(':id')
  @Allow('schedule:read')
  @Answers(ReleaseDetailView)
  one(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Query({ schema: AgainstAsked }) { against }: AgainstAsked) {
    return this.service.one(actor, id, against);
  }
}
