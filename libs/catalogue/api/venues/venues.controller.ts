import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { BookingPage, ListBookings } from './bookings.contract';
import { BookingsQueries } from './bookings.queries';
import { AddRoom, AddVenue, EditVenue, ListVenues, RoomView, SetTravel, VenuePage, VenueView } from './venues.contract';
import { VenuesQueries } from './venues.queries';
import { VenuesService } from './venues.service';

@Controller('venues')
export class VenuesController {
  constructor(
    private readonly service: VenuesService,
    private readonly queries: VenuesQueries,
    private readonly bookings: BookingsQueries,
  ) {}

  @Get()
  @Allow('venues:read')
  @Answers(VenuePage)
  list(@By() actor: Actor, @Query({ schema: ListVenues }) wanted: ListVenues) {
    return this.queries.list(actor, wanted);
  }

  @Post()
  @Allow('venues:edit')
  @Answers(VenueView, 201)
  add(@By() actor: Actor, @Body({ schema: AddVenue }) wish: AddVenue) {
    return this.service.add(actor, wish);
  }

  @Get(':id')
  @Allow('venues:read')
  @Answers(VenueView)
  seen(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.seen(actor, id);
  }

  @Put(':id')
  @Allow('venues:edit')
  @Answers(VenueView)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: EditVenue }) wish: EditVenue) {
    return this.service.edit(actor, id, wish);
  }

  @Post(':id/rooms')
  @Allow('venues:edit')
  @Answers(RoomView, 201)
  addRoom(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: AddRoom }) wish: AddRoom) {
    return this.service.addRoom(actor, id, wish);
  }

  @Put(':id/travel')
  @Allow('venues:edit')
  @Answers(VenueView)
  setTravel(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: SetTravel }) wish: SetTravel) {
    return this.service.setTravel(actor, id, wish);
  }

  @Get(':id/bookings')
  @Allow('venues:read')
  @Answers(BookingPage)
  listBookings(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Query({ schema: ListBookings }) wanted: ListBookings) {
    return this.bookings.ofVenue(actor, id, wanted);
  }
}
