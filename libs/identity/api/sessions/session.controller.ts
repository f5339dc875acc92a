import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow, ANYONE, SIGNED_IN, SIGNING_IN } from '@waymark/shared/api/allow';
import { Answers, AnswersNothing } from '@waymark/shared/api/answers';
import { pageAsked } from '@waymark/shared/api/page';
import { IdPath } from '@waymark/shared/api/schema';
import { Settings } from '@waymark/shared/api/settings';
import { SignInLinksService } from '../sign-in/sign-in-links.service';
import { SignInService } from '../sign-in/sign-in.service';
import { browserOf, clearCookie, setCookies, type Asking, type Replying } from './cookies';
import { DevicePage, SessionView, SignIn, Token } from './session.contract';
import { SessionQueries } from './session.queries';
import { SessionsService } from './sessions.service';

/** The session of whoever is asking. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly links: SignInLinksService,
    private readonly sessions: SessionsService,
    private readonly queries: SessionQueries,
    private readonly settings: Settings,
  ) {}

  /** Not kept under an idempotency key: nothing derived from a password is stored but its hash. Signing in twice is harmless. */
  @Post()
  @Allow(ANYONE)
  @AnswersNothing()
  async signIn(@Body({ schema: SignIn }) wish: SignIn, @Req() request: Asking, @Res({ passthrough: true }) reply: Replying) {
    const { origin } = this.settings;
    setCookies(reply, origin, await this.signIns.signIn(wish, request.ip, browserOf(request, origin)));
  }

  /** A POST, because mail scanners open every link they see. */
  @Post('link')
  @Allow(ANYONE)
  @AnswersNothing()
  async signInByLink(@Body({ schema: Token }) { token }: Token, @Req() request: Asking, @Res({ passthrough: true }) reply: Replying) {
    const { origin } = this.settings;
    setCookies(reply, origin, await this.links.signIn(token, request.ip, browserOf(request, origin)));
  }

  @Get()
  @Allow(SIGNED_IN)
  @Answers(SessionView)
  current(@By() actor: Actor) {
    return this.queries.current(actor);
  }

  @Put('extension')
  @Allow(SIGNED_IN)
  @AnswersNothing()
  extend(@By() actor: Actor) {
    return this.sessions.extend(actor);
  }

  @Delete()
  @Allow(SIGNING_IN)
  @AnswersNothing()
  async signOut(@By() actor: Actor, @Res({ passthrough: true }) reply: Replying) {
    await this.sessions.end(actor, actor.sessionId);
    clearCookie(reply, this.settings.origin);
  }
}

/** Every browser somebody is signed in with. */
@Controller('my/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly queries: SessionQueries,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow(SIGNED_IN)
  @Answers(DevicePage)
  list(@By() actor: Actor, @Query({ schema: pageAsked }) asked: z.infer<typeof pageAsked>) {
    return this.queries.devices(actor, asked);
  }

  @Delete(':id')
  @Allow(SIGNED_IN)
  @AnswersNothing()
  end(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.sessions.end(actor, id);
  }

  @Delete()
  @Allow(SIGNED_IN)
  @AnswersNothing()
  async endAll(@By() actor: Actor, @Res({ passthrough: true }) reply: Replying) {
    await this.sessions.endMine(actor);
    clearCookie(reply, this.settings.origin);
  }
}
