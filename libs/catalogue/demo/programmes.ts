import { Made, type Demo, type Scenario } from '@waymark/shared/api/demo';
import { addDays } from '@waymark/shared/kernel/dates';
import { PROVIDER } from '@waymark/people/demo/made';
import { BlueprintsService } from '../api/programmes/blueprints.service';
import { ProgrammesService } from '../api/programmes/programmes.service';
import { dayByDay, templatesOf, TOP_TALENT } from './plans';

interface ProgrammeMade {
  id: string;
  /** Its published blueprints by their number, from 1. */
  blueprintIds: string[];
}

export const PROGRAMME = new Made<ProgrammeMade, 'Top Talent' | 'Place-based Leadership' | 'Empowering Women'>('programme');

type Plans = readonly (typeof TOP_TALENT)[];

/** A programme with a published version of its blueprint for each plan. */
async function addProgramme(
  demo: Demo,
  by: string,
  providerId: string,
  [code, title, summary]: readonly [string, string, string],
  plans: Plans,
): Promise<ProgrammeMade> {
  const actor = await demo.as(by);
  const blueprints = demo.service(BlueprintsService);
  const { id } = await demo.service(ProgrammesService).add(actor, { providerId, code, title, summary });
  const blueprintIds: string[] = [];
  for (const plan of plans) {
    const draft = await blueprints.start(actor, id);
    const wish = { version: draft.version, capacity: 26, minViable: 16, templates: templatesOf(plan) };
    const { version } = await blueprints.edit(actor, draft.id, wish);
    await blueprints.publish(actor, draft.id, version);
    blueprintIds.push(draft.id);
  }
  return { id, blueprintIds };
}

const without = (...titles: string[]) => TOP_TALENT.filter(({ title }) => !titles.includes(title));

export const addProgrammes: Scenario = {
  title: 'Priya describes three programmes, and how each has been run over the years',
  on: (today) => addDays(today, -410),
  async play(demo) {
    const east = demo.the(PROVIDER, 'Eastern Talent Partnership');
    const topTalent = [
      'TT',
      'Top Talent',
      'Two days for people who will lead local public services next, and a year of support around them.',
    ] as const;
    const leadership = ['PBL', 'Place-based Leadership', 'Leading across organisations in one place.'] as const;
    const empowering = ['EW', 'Empowering Women', 'For women who lead or will lead in local public services.'] as const;
    const add = (programme: readonly [string, string, string], plans: Plans) => addProgramme(demo, 'Priya Nair', east, programme, plans);
    const fuller = [without('Skills gap clinic', 'Secondment fair'), without('Skills gap clinic'), TOP_TALENT];
    demo.keep(PROGRAMME, 'Top Talent', await add(topTalent, fuller));
    demo.keep(PROGRAMME, 'Place-based Leadership', await add(leadership, [dayByDay(1), dayByDay(28)]));
    demo.keep(PROGRAMME, 'Empowering Women', await add(empowering, [dayByDay(1)]));
  },
};

export const addFirstProgramme: Scenario = {
  title: 'Jo describes the one programme that her partnership begins with',
  on: (today) => addDays(today, -409),
  async play(demo) {
    const north = demo.the(PROVIDER, 'Northern Skills Alliance');
    const summary = 'Two days for people who will lead local public services next.';
    await addProgramme(demo, 'Jo Newstart', north, ['TT', 'Top Talent', summary], [TOP_TALENT]);
  },
};
