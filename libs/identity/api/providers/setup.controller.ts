import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Allow, ANYONE } from '@waymark/shared/api/allow';
import { Answers, AnswersNothing } from '@waymark/shared/api/answers';
import { Settings } from '@waymark/shared/api/settings';
import { browserOf, setCookies, type Asking, type Replying } from '../sessions/cookies';
import { SetUp, SetupView } from './setup.contract';
import { SetupService } from './setup.service';

@Controller('setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow(ANYONE)
  @Answers(SetupView)
  view() {
    return this.setup.view();
  }

  @Post()
  @Allow(ANYONE)
  @AnswersNothing()
  async setUp(@Body({ schema: SetUp }) wish: SetUp, @Req() request: Asking, @Res({ passthrough: true }) reply: Replying) {
    const { origin } = this.settings;
    setCookies(reply, origin, await this.setup.setUp(wish, request.ip, browserOf(request, origin)));
  }
}
