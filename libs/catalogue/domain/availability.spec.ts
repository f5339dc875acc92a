import { availabilityRefusals, type AvailabilitySpan } from './availability';

describe('availabilityRefusals', () => {
  it('lets spans touch', () => {
    expect(availabilityRefusals([span(0, 60), span(60, 120, 'unavailable')])).toEqual([]);
  });

  it('refuses a span without length, and two answers for one time', () => {
    expect(availabilityRefusals([span(60, 60)])).toEqual([{ code: 'catalogue_availability_order', pointer: '/spans/0/endsAt' }]);
    expect(availabilityRefusals([span(0, 60), span(30, 90, 'unavailable')])).toEqual([
      { code: 'catalogue_availability_overlap', pointer: '/spans/1/startsAt' },
    ]);
    expect(availabilityRefusals([span(30, 90), span(0, 60)])).toEqual([
      { code: 'catalogue_availability_overlap', pointer: '/spans/1/startsAt' },
    ]);
  });
});

const span = (start: number, end: number, kind: AvailabilitySpan['kind'] = 'available'): AvailabilitySpan => ({ kind, start, end });
