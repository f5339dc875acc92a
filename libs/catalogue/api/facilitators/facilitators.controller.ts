import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import {
  AddFacilitator,
  EditFacilitator,
  FacilitatorPage,
  FacilitatorView,
  ListFacilitators,
  SetAvailability,
} from './facilitators.contract';
import { FacilitatorsQueries } from './facilitators.queries';
import { FacilitatorsService } from './facilitators.service';

@Controller('facilitators')
export class FacilitatorsController {
  constructor(
    private readonly service: FacilitatorsService,
    private readonly queries: FacilitatorsQueries,
  ) {}

  @Get()
  @Allow('facilitators:read')
  @Answers(FacilitatorPage)
  list(@By() actor: Actor, @Query({ schema: ListFacilitators }) wanted: ListFacilitators) {
    return this.queries.list(actor, wanted);
  }

  @Post()
  @Allow('facilitators:edit')
  @Answers(FacilitatorView, 201)
  add(@By() actor: Actor, @Body({ schema: AddFacilitator }) wish: AddFacilitator) {
    return this.service.add(actor, wish);
  }

  @Get(':id')
  @Allow('facilitators:read')
  @Answers(FacilitatorView)
  seen(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.seen(actor, id);
  }

  @Put(':id')
  @Allow('facilitators:edit')
  @Answers(FacilitatorView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditFacilitator }) wish: EditFacilitator) {
    return this.service.edit(actor, id, wish);
  }

  @Put(':id/availability')
  @Allow('facilitators:edit')
  @Answers(FacilitatorView)
  setAvailability(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: SetAvailability }) wish: SetAvailability) {
    return this.service.setAvailability(actor, id, wish);
  }
}
