import { Body, Controller, Post } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { BookingBatchesService } from './booking-batches.service';
import { BookedRooms, BookRooms } from './bookings.contract';

@Controller('room-booking-batches')
export class BookingBatchesController {
  constructor(private readonly service: BookingBatchesService) {}

  @Post()
  @Allow('venues:edit')
  @Answers(BookedRooms, 201)
  book(@By() actor: Actor, @Body({ schema: BookRooms }) wish: BookRooms) {
    return this.service.book(actor, wish);
  }
}
