import { Controller, Get, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { EventPage, EventsAsked } from './events.contract';
import { EventsQueries } from './events.queries';

/** The audit log of a provider. */
@Controller('events')
export class EventsController {
  constructor(private readonly queries: EventsQueries) {}

  @Get()
  @Allow('audit:read')
  @Answers(EventPage)
  list(@By() actor: Actor, @Query({ schema: EventsAsked }) asked: EventsAsked) {
    return this.queries.list(actor, asked);
  }
}
