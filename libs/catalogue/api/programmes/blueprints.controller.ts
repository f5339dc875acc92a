import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { BlueprintView, EditBlueprint, PublishBlueprint } from './blueprints.contract';
import { BlueprintsQueries } from './blueprints.queries';
import { BlueprintsService } from './blueprints.service';

@Controller('blueprints')
export class BlueprintsController {
  constructor(
    private readonly service: BlueprintsService,
    private readonly queries: BlueprintsQueries,
  ) {}

  @Get(':id')
  @Allow('programmes:read')
  @Answers(BlueprintView)
  seen(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.seen(actor, id);
  }

  @Put(':id')
  @Allow('programmes:edit')
  @Answers(BlueprintView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditBlueprint }) wish: EditBlueprint) {
    return this.service.edit(actor, id, wish);
  }

  @Put(':id/publication')
  @Allow('programmes:edit')
  @Answers(BlueprintView)
  publish(
    @By() actor: Actor,
    @Param({ schema: IdPath }) { id }: IdPath,
    @Body({ schema: PublishBlueprint }) { version }: PublishBlueprint,
  ) {
    return this.service.publish(actor, id, version);
  }
}
