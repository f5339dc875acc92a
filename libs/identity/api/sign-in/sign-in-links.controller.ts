import { Body, Controller, Post, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, ANYONE } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { email } from '@waymark/shared/api/schema';
import { Settings } from '@waymark/shared/api/settings';
import { browserOf, type Asking } from '../sessions/cookies';
import { SignInLinksService } from './sign-in-links.service';

const AskForLink = z.strictObject({ email }).meta({ id: 'AskForLink' });
type AskForLink = z.infer<typeof AskForLink>;
/** The same for every address, so it says nothing about who has an account. */
const LinkAsked = z.object({ sent: z.literal('if-known') }).meta({ id: 'LinkAsked' });

@Controller('sign-in-links')
export class SignInLinksController {
  constructor(
    private readonly links: SignInLinksService,
    private readonly settings: Settings,
  ) {}

  @Post()
  @Allow(ANYONE)
  @Answers(LinkAsked, 202)
  async ask(@Body({ schema: AskForLink }) wish: AskForLink, @Req() request: Asking) {
    await this.links.ask(wish.email, request.ip, browserOf(request, this.settings.origin));
    return { sent: 'if-known' as const };
  }
}
