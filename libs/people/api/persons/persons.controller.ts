import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { pageAsked } from '@waymark/shared/api/page';
import { IdPath } from '@waymark/shared/api/schema';
import type { z } from 'zod';
import { AddEmployment, AddPerson, EditEmployment, EditPerson, ListPersons, MyReports, PersonPage, PersonView } from './persons.contract';
import { PersonsQueries } from './persons.queries';
import { PersonsService } from './persons.service';

@Controller('people')
export class PersonsController {
  constructor(
    private readonly service: PersonsService,
    private readonly queries: PersonsQueries,
  ) {}

  @Get()
  @Allow('people:read')
  @Answers(PersonPage)
  list(@By() actor: Actor, @Query({ schema: ListPersons }) wanted: ListPersons) {
    return this.queries.list(actor, wanted);
  }

  @Get(':id')
  @Allow('people:read')
  @Answers(PersonView)
  one(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.one(actor, id);
  }

  @Post()
  @Allow('people:edit')
  @Answers(PersonView, 201)
  add(@By() actor: Actor, @Body({ schema: AddPerson }) wish: AddPerson) {
    return this.service.add(actor, wish);
  }

  @Put(':id')
  @Allow('people:edit')
  @Answers(PersonView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditPerson }) wish: EditPerson) {
    return this.service.edit(actor, id, wish);
  }

  @Post(':id/employments')
  @Allow('people:edit')
  @Answers(PersonView, 201)
  addEmployment(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: AddEmployment }) wish: AddEmployment) {
    return this.service.addEmployment(actor, id, wish);
  }
}

@Controller('employments')
export class EmploymentsController {
  constructor(private readonly service: PersonsService) {}

  @Put(':id')
  @Allow('people:edit')
  @Answers(PersonView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditEmployment }) wish: EditEmployment) {
    return this.service.editEmployment(actor, id, wish);
  }
}

@Controller('my/reports')
export class MyReportsController {
  constructor(private readonly queries: PersonsQueries) {}

  /** Employers see the people of their organisation; line managers those who name them. */
  @Get()
  @Allow('reports:read')
  @Answers(MyReports)
  list(@By() actor: Actor, @Query({ schema: pageAsked }) wanted: z.infer<typeof pageAsked>) {
    return this.queries.myReports(actor, wanted);
  }
}
