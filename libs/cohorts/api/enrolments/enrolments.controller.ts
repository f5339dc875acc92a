import { Body, Controller, Delete, Get, Header, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers, AnswersFile, AnswersNothing } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import {
  AddedEnrolments,
  AddEnrolments,
  CandidatesAsked,
  CandidatesView,
  ChangedStatuses,
  ChangeStatus,
  ChangeStatuses,
  Defer,
  EnrolmentHistoryView,
  EnrolmentsAsked,
  EnrolmentsFileAsked,
  EnrolmentsView,
  EnrolmentView,
  SetGroups,
  SetNeeds,
  Substitute,
  Transfer,
} from './enrolments.contract';
import { EnrolmentsQueries } from './enrolments.queries';
import { EnrolmentsService } from './enrolments.service';
import { AddGroup, AssignGroup, ChangeGroup, GroupsView, SplitGroups } from '../sub-groups/sub-groups.contract';
import { SubGroupsQueries } from '../sub-groups/sub-groups.queries';
import { SubGroupsService } from '../sub-groups/sub-groups.service';

/** The people of one cohort. */
@Controller('cohorts/:id')
export class CohortPeopleController {
  constructor(
    private readonly queries: EnrolmentsQueries,
    private readonly service: EnrolmentsService,
    private readonly groups: SubGroupsService,
    private readonly groupQueries: SubGroupsQueries,
  ) {}

  @Get('enrolments')
  @Allow('enrolments:read')
  @Answers(EnrolmentsView)
  list(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Query({ schema: EnrolmentsAsked }) asked: EnrolmentsAsked) {
    return this.queries.list(actor, id, asked);
  }

  @Get('enrolments.csv')
  @Allow('enrolments:edit')
  @AnswersFile('text/csv')
  @Header('content-disposition', 'attachment; filename="people.csv"')
  file(
    @By() actor: Actor,
    @Param({ schema: IdPath }) { id }: IdPath,
    @Query({ schema: EnrolmentsFileAsked }) asked: EnrolmentsFileAsked,
  ): Promise<string> {
    return this.service.file(actor, id, asked);
  }

  @Post('enrolments')
  @Allow('enrolments:edit')
  @Answers(AddedEnrolments, 201)
  add(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: AddEnrolments }) wish: AddEnrolments) {
    return this.service.add(actor, id, wish);
  }

  @Get('candidates')
  @Allow('enrolments:edit')
  @Answers(CandidatesView)
  candidates(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Query({ schema: CandidatesAsked }) asked: CandidatesAsked) {
    return this.queries.candidates(actor, id, asked);
  }

  @Post('enrolment-changes')
  @Allow('enrolments:edit')
  @Answers(ChangedStatuses)
  setStatuses(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: ChangeStatuses }) wish: ChangeStatuses) {
    return this.service.setStatuses(actor, id, wish);
  }

  @Get('groups')
  @Allow('cohorts:read')
  @Answers(GroupsView)
  listGroups(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.groupQueries.list(actor, id);
  }

  @Post('groups')
  @Allow('enrolments:edit')
  @Answers(GroupsView, 201)
  addGroup(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: AddGroup }) wish: AddGroup) {
    return this.groups.add(actor, id, wish);
  }

  @Post('group-assignments')
  @Allow('enrolments:edit')
  @Answers(GroupsView)
  assign(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: AssignGroup }) wish: AssignGroup) {
    return this.groups.assign(actor, id, wish);
  }

  @Post('group-splits')
  @Allow('enrolments:edit')
  @Answers(GroupsView)
  split(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: SplitGroups }) wish: SplitGroups) {
    return this.groups.split(actor, id, wish);
  }
}

@Controller('groups/:id')
export class SubGroupsController {
  constructor(private readonly groups: SubGroupsService) {}

  @Put()
  @Allow('enrolments:edit')
  @Answers(GroupsView)
  change(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: ChangeGroup }) wish: ChangeGroup) {
    return this.groups.change(actor, id, wish);
  }

  @Delete()
  @Allow('enrolments:edit')
  @AnswersNothing()
  remove(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.groups.remove(actor, id);
  }
}

/** One person's place. */
@Controller('enrolments/:id')
export class EnrolmentsController {
  constructor(
    private readonly queries: EnrolmentsQueries,
    private readonly service: EnrolmentsService,
    private readonly groups: SubGroupsService,
  ) {}

  @Get()
  @Allow('enrolments:read')
  @Answers(EnrolmentView)
  one(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.one(actor, id);
  }

  @Get('history')
  @Allow('enrolments:read')
  @Answers(EnrolmentHistoryView)
  history(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.history(actor, id);
  }

  @Put('status')
  @Allow('enrolments:edit')
  @Answers(EnrolmentView)
  setStatus(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: ChangeStatus }) wish: ChangeStatus) {
    return this.service.setStatus(actor, id, wish);
  }

  @Post('substitution')
  @Allow('enrolments:edit')
  @Answers(EnrolmentView, 201)
  substitute(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: Substitute }) wish: Substitute) {
    return this.service.substitute(actor, id, wish);
  }

  @Post('deferral')
  @Allow('enrolments:edit')
  @Answers(EnrolmentView, 201)
  defer(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: Defer }) wish: Defer) {
    return this.service.defer(actor, id, wish);
  }

  @Post('transfer')
  @Allow('enrolments:edit')
  @Answers(EnrolmentView, 201)
  transfer(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: Transfer }) wish: Transfer) {
    return this.service.transfer(actor, id, wish);
  }

  @Put('groups')
  @Allow('enrolments:edit')
  @Answers(EnrolmentView)
  setGroups(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: SetGroups }) wish: SetGroups) {
    return this.groups.set(actor, id, wish);
  }

  @Put('access-needs')
  @Allow('needs:read')
  @Answers(EnrolmentView)
  setNeeds(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: SetNeeds }) wish: SetNeeds) {
    return this.service.setNeeds(actor, id, wish);
  }
}
