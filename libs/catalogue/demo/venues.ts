import { Made, type Demo, type Scenario } from '@waymark/shared/api/demo';
import { addDays } from '@waymark/shared/kernel/dates';
import { PROVIDER } from '@waymark/people/demo/made';
import type { Equipment } from '../domain/equipment';
import { VenuesService } from '../api/venues/venues.service';

export const VENUE = new Made<string, 'Chelmsford Civic Centre' | 'Ipswich Waterfront Rooms'>('venue');

export type RoomName = 'Chelmer suite' | 'Colne room' | 'Blackwater room' | 'Crouch room' | 'Orwell hall' | 'Stour room';
export const ROOM = new Made<string, RoomName>('room');

interface RoomLine {
  name: RoomName;
  seats: number;
  stepFree?: false;
  equipment?: Equipment[];
}

async function addVenue(
  demo: Demo,
  facts: {
    name: 'Chelmsford Civic Centre' | 'Ipswich Waterfront Rooms';
    address: string;
    postcode: string;
    latitude: number;
    longitude: number;
  },
  rooms: readonly RoomLine[],
): Promise<void> {
  const priya = await demo.as('Priya Nair');
  const venues = demo.service(VenuesService);
  const { id } = await venues.add(priya, {
    ...facts,
    providerId: demo.the(PROVIDER, 'Eastern Talent Partnership'),
    nation: 'ENG',
    access: ['step_free', 'lift', 'hearing_loop', 'accessible_wc', 'parking', 'quiet_room'],
  });
  demo.keep(VENUE, facts.name, id);
  for (const { name, seats, stepFree, equipment } of rooms) {
    const room = await venues.addRoom(priya, id, {
      name,
      capacities: { theatre: seats, cabaret: Math.floor(seats * 0.8), boardroom: seats, classroom: seats, standing: seats },
      access: stepFree !== false ? ['step_free', 'lift', 'hearing_loop'] : [],
      equipment: equipment ?? ['screen'],
    });
    demo.keep(ROOM, name, room.id);
  }
}

export const addVenues: Scenario = {
  title: 'Priya describes two venues and their rooms, one of them without step-free access',
  on: (today) => addDays(today, -408),
  async play(demo) {
    await addVenue(
      demo,
      { name: 'Chelmsford Civic Centre', address: 'Duke Street, Chelmsford', postcode: 'CM1 1JE', latitude: 51.736, longitude: 0.469 },
      [
        { name: 'Chelmer suite', seats: 60, equipment: ['projector', 'screen', 'microphone'] },
        { name: 'Colne room', seats: 16 },
        { name: 'Blackwater room', seats: 16 },
        { name: 'Crouch room', seats: 12, stepFree: false },
      ],
    );
    await addVenue(
      demo,
      { name: 'Ipswich Waterfront Rooms', address: 'Neptune Quay, Ipswich', postcode: 'IP4 1QJ', latitude: 52.053, longitude: 1.162 },
      [
        { name: 'Orwell hall', seats: 40, equipment: ['projector', 'screen'] },
        { name: 'Stour room', seats: 14 },
      ],
    );
  },
};
