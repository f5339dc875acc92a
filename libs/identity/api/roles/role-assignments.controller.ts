import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers, AnswersNothing } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { AssignRole, RoleAssignmentPage, RoleAssignmentsAsked, RoleAssignmentView } from './role-assignments.contract';
import { RoleAssignmentsQueries } from './role-assignments.queries';
import { RoleAssignmentsService } from './role-assignments.service';

@Controller('role-assignments')
export class RoleAssignmentsController {
  constructor(
    private readonly service: RoleAssignmentsService,
    private readonly queries: RoleAssignmentsQueries,
  ) {}

  @Get()
  @Allow('accounts:invite')
  @Answers(RoleAssignmentPage)
  list(@By() actor: Actor, @Query({ schema: RoleAssignmentsAsked }) asked: RoleAssignmentsAsked) {
    return this.queries.list(actor, asked);
  }

  @Post()
  @Allow('roles:edit')
  @Answers(RoleAssignmentView, 201)
  assign(@By() actor: Actor, @Body({ schema: AssignRole }) wish: AssignRole) {
    return this.service.assign(actor, wish);
  }

  @Put(':id/end')
  @Allow('roles:edit')
  @AnswersNothing()
  end(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.end(actor, id);
  }
}
