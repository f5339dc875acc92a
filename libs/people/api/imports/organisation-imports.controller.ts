import { Body, Controller, Post } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { Lengthy } from '@waymark/shared/api/request-turns';
import { ImportOrganisations, OrganisationImportReport } from './organisation-imports.contract';
import { OrganisationImportsService } from './organisation-imports.service';

@Controller('organisation-imports')
export class OrganisationImportsController {
  constructor(private readonly service: OrganisationImportsService) {}

  @Post()
  @Allow('organisations:import')
  @Lengthy()
  @Answers(OrganisationImportReport)
  async import(@By() actor: Actor, @Body({ schema: ImportOrganisations }) wish: ImportOrganisations) {
    return this.service.import(actor, wish);
  }
}
