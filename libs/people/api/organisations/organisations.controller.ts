import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import {
  AddOrganisation,
  EditOrganisation,
  KeepOrganisation,
  LeaveProposal,
  ListOrganisations,
  ListProposals,
  OrganisationPage,
  OrganisationView,
  OwnDetails,
  ProposalPage,
  ProposalView,
  ProposeChange,
  TakeProposal,
  WithdrawProposal,
} from './organisations.contract';
import { OrganisationsQueries } from './organisations.queries';
import { OrganisationsService } from './organisations.service';
import { RegisterProposalsQueries } from './register-proposals.queries';
import { RegisterProposalsService } from './register-proposals.service';

@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly service: OrganisationsService,
    private readonly queries: OrganisationsQueries,
    private readonly proposals: RegisterProposalsService,
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
  @Put(':id/own-details')
  @Allow('organisations:edit')
  @Answers(OrganisationView)
  sayForOneself(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: OwnDetails }) wish: OwnDetails) {
    return this.service.sayForOneself(actor, id, wish);
  }

  @Post(':id/proposals')
  @Allow('organisations:edit')
  @Answers(ProposalView, 201)
  propose(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: ProposeChange }) wish: ProposeChange) {
    return this.proposals.propose(actor, id, wish);
  }
}

/** What all providers share, changed by its keeper. */
@Controller('register/organisations')
export class RegisterController {
  constructor(private readonly service: OrganisationsService) {}

  @Post()
  @Allow('register:keep')
  @Answers(OrganisationView, 201)
  add(@By() actor: Actor, @Body({ schema: KeepOrganisation }) wish: KeepOrganisation) {
    return this.service.keep(actor, wish);
  }

  @Put(':id')
  @Allow('register:keep')
  @Answers(OrganisationView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditOrganisation }) wish: EditOrganisation) {
    return this.service.editKept(actor, id, wish);
  }
}

@Controller('register-proposals')
export class RegisterProposalsController {
  constructor(
    private readonly service: RegisterProposalsService,
    private readonly queries: RegisterProposalsQueries,
  ) {}

  @Get()
  @Allow('proposals:read')
  @Answers(ProposalPage)
  list(@By() actor: Actor, @Query({ schema: ListProposals }) wanted: ListProposals) {
    return this.queries.list(actor, wanted);
  }

  @Get(':id')
  @Allow('proposals:read')
  @Answers(ProposalView)
  one(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.one(actor, id);
  }

  @Put(':id/taking')
  @Allow('register:keep')
  @Answers(ProposalView)
  take(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: TakeProposal }) wish: TakeProposal) {
    return this.service.take(actor, id, wish);
  }

  @Put(':id/leaving')
  @Allow('register:keep')
  @Answers(ProposalView)
  leave(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: LeaveProposal }) wish: LeaveProposal) {
    return this.service.leave(actor, id, wish);
  }

  @Put(':id/withdrawal')
  @Allow('organisations:edit')
  @Answers(ProposalView)
  withdraw(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: WithdrawProposal }) wish: WithdrawProposal) {
    return this.service.withdraw(actor, id, wish);
  }
}
