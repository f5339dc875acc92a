import { Body, Controller, Param, Put } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { EditRoom, RoomView } from './venues.contract';
import { VenuesService } from './venues.service';

@Controller('rooms')
export class RoomsController {
  constructor(private readonly service: VenuesService) {}

  @Put(':id')
  @Allow('venues:edit')
  @Answers(RoomView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditRoom }) wish: EditRoom) {
    return this.service.editRoom(actor, id, wish);
  }
}
