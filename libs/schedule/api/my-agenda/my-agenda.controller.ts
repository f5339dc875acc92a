import { Body, Controller, Get, Header, Put } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow, SIGNED_IN } from '@waymark/shared/api/allow';
import { Answers, AnswersFile, AnswersNothing } from '@waymark/shared/api/answers';
import { LookedAt, MyAccessView, MyAgendaView, MyHomeView, SayAccessNeeds } from './my-agenda.contract';
import { MyAgendaService } from './my-agenda.service';

/** One's own home and agenda: everybody who is signed in sees what concerns them, which may be nothing. */
@Controller('my')
export class MyAgendaController {
  constructor(private readonly service: MyAgendaService) {}

  @Get('home')
  @Allow(SIGNED_IN)
  @Answers(MyHomeView)
  home(@By() actor: Actor) {
    return this.service.home(actor);
  }

  @Get('agenda')
  @Allow(SIGNED_IN)
  @Answers(MyAgendaView)
  agenda(@By() actor: Actor) {
    return this.service.agenda(actor);
  }

  @Get('agenda.ics')
  @Allow(SIGNED_IN)
  @Header('content-disposition', 'attachment; filename="agenda.ics"')
  @AnswersFile('text/calendar')
  calendar(@By() actor: Actor): Promise<string> {
    return this.service.calendar(actor);
  }

  @Put('agenda/look')
  @Allow(SIGNED_IN)
  @AnswersNothing()
  looked(@By() actor: Actor, @Body({ schema: LookedAt }) wish: LookedAt) {
    return this.service.looked(actor, wish);
  }

  @Get('access-needs')
  @Allow(SIGNED_IN)
  @Answers(MyAccessView)
  needs(@By() actor: Actor) {
    return this.service.needs(actor);
  }

  @Put('access-needs')
  @Allow(SIGNED_IN)
  @Answers(MyAccessView)
  sayNeeds(@By() actor: Actor, @Body({ schema: SayAccessNeeds }) wish: SayAccessNeeds) {
    return this.service.sayNeeds(actor, wish);
  }
}
