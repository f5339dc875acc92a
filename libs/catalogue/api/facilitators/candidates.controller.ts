import { Controller, Get, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { CandidatePage, ListCandidates } from './facilitators.contract';
import { FacilitatorsQueries } from './facilitators.queries';

@Controller('facilitator-candidates')
export class CandidatesController {
  constructor(private readonly queries: FacilitatorsQueries) {}

  @Get()
  @Allow('facilitators:edit')
  @Answers(CandidatePage)
  list(@By() actor: Actor, @Query({ schema: ListCandidates }) { query }: ListCandidates) {
    return this.queries.candidates(actor, query);
  }
}
