import { Made, type Scenario } from '@waymark/shared/api/demo';
import { addDays } from '@waymark/shared/kernel/dates';
import { PERSON, PROVIDER } from '@waymark/people/demo/made';
import { FACILITATORS, nameOf } from '@waymark/people/demo/people';
import { FacilitatorsService } from '../api/facilitators/facilitators.service';

/** By their first and last name. */
export const FACILITATOR = new Made<string>('facilitator');

export const addFacilitators: Scenario = {
  title: 'Priya makes five people facilitators',
  on: (today) => addDays(today, -407),
  async play(demo) {
    const priya = await demo.as('Priya Nair');
    const providerId = demo.the(PROVIDER, 'Eastern Talent Partnership');
    for (const name of FACILITATORS.map(nameOf)) {
      const wish = { providerId, personId: demo.the(PERSON, name), skills: [], note: '' };
      const { id } = await demo.service(FacilitatorsService).add(priya, wish);
      demo.keep(FACILITATOR, name, id);
    }
  },
};
