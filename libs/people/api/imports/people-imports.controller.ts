import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers, AnswersFile } from '@waymark/shared/api/answers';
import { Lengthy } from '@waymark/shared/api/request-turns';
import { IdPath } from '@waymark/shared/api/schema';
import {
  ApplyPeople,
  HeadPeople,
  ListImportRows,
  MapPeople,
  PeopleImportRows,
  PeopleImportView,
  UploadPeople,
} from './people-imports.contract';
import { PeopleImportsQueries } from './people-imports.queries';
import { PeopleImportsService } from './people-imports.service';

@Controller('people-imports')
export class PeopleImportsController {
  constructor(
    private readonly service: PeopleImportsService,
    private readonly queries: PeopleImportsQueries,
  ) {}

  @Post()
  @Allow('people:import')
  @Lengthy()
  @Answers(PeopleImportView, 201)
  async upload(@By() actor: Actor, @Body({ schema: UploadPeople }) wish: UploadPeople) {
    return this.service.upload(actor, wish);
  }

  @Get(':id')
  @Allow('people:import')
  @Answers(PeopleImportView)
  one(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.one(actor, id);
  }

  @Get(':id/rows')
  @Allow('people:import')
  @Answers(PeopleImportRows)
  rows(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Query({ schema: ListImportRows }) wanted: ListImportRows) {
    return this.queries.rows(actor, id, wanted);
  }

  @Put(':id/headings')
  @Allow('people:import')
  @Lengthy()
  @Answers(PeopleImportView)
  head(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: HeadPeople }) wish: HeadPeople) {
    return this.service.head(actor, id, wish);
  }

  @Put(':id/mapping')
  @Allow('people:import')
  @Lengthy()
  @Answers(PeopleImportView)
  map(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: MapPeople }) wish: MapPeople) {
    return this.service.map(actor, id, wish);
  }

  @Put(':id/application')
  @Allow('people:import')
  @Lengthy()
  @Answers(PeopleImportView)
  apply(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: ApplyPeople }) wish: ApplyPeople) {
    return this.service.apply(actor, id, wish);
  }

  @Get(':id/errors.csv')
  @Allow('people:import')
  @AnswersFile('text/csv')
  async errors(
    @By() actor: Actor,
    @Param({ schema: IdPath }) { id }: IdPath,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { fileName, text } = await this.service.errors(actor, id);
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return text;
  }
}
