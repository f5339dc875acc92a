import { estimatedTravel, kilometresBetween, travelRefusals } from './travel';

const chelmsford = { latitude: 51.7356, longitude: 0.4685 };
const leeds = { latitude: 53.7997, longitude: -1.5492 };

describe('estimatedTravel', () => {
  it('measures the ground between two places', () => {
    expect(kilometresBetween(chelmsford, leeds)).toBeGreaterThan(260);
    expect(kilometresBetween(chelmsford, leeds)).toBeLessThan(270);
    expect(kilometresBetween(chelmsford, chelmsford)).toBe(0);
    // A quarter of the equator.
    expect(kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })).toBeCloseTo(10_007.5, 0);
  });

  it('adds the detour and the doors, in steps of five minutes', () => {
    expect(estimatedTravel(chelmsford, leeds)).toBe(360);
    expect(estimatedTravel(chelmsford, chelmsford)).toBe(10);
    // 4.1 km: 5.3 minutes on the road and 10 for the doors
    expect(estimatedTravel({ latitude: 51.7356, longitude: 0.4685 }, { latitude: 51.7725, longitude: 0.4685 })).toBe(20);
  });

  it('is the same both ways, and unknown without coordinates', () => {
    expect(estimatedTravel(leeds, chelmsford)).toBe(estimatedTravel(chelmsford, leeds));
    expect(estimatedTravel(leeds, { latitude: null, longitude: null })).toBeNull();
  });
});

describe('travelRefusals', () => {
  it('goes to another venue of the same provider', () => {
    const known = new Set(['here', 'there']);
    expect(travelRefusals('here', [{ toVenueId: 'there' }], known)).toEqual([]);
    expect(travelRefusals('here', [{ toVenueId: 'there' }, { toVenueId: 'here' }, { toVenueId: 'nowhere' }], known)).toEqual([
      { code: 'catalogue_travel_self', pointer: '/times/1/toVenueId' },
      { code: 'catalogue_travel_unknown', pointer: '/times/2/toVenueId' },
    ]);
  });
});
