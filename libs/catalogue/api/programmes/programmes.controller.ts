import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { BlueprintPage, BlueprintView, StartBlueprint } from './blueprints.contract';
import { BlueprintsQueries } from './blueprints.queries';
import { BlueprintsService } from './blueprints.service';
import { AddProgramme, EditProgramme, ListProgrammes, ProgrammePage, ProgrammeView } from './programmes.contract';
import { ProgrammesQueries } from './programmes.queries';
import { ProgrammesService } from './programmes.service';

@Controller('programmes')
export class ProgrammesController {
  constructor(
    private readonly service: ProgrammesService,
    private readonly queries: ProgrammesQueries,
    private readonly blueprints: BlueprintsService,
    private readonly versions: BlueprintsQueries,
  ) {}

  @Get()
  @Allow('programmes:read')
  @Answers(ProgrammePage)
  list(@By() actor: Actor, @Query({ schema: ListProgrammes }) wanted: ListProgrammes) {
    return this.queries.list(actor, wanted);
  }

  @Post()
  @Allow('programmes:edit')
  @Answers(ProgrammeView, 201)
  add(@By() actor: Actor, @Body({ schema: AddProgramme }) wish: AddProgramme) {
    return this.service.add(actor, wish);
  }

  @Get(':id')
  @Allow('programmes:read')
  @Answers(ProgrammeView)
  seen(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.seen(actor, id);
  }

  @Put(':id')
  @Allow('programmes:edit')
  @Answers(ProgrammeView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditProgramme }) wish: EditProgramme) {
    return this.service.edit(actor, id, wish);
  }

  @Get(':id/blueprints')
  @Allow('programmes:read')
  @Answers(BlueprintPage)
  listBlueprints(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.versions.list(actor, id);
  }

  @Post(':id/blueprints')
  @Allow('programmes:edit')
  @Answers(BlueprintView, 201)
  startBlueprint(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: StartBlueprint }) _: StartBlueprint) {
    return this.blueprints.start(actor, id);
  }
}
