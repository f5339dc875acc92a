import { DEFAULT_PROGRAMME_RULES } from '@waymark/catalogue/domain/programme-rules';
import {
  givenBlueprint,
  givenBooking,
  givenFacilitator,
  givenProgramme,
  givenRoom,
  givenVenue,
} from '@waymark/catalogue/testing/catalogue.factories';
import { signedIn, STAFF, to, type DomainPolicy } from '@waymark/shared/testing/policy';

declare module '@waymark/shared/testing/policy' {
  interface Place {
    programmeId: string;
    blueprintId: string;
    venueId: string;
    roomId: string;
    facilitatorId: string;
  }
}

const CATALOGUE = [...STAFF, 'evaluator'] as const;

export const policy: DomainPolicy = {
  routes: {
    'GET /programmes': to(CATALOGUE),
    'POST /programmes': to(STAFF, 'provider'),
    'GET /programmes/{id}': to(CATALOGUE, 'programme'),
    'PUT /programmes/{id}': to(STAFF, 'programme', {
      body: { code: 'TTE', rules: DEFAULT_PROGRAMME_RULES },
      fullBody: { rules: DEFAULT_PROGRAMME_RULES },
    }),
    'GET /programmes/{id}/blueprints': to(CATALOGUE, 'programme'),
    'POST /programmes/{id}/blueprints': to(STAFF, 'programme'),
    'GET /blueprints/{id}': to(CATALOGUE, 'blueprint'),
    'PUT /blueprints/{id}': to(STAFF, 'blueprint'),
    'PUT /blueprints/{id}/publication': to(STAFF, 'blueprint'),
    'GET /venues': to(STAFF),
    'POST /venues': to(STAFF, 'provider'),
    'GET /venues/{id}': to(STAFF, 'venue'),
    'PUT /venues/{id}': to(STAFF, 'venue'),
    'POST /venues/{id}/rooms': to(STAFF, 'venue'),
    'PUT /venues/{id}/travel': to(STAFF, 'venue'),
    'GET /venues/{id}/bookings': to(STAFF, 'venue', { query: { from: '2027-06-24', to: '2027-06-25' } }),
    'PUT /rooms/{id}': to(STAFF, 'room'),
    'POST /room-bookings': to(STAFF, 'room of the body'),
    'POST /room-booking-batches': to(STAFF, 'room of the body', {
      body: { add: [{ roomId: '{roomId}', startsOn: '2027-06-24', startsAt: '09:00', endsOn: '2027-06-24', endsAt: '17:00' }] },
    }),
    'PUT /room-bookings/{id}': to(STAFF, 'booking'),
    'PUT /room-bookings/{id}/status': to(STAFF, 'booking'),
    'GET /facilitators': to(STAFF),
    'POST /facilitators': to(STAFF, 'provider'),
    'GET /facilitators/{id}': to(STAFF, 'facilitator'),
    'PUT /facilitators/{id}': to(STAFF, 'facilitator'),
    'PUT /facilitators/{id}/availability': to(STAFF, 'facilitator'),
    'GET /facilitator-candidates': to(STAFF),
    'GET /bank-holidays': signedIn,
    'POST /holiday-imports': to(['register_keeper']),
  },
  things: {
    programme: (app, { providerId }) => givenProgramme(app, providerId),
    blueprint: async (app, { providerId }) => givenBlueprint(app, await givenProgramme(app, providerId)),
    venue: (app, { providerId }) => givenVenue(app, providerId),
    room: async (app, { providerId }) => givenRoom(app, await givenVenue(app, providerId)),
    booking: async (app, { providerId }) => givenBooking(app, await givenRoom(app, await givenVenue(app, providerId))),
    facilitator: (app, { providerId }) => givenFacilitator(app, providerId),
  },
  place: {
    add: async (app, { providerId }) => {
      const programme = await givenProgramme(app, providerId);
      const venue = await givenVenue(app, providerId);
      return {
        programmeId: programme.id,
        blueprintId: (await givenBlueprint(app, programme, { number: 90, status: 'published', publishedAt: new Date('2027-01-01') })).id,
        venueId: venue.id,
        roomId: (await givenRoom(app, venue)).id,
        facilitatorId: (await givenFacilitator(app, providerId)).id,
      };
    },
  },
  samples: () => ({
    code: 'TTESSEX',
    postcode: 'CM1 1QH',
    phone: '01245 606330',
    endsOn: '2027-06-25',
    endsAt: '10:30',
  }),
};
