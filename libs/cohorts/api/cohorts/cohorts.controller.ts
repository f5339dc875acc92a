import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { CohortMakingService } from './cohort-making.service';
import { CohortPreview, CohortsAsked, CohortsView, CohortView, MakeCohort } from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';

@Controller()
export class CohortsController {
  constructor(
    private readonly queries: CohortsQueries,
    private readonly making: CohortMakingService,
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
}
