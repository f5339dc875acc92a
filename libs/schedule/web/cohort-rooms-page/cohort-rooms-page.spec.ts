import { TestBed } from '@angular/core/testing';
import { Session } from '@waymark/shared/web/session';
import { COHORT_ID, givenCohortView, show } from '@waymark/cohorts/testing-web/given-cohort';
import { CohortRoomsPage } from './cohort-rooms-page';
import type { RoomCover } from './room-cover';

const open = async (cover: Partial<RoomCover>) => {
  const shown = await show(CohortRoomsPage, { cohort: givenCohortView() });
  jest.spyOn(TestBed.inject(Session), 'can').mockReturnValue(true);
  await shown.answer(`/api/cohorts/${COHORT_ID}/room-cover`, { ...given, ...cover });
  const text = () => shown.element.textContent!.replace(/\s+/g, ' ');
  return { ...shown, text };
};

describe('CohortRoomsPage', () => {
  it('contracts the missing hours of the rooms in one press', async () => {
    const { text, http, press, element } = await open({});
    expect(element.querySelector('h2')?.textContent).toBe('Rooms');
    expect(text()).toContain('Already held');
    await press('Contract 2 rooms for 24 June 2027, 09:30 to 12:30');
    const { body } = http.expectOne({ method: 'POST', url: '/api/room-booking-batches' }).request;
    const hours = { startsOn: '2027-06-24', startsAt: '09:30', endsOn: '2027-06-24', endsAt: '12:30' };
    expect(body).toMatchObject({
      cohortId: COHORT_ID,
      status: 'contracted',
      add: [{ roomId: 'r1', ...hours }],
      change: [{ id: 'k1', version: 3, ...hours }],
    });
  });

  it('asks until when to hold, and says at the field what is missing', async () => {
    const { element, press, answer } = await open({});
    (element.querySelector('#status-1') as HTMLInputElement).click();
    TestBed.tick();
    await press('Hold 1 room for 24 June 2027, 09:30 to 12:30');
    await answer(
      '/room-booking-batches',
      { title: 'No', errors: [{ code: 'catalogue_hold_needs_end', pointer: '/holdExpiresOn', detail: 'Enter the date the hold ends' }] },
      409,
    );
    expect(element.querySelector('#holdExpiresOn-error')?.textContent).toContain('Enter the date the hold ends');
  });

  it('says who has a room at the time of a session, and which sessions have none', async () => {
    const theirs = {
      ...given.bookings[0]!,
      id: 'k2',
      ours: false,
      roomId: 'r1',
      holder: 'Essex County Council',
      startsAt: '11:00',
      endsAt: '15:00',
    };
    const { text } = await open({
      bookings: [theirs],
      sessions: [...given.sessions, { ...given.sessions[0]!, id: 's3', title: 'Panel', roomId: null }],
    });
    expect(text()).toContain('Seminar, Thursday 24 June 2027, 09:30 to 12:30: Essex County Council has Crouch room from 11:00 to 15:00');
    expect(text()).toContain('Contract 1 room for 24 June 2027');
    expect(text()).toContain('Sessions without a room or a time');
    expect(text()).toContain('Panel');
  });

  it('says that a room is taken, and no more, where nobody may know by whom', async () => {
    const theirs = { ...given.bookings[0]!, id: 'k2', ours: false, roomId: 'r1', holder: null, startsAt: '11:00', endsAt: '15:00' };
    const { text } = await open({ bookings: [theirs] });
    expect(text()).toContain(
      'Seminar, Thursday 24 June 2027, 09:30 to 12:30: Crouch room is taken from 11:00 to 15:00 by an event you cannot see',
    );
  });

  it('says so when no hour is free', async () => {
    const theirs = { ...given.bookings[0]!, ours: false, holder: 'Essex County Council' };
    const { text, element } = await open({ bookings: ['r1', 'r2'].map((roomId) => ({ ...theirs, id: roomId, roomId })) });
    expect(text()).toContain('You cannot book rooms until the sessions above have another room or time');
    expect(element.querySelector('button[type=submit]')).toBeNull();
  });

  it('has nothing to ask for where everything is contracted', async () => {
    const { text, element } = await open({
      bookings: ['r1', 'r2'].map((roomId) => ({ ...given.bookings[0]!, id: roomId, roomId, status: 'contracted' })),
    });
    expect(text()).toContain('Every room is contracted');
    expect(element.querySelector('form')).toBeNull();
    expect(text()).toContain('Booked for this cohort');
  });

  it('offers to try again when reading fails', async () => {
    const shown = await show(CohortRoomsPage, { cohort: givenCohortView() });
    await shown.answer('/room-cover', { title: 'No' }, 500);
    expect(shown.element.textContent).toContain('Try again');
  });
});

const session = { setUp: 0, clearUp: 0, startsOn: '2027-06-24', startsAt: '09:30', endsOn: '2027-06-24', endsAt: '12:30' };
const given: RoomCover = {
  venue: { id: 'v1', name: 'Civic Centre' },
  sessions: [
    { id: 's1', title: 'Seminar', roomId: 'r1', ...session },
    { id: 's2', title: 'Workshop', roomId: 'r2', ...session },
  ],
  rooms: [
    { id: 'r1', name: 'Crouch room', venueId: 'v1', venueName: 'Civic Centre' },
    { id: 'r2', name: 'Colne room', venueId: 'v1', venueName: 'Civic Centre' },
  ],
  bookings: [{ id: 'k1', version: 3, roomId: 'r2', ours: true, holder: 'Essex', ...session, status: 'held', holdExpiresOn: '2027-06-01' }],
};
