import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { pageAsked } from '@waymark/shared/api/page';
import type { z } from 'zod';
import { CohortCopiesService } from './cohort-copies.service';
import { CohortMakingService } from './cohort-making.service';
import { CohortOverviewQueries } from './cohort-overview.queries';
import { CohortSettingsService } from './cohort-settings.service';
import { CohortShiftsService } from './cohort-shifts.service';
import { CohortStagesService } from './cohort-stages.service';
import {
  ChangeCohort,
  ChangeStage,
  CohortPreview,
  CohortsAsked,
  CohortsView,
  CohortView,
  CopyCohort,
  HistoryView,
  MakeCohort,
  OverviewView,
  ShiftAsked,
  ShiftCohort,
  ShiftedCohort,
  ShiftPreview,
} from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';
import { StaffHomeView } from '../staff-home/staff-home.contract';
import { StaffHomeQueries } from '../staff-home/staff-home.queries';

@Controller()
export class CohortsController {
  constructor(
    private readonly queries: CohortsQueries,
    private readonly making: CohortMakingService,
    private readonly settings: CohortSettingsService,
    private readonly shifts: CohortShiftsService,
    private readonly stages: CohortStagesService,
    private readonly copies: CohortCopiesService,
    private readonly overviews: CohortOverviewQueries,
    private readonly home: StaffHomeQueries,
  ) {}

  @Get('cohorts')
  @Allow('cohorts:read')
  @Answers(CohortsView)
  list(@By() actor: Actor, @Query({ schema: CohortsAsked }) asked: CohortsAsked) {
    return this.queries.list(actor, asked);
  }

  @Post('cohort-previews')
  @Allow('cohorts:edit')
  @Answers(CohortPreview)
  preview(@By() actor: Actor, @Body({ schema: MakeCohort }) wish: MakeCohort) {
    return this.making.preview(actor, wish);
  }

  @Post('cohorts')
  @Allow('cohorts:edit')
  @Answers(CohortView, 201)
  make(@By() actor: Actor, @Body({ schema: MakeCohort }) wish: MakeCohort) {
    return this.making.make(actor, wish);
  }

  @Get('cohorts/:id')
  @Allow('cohorts:read')
  @Answers(CohortView)
  one(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.one(actor, id);
  }

  @Put('cohorts/:id')
  @Allow('cohorts:edit')
  @Answers(CohortView)
  change(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: ChangeCohort }) wish: ChangeCohort) {
    return this.settings.change(actor, id, wish);
  }

  @Get('cohorts/:id/shift-preview')
  @Allow('cohorts:edit')
  @Answers(ShiftPreview)
  shiftPreview(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Query({ schema: ShiftAsked }) asked: ShiftAsked) {
    return this.shifts.preview(actor, id, asked);
  }

  @Post('cohorts/:id/shifts')
  @Allow('cohorts:edit')
  @Answers(ShiftedCohort)
  shift(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: ShiftCohort }) wish: ShiftCohort) {
    return this.shifts.shift(actor, id, wish);
  }

  @Post('cohorts/:id/copies')
  @Allow('cohorts:edit')
  @Answers(CohortView, 201)
  copy(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: CopyCohort }) wish: CopyCohort) {
    return this.copies.copy(actor, id, wish);
  }

  @Put('cohorts/:id/stage')
  @Allow('cohorts:stage')
  @Answers(CohortView)
  setStage(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: ChangeStage }) wish: ChangeStage) {
    return this.stages.change(actor, id, wish);
  }

  @Get('cohorts/:id/overview')
  @Allow('cohorts:read')
  @Answers(OverviewView)
  overview(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.overviews.overview(actor, id);
  }

  @Get('cohorts/:id/history')
  @Allow('cohorts:read')
  @Answers(HistoryView)
  history(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Query({ schema: pageAsked }) asked: z.infer<typeof pageAsked>) {
    return this.overviews.history(actor, id, asked);
  }

  @Get('staff-home')
  @Allow('home:read')
  @Answers(StaffHomeView)
  staffHome(@By() actor: Actor) {
    return this.home.home(actor);
  }
}
