import { Global, Module } from '@nestjs/common';
import { CatalogueUses } from './catalogue-uses';
import { CohortBookings } from './cohort-bookings';
import { CandidatesController } from './facilitators/candidates.controller';
import { FacilitatorAvailability } from './facilitators/facilitator-availability.entity';
import { Facilitator } from './facilitators/facilitator.entity';
import { FacilitatorsController } from './facilitators/facilitators.controller';
import { FacilitatorsQueries } from './facilitators/facilitators.queries';
import { FacilitatorsService } from './facilitators/facilitators.service';
import { BankHoliday } from './holidays/bank-holiday.entity';
import { HolidaysController } from './holidays/holidays.controller';
import { HolidaysQueries } from './holidays/holidays.queries';
import { HolidaysService } from './holidays/holidays.service';
import { Blueprint } from './programmes/blueprint.entity';
import { BlueprintsController } from './programmes/blueprints.controller';
import { BlueprintsQueries } from './programmes/blueprints.queries';
import { BlueprintsService } from './programmes/blueprints.service';
import { Programme } from './programmes/programme.entity';
import { ProgrammesController } from './programmes/programmes.controller';
import { ProgrammesQueries } from './programmes/programmes.queries';
import { ProgrammesService } from './programmes/programmes.service';
import { SessionTemplate } from './programmes/session-template.entity';
import { BookingBatchesController } from './venues/booking-batches.controller';
import { BookingBatchesService } from './venues/booking-batches.service';
import { BookingsController } from './venues/bookings.controller';
import { BookingsQueries } from './venues/bookings.queries';
import { BookingsService } from './venues/bookings.service';
import { HoldsExpiry } from './venues/holds-expiry';
import { Room } from './venues/room.entity';
import { RoomBooking } from './venues/room-booking.entity';
import { RoomsController } from './venues/rooms.controller';
import { Venue } from './venues/venue.entity';
import { VenueTravel } from './venues/venue-travel.entity';
import { VenuesController } from './venues/venues.controller';
import { VenuesQueries } from './venues/venues.queries';
import { VenuesService } from './venues/venues.service';
import { ProgrammesVenuesAndFacilitators1796100030000 } from './migrations/1796100030000-programmes-venues-and-facilitators';

export const catalogueEntities = [
  Programme,
  Blueprint,
  SessionTemplate,
  Venue,
  Room,
  VenueTravel,
  RoomBooking,
  Facilitator,
  FacilitatorAvailability,
  BankHoliday,
];
export const catalogueMigrations = [ProgrammesVenuesAndFacilitators1796100030000];

@Global()
@Module({
  controllers: [
    ProgrammesController,
    BlueprintsController,
    VenuesController,
    RoomsController,
    BookingsController,
    BookingBatchesController,
    FacilitatorsController,
    CandidatesController,
    HolidaysController,
  ],
  providers: [
    CatalogueUses,
    ProgrammesQueries,
    ProgrammesService,
    BlueprintsQueries,
    BlueprintsService,
    VenuesQueries,
    VenuesService,
    BookingsQueries,
    BookingsService,
    BookingBatchesService,
    HoldsExpiry,
    FacilitatorsQueries,
    FacilitatorsService,
    HolidaysQueries,
    HolidaysService,
    CohortBookings,
  ],
  exports: [CatalogueUses, CohortBookings],
})
export class CatalogueModule {}
