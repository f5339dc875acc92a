import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { AddOrganisation, EditOrganisation, ListOrganisations, OrganisationPage, OrganisationView } from './organisations.contract';
import { OrganisationsQueries } from './organisations.queries';
import { OrganisationsService } from './organisations.service';

@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly service: OrganisationsService,
    private readonly queries: OrganisationsQueries,
  ) {}

  @Get()
  @Allow('organisations:read')
  @Answers(OrganisationPage)
  list(@By() actor: Actor, @Query({ schema: ListOrganisations }) wanted: ListOrganisations) {
    return this.queries.list(actor, wanted);
  }

  @Get(':id')
  @Allow('organisations:read')
  @Answers(OrganisationView)
  one(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.one(actor, id);
  }

  @Post()
  @Allow('organisations:edit')
  @Answers(OrganisationView, 201)
  add(@By() actor: Actor, @Body({ schema: AddOrganisation }) wish: AddOrganisation) {
    return this.service.add(actor, wish);
  }

  @Put(':id')
  @Allow('organisations:edit')
  @Answers(OrganisationView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditOrganisation }) wish: EditOrganisation) {
    return this.service.edit(actor, id, wish);
  }
}
