import { Controller, Get, Param } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { RoomCoverView } from './room-cover.contract';
import { RoomCoverQueries } from './room-cover.queries';

@Controller('cohorts')
export class RoomCoverController {
  constructor(private readonly queries: RoomCoverQueries) {}

  @Get(':id/room-cover')
  @Allow('venues:read')
  @Answers(RoomCoverView)
  ofCohort(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.ofCohort(actor, id);
  }
}
