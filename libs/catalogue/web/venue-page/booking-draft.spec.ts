import { batchOf, draftOf, editOf, formProblem, newDraft, penceOf, poundsOf, type BookingView } from './booking-draft';

describe('batchOf', () => {
  it('is one booking for each room and day', () => {
    const draft = {
      ...newDraft('2027-06-24', ['a', 'b']),
      endsOn: '2027-06-25',
      cohortId: 'essex',
      holdExpiresOn: '2027-06-01',
      costPence: '£1,250.50',
    };
    expect(batchOf(draft)).toEqual({
      cohortId: 'essex',
      holder: '',
      status: 'held',
      holdExpiresOn: '2027-06-01',
      setUp: 0,
      clearUp: 0,
      costPence: 125_050,
      add: ['a', 'b'].flatMap((roomId) =>
        ['2027-06-24', '2027-06-25'].map((day) => ({ roomId, startsOn: day, startsAt: '09:00', endsOn: day, endsAt: '17:00' })),
      ),
      change: [],
    });
  });

  it('leaves days that make no sense, and who was not chosen, to the API', () => {
    const draft = newDraft('2027-06-24', ['a']);
    expect(batchOf({ ...draft, endsOn: '2027-06-20' }).add).toMatchObject([{ startsOn: '2027-06-24', endsOn: '2027-06-20' }]);
    expect(batchOf({ ...draft, startsOn: '' }).add).toHaveLength(1);
    expect(batchOf(draft).cohortId).toBe('');
    expect(batchOf({ ...draft, who: 'other', cohortId: 'essex', holder: 'County' })).toMatchObject({ cohortId: null, holder: 'County' });
  });

  it('keeps the end of a hold to a hold', () => {
    const draft = { ...newDraft('2027-06-24', ['a']), status: 'contracted' as const, holdExpiresOn: '2027-06-01' };
    expect(batchOf(draft).holdExpiresOn).toBeNull();
  });
});

describe('editOf', () => {
  it('sends back what the booking is', () => {
    expect(editOf(draftOf(booking))).toEqual({
      roomId: 'a',
      cohortId: null,
      holder: 'County',
      startsOn: '2027-06-24',
      startsAt: '18:00',
      endsOn: '2027-06-25',
      endsAt: '01:00',
      setUp: 30,
      clearUp: 15,
      holdExpiresOn: null,
      costPence: 9_050,
    });
    expect(editOf(draftOf({ ...booking, cohortId: 'essex', cohortName: 'Essex', holder: 'Essex' }))).toMatchObject({
      cohortId: 'essex',
      holder: '',
    });
  });
});

describe('formProblem', () => {
  it('says of the fields what is wrong with the bookings, once', () => {
    const late = { code: 'catalogue_booking_order', detail: 'The end must be after the start' };
    const taken = { code: 'catalogue_room_booked', pointer: '/add/1/startsAt', detail: 'Crouch room is booked' };
    const problem = formProblem({
      title: 'No',
      errors: [
        { ...late, pointer: '/add/0/endsAt' },
        { ...late, pointer: '/add/1/endsAt' },
        taken,
        { code: 'malformed', pointer: '/add', detail: 'Choose' },
      ],
    });
    expect(problem!.errors).toEqual([
      { ...late, pointer: '/endsAt' },
      { ...taken, pointer: '/startsAt' },
      { code: 'malformed', pointer: '/roomIds', detail: 'Choose' },
    ]);
    expect(formProblem(null)).toBeNull();
  });
});

describe('penceOf', () => {
  it('reads an amount, and sends what is none to be refused', () => {
    expect(['', ' ', '12', '0.1', 'twelve'].map(penceOf)).toEqual([null, null, 1_200, 10, -1]);
    expect([poundsOf(null), poundsOf(1_200), poundsOf(10)]).toEqual(['', '12', '0.10']);
  });
});

const booking: BookingView = {
  id: 'k1',
  roomId: 'a',
  roomName: 'Crouch room',
  venueId: 'v1',
  cohortId: null,
  cohortName: null,
  reason: '',
  holder: 'County',
  startsOn: '2027-06-24',
  startsAt: '18:00',
  endsOn: '2027-06-25',
  endsAt: '01:00',
  setUp: 30,
  clearUp: 15,
  status: 'contracted',
  holdExpiresOn: null,
  costPence: 9_050,
  version: 4,
};
