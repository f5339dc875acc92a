import { Body, Controller, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow, ANYONE } from '@waymark/shared/api/allow';
import { Answers, AnswersNothing } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { Settings } from '@waymark/shared/api/settings';
import { browserOf, setCookies, type Asking, type Replying } from '../sessions/cookies';
import { Token } from '../sessions/session.contract';
import { AcceptancesService } from './acceptances.service';
import {
  AcceptInvitation,
  InvitationAccepted,
  InvitationFound,
  InvitationPage,
  InvitationsAsked,
  InvitationView,
  Invite,
} from './invitations.contract';
import { InvitationsQueries } from './invitations.queries';
import { InvitationsService } from './invitations.service';

@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly service: InvitationsService,
    private readonly queries: InvitationsQueries,
  ) {}

  @Get()
  @Allow('accounts:invite')
  @Answers(InvitationPage)
  list(@By() actor: Actor, @Query({ schema: InvitationsAsked }) asked: InvitationsAsked) {
    return this.queries.list(actor, asked);
  }

  @Post()
  @Allow('accounts:invite')
  @Answers(InvitationView, 201)
  invite(@By() actor: Actor, @Body({ schema: Invite }) wish: Invite) {
    return this.service.invite(actor, wish);
  }

  /** Sent again, with a new link and seven days more. */
  @Put(':id/sending')
  @Allow('accounts:invite')
  @AnswersNothing()
  resend(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.resend(actor, id);
  }

  @Put(':id/revocation')
  @Allow('accounts:invite')
  @AnswersNothing()
  withdraw(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.service.withdraw(actor, id);
  }
}

/** For whoever has the link. Looking up is a POST so that the token stays out of addresses and logs. */
@Controller()
export class AcceptancesController {
  constructor(
    private readonly service: AcceptancesService,
    private readonly settings: Settings,
  ) {}

  @Post('invitation-lookups')
  @Allow(ANYONE)
  @Answers(InvitationFound)
  lookUp(@Body({ schema: Token }) { token }: Token, @Req() request: Asking) {
    return this.service.lookUp(token, request.ip);
  }

  @Post('invitation-acceptances')
  @Allow(ANYONE)
  @Answers(InvitationAccepted)
  async accept(
    @Body({ schema: AcceptInvitation }) wish: AcceptInvitation,
    @Req() request: Asking,
    @Res({ passthrough: true }) reply: Replying,
  ) {
    const { origin } = this.settings;
    const started = await this.service.accept(wish, request.ip, browserOf(request, origin));
    if (started) setCookies(reply, origin, started);
    return { signedIn: started !== null };
  }
}
