import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import { dayNumber } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing } from '@waymark/shared/kernel/refusal';
import { addWorkingDays } from '@waymark/catalogue/domain/calendar';
import { keepScope } from '@waymark/identity/api/scopes';
import { cohortCode, cohortName, freeCode, GO_DECISION } from '@waymark/cohorts/domain/cohort-plan';
import { CohortFollowers } from '../cohort-followers';
import { lockCohort, type LockedCohort } from '../cohort-locks';
import { CohortMakingQueries } from './cohort-making.queries';
import { CohortMakingService } from './cohort-making.service';
import { Cohort } from './cohort.entity';
import type { CohortView, CopyCohort } from './cohorts.contract';
import { landingOf } from './cohort-shifts.service';
import { CohortsQueries } from './cohorts.queries';
import { SubGroupsQueries } from '../sub-groups/sub-groups.queries';

/**
 * Another cohort with the groups and the plan of one that exists, as staff have arranged them, on other days. People stay behind, and whatever
 * else belongs to the days and the place of the first.
 */
@Injectable()
export class CohortCopiesService {
  constructor(
    private readonly db: Db,
    private readonly cohorts: CohortsQueries,
    private readonly queries: CohortMakingQueries,
    private readonly making: CohortMakingService,
    private readonly groups: SubGroupsQueries,
    private readonly followers: CohortFollowers,
  ) {}

  copy(actor: Actor, id: string, wish: CopyCohort): Promise<CohortView> {
    return this.db.tx(actor, async (tx) => {
      const from = await lockCohort(tx, id, 'cohorts:edit');
      // Who may edit one cohort only cannot make others.
      if (!reachOf(actor, 'cohorts:edit').providers.includes(from.providerId)) throw new Missing();
      const { holidays } = await this.queries.holidays(tx, from.nation);
      const by = dayNumber(wish.startsOn) - dayNumber(from.startsOn);
      const planned = (await this.followers.each('plannedDays', tx, id)).flat();
      const landing = landingOf([from.startsOn, ...planned.map(({ day }) => day), from.endsOn], by, wish.jumps);
      const startsOn = landing.get(from.startsOn)!;
      const made = newId();
      await this.insertCohort(tx, {
        id: made,
        from,
        wish,
        startsOn,
        endsOn: landing.get(from.endsOn)!,
        goDecisionOn: addWorkingDays(startsOn, -GO_DECISION, holidays),
      });
      const groupIds = await this.groups.copy(tx, id, made);
      const done = await this.followers.each('copied', tx, from, made, { landing, groupIds });
      await tx.record(
        'cohort.made',
        made,
        { copiedFrom: id, ...Object.assign({}, ...done) },
        { providerId: from.providerId, cohortId: made },
      );
      return this.cohorts.view(tx, actor, made);
    });
  }

  private async insertCohort(
    tx: Tx,
    {
      id,
      from,
      wish,
      ...dates
    }: { id: string; from: LockedCohort; wish: CopyCohort } & Pick<Cohort, 'startsOn' | 'endsOn' | 'goDecisionOn'>,
  ): Promise<void> {
    const programme = await this.queries.programme(tx, from.programmeId);
    const code = cohortCode({ programmeCode: programme.code, place: wish.place, startsOn: dates.startsOn });
    const { providerId, programmeId, blueprintId, nation, capacity, minViable, leadId } = from;
    const name = wish.name ?? cohortName({ programmeTitle: programme.title, place: wish.place, startsOn: dates.startsOn });
    await keepScope(tx, { kind: 'cohort', id, providerId, name });
    await tx.rows.insert(Cohort, {
      id,
      providerId,
      programmeId,
      blueprintId,
      nation,
      capacity,
      minViable,
      leadId,
      ...dates,
      code: freeCode(code, await this.queries.codesLike(tx, providerId, code)),
      name,
      place: wish.place,
      venueId: null,
      zone: 'Europe/London',
      stage: 'planning',
      version: 1,
    });
    await this.making.startHistory(tx, { id, providerId });
  }
}
