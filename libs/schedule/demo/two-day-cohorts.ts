import type { Demo, Scenario } from '@waymark/shared/api/demo';
import { contractRooms } from '@waymark/catalogue/demo/bookings';
import type { RoomName } from '@waymark/catalogue/demo/venues';
import { COHORT } from '@waymark/cohorts/demo/cohorts';
import { cohortDays, type Released } from '@waymark/cohorts/demo/days';
import { giveFacilitators } from '@waymark/identity/demo/roles';
import { ReleasesService } from '../api/releases/releases.service';
import { Planning } from './planning';

const SARAH = 'Sarah Okafor';
const AMARA = 'Amara Nwosu';
const SUNITA = 'Sunita Rao';
const RUTH = 'Ruth Calder';

/** Who leads what, in every cohort that meets for two days in one room. */
const LEADS: Record<string, string> = {
  'Opening: why place matters': SARAH,
  'Where we have got to': SARAH,
  'Mapping a system': SUNITA,
  'Leading without authority': AMARA,
  'Action learning': RUTH,
};

const plan = (place: Released, room: RoomName): Scenario => ({
  title: `Priya contracts a room for ${place}, carries every session into it and asks facilitators`,
  on: (today) => cohortDays(today)[place].planned,
  async play(demo) {
    const { id } = demo.the(COHORT, place);
    const { first, second } = cohortDays(demo.today)[place];
    const days = [first, second].map((on) => [room, on, '09:00', '16:00'] as const);
    await contractRooms(demo, await demo.as('Priya Nair'), { cohortId: id }, days);
    const planning = await Planning.of(demo, place);
    const led = planning.sessions.filter(({ title }) => title in LEADS);
    await planning.move(planning.sessions.filter((one) => !led.includes(one)).map((one) => [one, room]));
    for (const session of led) await planning.edit(session, { room, by: [LEADS[session.title]!] });
    await giveFacilitators(demo, id, [AMARA]);
  },
});

const release = (place: Released): Scenario => ({
  title: `Priya releases the schedule of ${place}`,
  on: (today) => cohortDays(today)[place].released,
  play: (demo) => releaseNow(demo, place),
});

async function releaseNow(demo: Demo, place: Released): Promise<void> {
  const priya = await demo.as('Priya Nair');
  const { id } = demo.the(COHORT, place);
  const { scheduleVersion } = await demo.service(ReleasesService).preview(priya, id);
  await demo.service(ReleasesService).release(priya, id, { scheduleVersion, note: 'First release' });
}

export const twoDayCohorts: readonly Scenario[] = [
  plan('Cambridgeshire', 'Stour room'),
  release('Cambridgeshire'),
  plan('Norfolk', 'Orwell hall'),
  release('Norfolk'),
  plan('Suffolk', 'Orwell hall'),
  release('Suffolk'),
];
