import { Body, Controller, Delete, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow, SIGNED_IN, SIGNING_IN } from '@waymark/shared/api/allow';
import { Answers, AnswersNothing } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { Settings } from '@waymark/shared/api/settings';
import { browserOf, setCookies, type Asking, type Replying } from '../sessions/cookies';
import {
  AddPasskey,
  BrowserOptions,
  CodeTyped,
  NewTotp,
  PasskeyShown,
  PolicyAsked,
  PolicyView,
  RecoveryCodes,
  SecondFactors,
  SetPolicy,
  SigningIn,
} from './second-factor.contract';
import { SecondFactorPoliciesService } from './second-factor-policies.service';
import { SecondFactorsService } from './second-factors.service';

/** The rest of signing in. Each is a PUT, so that nothing of it is kept under an idempotency key. */
@Controller('session')
export class SigningInController {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly settings: Settings,
  ) {}

  @Get('second-factor')
  @Allow(SIGNING_IN)
  @Answers(SigningIn)
  signingIn(@By() actor: Actor) {
    return this.factors.signingIn(actor);
  }

  @Put('second-factor')
  @Allow(SIGNING_IN)
  @AnswersNothing()
  async showCode(
    @By() actor: Actor,
    @Body({ schema: CodeTyped }) { code }: CodeTyped,
    @Req() request: Asking,
    @Res({ passthrough: true }) reply: Replying,
  ) {
    const { origin } = this.settings;
    setCookies(reply, origin, await this.factors.showCode(actor, code, browserOf(request, origin)));
  }

  @Put('passkey-challenge')
  @Allow(SIGNING_IN)
  @Answers(BrowserOptions)
  challenge(@By() actor: Actor) {
    return this.factors.passkeyChallenge(actor);
  }

  @Put('passkey')
  @Allow(SIGNING_IN)
  @AnswersNothing()
  async showPasskey(
    @By() actor: Actor,
    @Body({ schema: PasskeyShown }) shown: PasskeyShown,
    @Req() request: Asking,
    @Res({ passthrough: true }) reply: Replying,
  ) {
    const { origin } = this.settings;
    setCookies(reply, origin, await this.factors.showPasskey(actor, shown, browserOf(request, origin)));
  }
}

/** One's own second factors. Who must have one before they are in sets it up here too. */
@Controller('account')
export class SecondFactorsController {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly settings: Settings,
  ) {}

  @Get('second-factors')
  @Allow(SIGNED_IN)
  @Answers(SecondFactors)
  list(@By() actor: Actor) {
    return this.factors.list(actor);
  }

  @Put('totp')
  @Allow(SIGNING_IN)
  @Answers(NewTotp)
  beginTotp(@By() actor: Actor) {
    return this.factors.beginTotp(actor);
  }

  @Put('totp/confirmation')
  @Allow(SIGNING_IN)
  @AnswersNothing()
  async confirmTotp(
    @By() actor: Actor,
    @Body({ schema: CodeTyped }) { code }: CodeTyped,
    @Req() request: Asking,
    @Res({ passthrough: true }) reply: Replying,
  ) {
    const { origin } = this.settings;
    setCookies(reply, origin, await this.factors.confirmTotp(actor, code, browserOf(request, origin)));
  }

  @Delete('totp')
  @Allow(SIGNED_IN)
  @AnswersNothing()
  removeTotp(@By() actor: Actor) {
    return this.factors.removeTotp(actor);
  }

  @Put('passkey-registration')
  @Allow(SIGNING_IN)
  @Answers(BrowserOptions)
  beginPasskey(@By() actor: Actor) {
    return this.factors.beginPasskey(actor);
  }

  @Put('passkeys')
  @Allow(SIGNING_IN)
  @AnswersNothing()
  async addPasskey(
    @By() actor: Actor,
    @Body({ schema: AddPasskey }) wish: AddPasskey,
    @Req() request: Asking,
    @Res({ passthrough: true }) reply: Replying,
  ) {
    const { origin } = this.settings;
    setCookies(reply, origin, await this.factors.addPasskey(actor, wish, browserOf(request, origin)));
  }

  @Delete('passkeys/:id')
  @Allow(SIGNED_IN)
  @AnswersNothing()
  removePasskey(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.factors.removePasskey(actor, id);
  }

  @Put('recovery-codes')
  @Allow(SIGNED_IN)
  @Answers(RecoveryCodes)
  newRecoveryCodes(@By() actor: Actor) {
    return this.factors.newRecoveryCodes(actor);
  }
}

/** What administrators decide. */
@Controller()
export class SecondFactorPoliciesController {
  constructor(private readonly policies: SecondFactorPoliciesService) {}

  @Get('second-factor-policy')
  @Allow('roles:edit')
  @Answers(PolicyView)
  of(@By() actor: Actor, @Query({ schema: PolicyAsked }) { providerId }: PolicyAsked) {
    return this.policies.of(actor, providerId);
  }

  @Put('second-factor-policy')
  @Allow('roles:edit')
  @AnswersNothing()
  set(@By() actor: Actor, @Body({ schema: SetPolicy }) wish: SetPolicy) {
    return this.policies.set(actor, wish);
  }

  @Put('accounts/:id/second-factor-reset')
  @Allow('roles:edit')
  @AnswersNothing()
  reset(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.policies.reset(actor, id);
  }
}
