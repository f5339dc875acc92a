import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { WallMinute } from '@waymark/shared/kernel/wall-clock';
import type { CatalogueCode } from './manifest';

const AVAILABILITY_KINDS = { available: 'available', unavailable: 'not available' } as const;
export type AvailabilityKind = keyof typeof AVAILABILITY_KINDS;
export const AVAILABILITY_CODES = Object.keys(AVAILABILITY_KINDS) as AvailabilityKind[];

/** When somebody says yes or no, on the wall clock. Without any "available" they can be asked for every time that is not "unavailable". */
export interface AvailabilitySpan {
  kind: AvailabilityKind;
  start: WallMinute;
  end: WallMinute;
}

/** Why this list cannot be kept: each span ends after it starts, and one time has one answer. */
export function availabilityRefusals(spans: readonly AvailabilitySpan[]): Refusal<CatalogueCode>[] {
  return spans.flatMap((span, index): Refusal<CatalogueCode>[] => {
    if (span.end <= span.start) return [{ code: 'catalogue_availability_order', pointer: `/spans/${index}/endsAt` }];
    const overlaps = spans.slice(0, index).some((earlier) => span.start < earlier.end && earlier.start < span.end);
    return overlaps ? [{ code: 'catalogue_availability_overlap', pointer: `/spans/${index}/startsAt` }] : [];
  });
}
