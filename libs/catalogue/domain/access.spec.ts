import { roomAccess, roomAccessWords, wayIntoRoom } from './access';

describe('roomAccess', () => {
  it('is the venue’s where the room says nothing of its own', () => {
    expect(roomAccess({ access: null, venueAccess: ['step_free', 'parking'] })).toEqual(['parking', 'step_free']);
  });

  it('is the room’s own where it says so, with what belongs to the building', () => {
    expect(roomAccess({ access: [], venueAccess: ['step_free', 'lift', 'accessible_wc'] })).toEqual(['accessible_wc']);
    expect(roomAccess({ access: ['hearing_loop'], venueAccess: ['step_free'] })).toEqual(['hearing_loop']);
  });
});

describe('the words of a room', () => {
  it('say “stairs only” where that is known, and of nothing known that it is not', () => {
    expect(wayIntoRoom({ access: null, venueAccess: ['step_free'] })).toBe('step-free');
    expect(wayIntoRoom({ access: [], venueAccess: ['step_free'] })).toBe('stairs only');
    expect(wayIntoRoom({ access: null, venueAccess: ['parking'] })).toBe('stairs only');
    expect(wayIntoRoom({ access: null, venueAccess: [] })).toBe('access not recorded');
    expect(roomAccessWords({ access: null, venueAccess: [] })).toBe('Same as the venue');
    expect(roomAccessWords({ access: ['hearing_loop'], venueAccess: ['step_free'] })).toBe('Hearing loop, Stairs only');
  });
});
