import { Controller, Get, Param, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { FacilitatorSessionPage, ListFacilitatorSessions } from './facilitator-sessions.contract';
import { FacilitatorSessionsQueries } from './facilitator-sessions.queries';

@Controller('facilitators')
export class FacilitatorSessionsController {
  constructor(private readonly queries: FacilitatorSessionsQueries) {}

  @Get(':id/sessions')
  @Allow('facilitators:read')
  @Answers(FacilitatorSessionPage)
  list(
    @By() actor: Actor,
    @Param({ schema: IdPath }) { id }: IdPath,
    @Query({ schema: ListFacilitatorSessions }) wanted: ListFacilitatorSessions,
  ) {
    return this.queries.list(actor, id, wanted);
  }
}
