import type { Demo, Scenario } from '@waymark/shared/api/demo';
import { addDays } from '@waymark/shared/kernel/dates';
import type { CohortStage } from '../domain/cohort-lifecycle';
import { CohortStagesService } from '../api/cohorts/cohort-stages.service';
import { CohortsQueries } from '../api/cohorts/cohorts.queries';
import { EnrolmentsService } from '../api/enrolments/enrolments.service';
import { COHORT } from './cohorts';
import { cohortDays, type Place, type Released } from './days';

async function bring(demo: Demo, place: Place, to: CohortStage): Promise<void> {
  const priya = await demo.as('Priya Nair');
  const { id } = demo.the(COHORT, place);
  const { version } = await demo.service(CohortsQueries).one(priya, id);
  await demo.service(CohortStagesService).change(priya, id, { to, version });
}

const confirm = (place: Released): Scenario => ({
  title: `${place} is confirmed`,
  on: (today) => cohortDays(today)[place].confirmed,
  play: (demo) => bring(demo, place, 'confirmed'),
});

const begin = (place: Released): Scenario => ({
  title: `${place} begins`,
  on: (today) => cohortDays(today)[place].first,
  play: (demo) => bring(demo, place, 'in_delivery'),
});

const finish: Scenario = {
  title: 'Everybody in Cambridgeshire has completed',
  on: (today) => addDays(cohortDays(today).Cambridgeshire.second, 1),
  async play(demo) {
    await bring(demo, 'Cambridgeshire', 'delivered');
    const { id, enrolments } = demo.the(COHORT, 'Cambridgeshire');
    const ids = [...enrolments.values()];
    await demo.service(EnrolmentsService).setStatuses(await demo.as('Priya Nair'), id, { ids, to: 'completed' });
  },
};

export const stages: readonly Scenario[] = [
  ...(['Cambridgeshire', 'Norfolk', 'Suffolk'] as const).map(confirm),
  ...(['Cambridgeshire', 'Norfolk'] as const).map(begin),
  finish,
];
