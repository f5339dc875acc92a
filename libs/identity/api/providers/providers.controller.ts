import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers, AnswersNothing } from '@waymark/shared/api/answers';
import { pageAsked } from '@waymark/shared/api/page';
import { IdPath } from '@waymark/shared/api/schema';
import { AddProvider, ProviderPage, ProviderView, SetContact } from './providers.contract';
import { ProvidersQueries } from './providers.queries';
import { ProvidersService } from './providers.service';

/** The bodies that run programmes in this installation: for its administrators; and where each is asked, for its own. */
@Controller('providers')
export class ProvidersController {
  constructor(
    private readonly service: ProvidersService,
    private readonly queries: ProvidersQueries,
  ) {}

  @Get()
  @Allow('providers:edit')
  @Answers(ProviderPage)
  list(@By() actor: Actor, @Query({ schema: pageAsked }) asked: z.infer<typeof pageAsked>) {
    return this.queries.list(actor, asked);
  }

  @Post()
  @Allow('providers:edit')
  @Answers(ProviderView, 201)
  add(@By() actor: Actor, @Body({ schema: AddProvider }) wish: AddProvider) {
    return this.service.add(actor, wish);
  }

  @Put(':id/contact')
  @Allow('roles:edit')
  @AnswersNothing()
  setContact(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: SetContact }) wish: SetContact) {
    return this.service.setContact(actor, id, wish);
  }
}
