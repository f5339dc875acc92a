import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { CatalogueCode } from './manifest';

/** Where a venue is, in degrees (WGS 84). */
interface Place {
  latitude: number | null;
  longitude: number | null;
}

const EARTH_KM = 6371;
/** Roads are longer than the great circle: about a third across England. */
const DETOUR = 1.3;
const KM_PER_HOUR = 60;
/** To leave one building and find the room in the next. */
const DOORS = 10;

/** Kilometres between two points over the ground (haversine). */
export function kilometresBetween(one: { latitude: number; longitude: number }, other: { latitude: number; longitude: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = radians(other.latitude - one.latitude);
  const east = radians(other.longitude - one.longitude);
  const half = Math.sin(north / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * A first guess of the minutes from door to door: the great circle times 1.3 at 60 km an hour, and 10 minutes for the doors; rounded up to
 * the next 5 minutes. Null while one of the two has no coordinates. What staff enter wins over it.
 */
export function estimatedTravel(from: Place, to: Place): number | null {
  const [one, other] = [pointOf(from), pointOf(to)];
  if (!one || !other) return null;
  const minutes = ((kilometresBetween(one, other) * DETOUR) / KM_PER_HOUR) * 60 + DOORS;
  return Math.ceil(minutes / 5) * 5;
}

/** Why this list of ways from `venueId` cannot be kept. `known` are the provider's venues. */
export function travelRefusals(
  venueId: string,
  times: readonly { toVenueId: string }[],
  known: ReadonlySet<string>,
): Refusal<CatalogueCode>[] {
  return times.flatMap(({ toVenueId }, index): Refusal<CatalogueCode>[] => {
    const pointer = `/times/${index}/toVenueId`;
    if (toVenueId === venueId) return [{ code: 'catalogue_travel_self', pointer }];
    return known.has(toVenueId) ? [] : [{ code: 'catalogue_travel_unknown', pointer }];
  });
}

function pointOf({ latitude, longitude }: Place): { latitude: number; longitude: number } | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
