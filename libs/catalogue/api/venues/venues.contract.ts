import { z } from 'zod';
import { ACCESS_CODES } from '@waymark/catalogue/domain/access';
import { NATION_CODES } from '@waymark/catalogue/domain/calendar';
import { EQUIPMENT_CODES } from '@waymark/catalogue/domain/equipment';
import { LAYOUT_CODES } from '@waymark/catalogue/domain/layouts';
import { countedPageOf, pageAsked } from '@waymark/shared/api/page';
import { Id, line, prose, version, wholeNumber } from '@waymark/shared/api/schema';

const access = z.array(z.enum(ACCESS_CODES, 'Choose access features from the list')).max(ACCESS_CODES.length);
const equipment = z.array(z.enum(EQUIPMENT_CODES, 'Choose equipment from the list')).max(EQUIPMENT_CODES.length);
const capacities = z.partialRecord(z.enum(LAYOUT_CODES), wholeNumber('Enter how many people the room holds, from 1 to 10,000', 1, 10_000));
const degrees = (name: string, max: number) =>
  z
    .number(`Enter the ${name} in degrees, from -${max} to ${max}`)
    .min(-max, `Enter the ${name} in degrees, from -${max} to ${max}`)
    .max(max, `Enter the ${name} in degrees, from -${max} to ${max}`);

const venueFacts = {
  name: line('Enter the name of the venue'),
  address: prose(500),
  postcode: z
    .string()
    .trim()
    .toUpperCase()
    .transform((text) => text.replace(/\s+/g, '').replace(/^(.+)(.{3})$/, '$1 $2'))
    .refine((text) => /^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/.test(text), 'Enter a full UK postcode, like CM1 1QH')
    .nullable(),
  nation: z.enum(NATION_CODES, 'Choose a nation'),
  latitude: degrees('latitude', 90).nullable(),
  longitude: degrees('longitude', 180).nullable(),
  access,
};

const bothOrNeither = {
  rule: ({ latitude, longitude }: { latitude: number | null; longitude: number | null }) => (latitude === null) === (longitude === null),
  words: { message: 'Enter both latitude and longitude, or neither', path: ['longitude'] },
};

export const AddVenue = z
  .strictObject({ providerId: Id, ...venueFacts })
  .refine(bothOrNeither.rule, bothOrNeither.words)
  .meta({ id: 'AddVenue' });
export type AddVenue = z.infer<typeof AddVenue>;

export const EditVenue = z
  .strictObject({ version, ...venueFacts })
  .refine(bothOrNeither.rule, bothOrNeither.words)
  .meta({ id: 'EditVenue' });
export type EditVenue = z.infer<typeof EditVenue>;

/** Null: the same as the venue. None at all is another answer. */
const ownAccess = access.nullable();
const roomFacts = { name: line('Enter the name of the room'), capacities, access: ownAccess, equipment };

export const AddRoom = z.strictObject(roomFacts).meta({ id: 'AddRoom' });
export type AddRoom = z.infer<typeof AddRoom>;

export const EditRoom = z.strictObject({ version, ...roomFacts }).meta({ id: 'EditRoom' });
export type EditRoom = z.infer<typeof EditRoom>;

/** `capacities` is seats by layout; a layout that is not there cannot be set up. */
export const RoomView = z
  .object({ id: Id, venueId: Id, name: z.string(), position: z.number().int(), capacities, access: ownAccess, equipment, version })
  .meta({ id: 'RoomView' });
export type RoomView = z.infer<typeof RoomView>;

/** The way to one other venue. `minutes` is what staff entered, here or for the way back; `estimated` comes from the coordinates. */
const TravelView = z
  .object({ venueId: Id, name: z.string(), minutes: z.number().int().nullable(), estimated: z.number().int().nullable() })
  .meta({ id: 'TravelView' });
type TravelView = z.infer<typeof TravelView>;

const venue = {
  id: Id,
  providerId: Id,
  name: z.string(),
  address: z.string(),
  postcode: z.string().nullable(),
  nation: z.enum(NATION_CODES),
  access,
  version,
};

/** `largest` is the most people any of its rooms takes. */
export const VenueItem = z.object({ ...venue, rooms: z.number().int(), largest: z.number().int().nullable() }).meta({ id: 'VenueItem' });
export type VenueItem = z.infer<typeof VenueItem>;
export const VenuePage = countedPageOf(VenueItem).meta({ id: 'VenuePage' });

export const VenueView = z
  .object({
    ...venue,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    rooms: z.array(RoomView),
    travel: z.array(TravelView),
  })
  .meta({ id: 'VenueView' });
export type VenueView = z.infer<typeof VenueView>;

/** The whole list of ways from this venue; a way that is not in it goes back to its estimate. */
export const SetTravel = z
  .strictObject({
    version,
    times: z
      .array(z.strictObject({ toVenueId: Id, minutes: wholeNumber('Enter the minutes it takes to travel, from 0 to 2,880', 0, 2880) }))
      .max(500)
      .refine((times) => new Set(times.map(({ toVenueId }) => toVenueId)).size === times.length, 'List each venue once'),
  })
  .meta({ id: 'SetTravel' });
export type SetTravel = z.infer<typeof SetTravel>;

export const ListVenues = pageAsked.extend({
  query: z.string().trim().max(200).optional(),
  access: z.preprocess((given) => (typeof given === 'string' ? [given] : given), access.optional()),
});
export type ListVenues = z.infer<typeof ListVenues>;
