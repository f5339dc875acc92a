import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { AddBooking, BookingView, EditBooking, SetBookingStatus } from './bookings.contract';
import { BookingsService } from './bookings.service';

@Controller('room-bookings')
export class BookingsController {
  constructor(private readonly service: BookingsService) {}

  @Post()
  @Allow('venues:edit')
  @Answers(BookingView, 201)
  add(@By() actor: Actor, @Body({ schema: AddBooking }) wish: AddBooking) {
    return this.service.add(actor, wish);
  }

  @Put(':id')
  @Allow('venues:edit')
  @Answers(BookingView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditBooking }) wish: EditBooking) {
    return this.service.edit(actor, id, wish);
  }

  @Put(':id/status')
  @Allow('venues:edit')
  @Answers(BookingView)
  setStatus(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: SetBookingStatus }) wish: SetBookingStatus) {
    return this.service.setStatus(actor, id, wish);
  }
}
