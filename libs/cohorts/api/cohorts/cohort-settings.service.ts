import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { addDays } from '@waymark/shared/kernel/dates';
import { must } from '@waymark/shared/kernel/refusal';
import { isOver } from '@waymark/cohorts/domain/cohort-lifecycle';
import { settingsRefusals } from '@waymark/cohorts/domain/cohort-settings';
import { CohortFollowers } from '../cohort-followers';
import { keepScope } from '@waymark/identity/api/scopes';
import { lockCohort, type LockedCohort } from '../cohort-locks';
import { CohortMakingQueries } from './cohort-making.queries';
import { heldIn } from '../cohort-sql';
import { Cohort } from './cohort.entity';
import type { ChangeCohort, CohortView } from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';

@Injectable()
export class CohortSettingsService {
  constructor(
    private readonly db: Db,
    private readonly cohorts: CohortsQueries,
    private readonly making: CohortMakingQueries,
    private readonly followers: CohortFollowers,
  ) {}

  change(actor: Actor, id: string, { version, ...wish }: ChangeCohort): Promise<CohortView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, id, 'cohorts:edit');
      await mustBeCurrent(tx, cohort, version, settingsOf(cohort));
      await this.mustMakeSense(tx, cohort, wish);
      const held = await heldIn(tx, id);
      const others = isOver(cohort.stage) ? [] : (await this.followers.each('settingsRefusals', tx, cohort, wish)).flat();
      must(settingsRefusals({ stage: cohort.stage, held }, wish, others));
      await tx.rows.update(Cohort, { id }, { ...wish, version: version + 1 });
      await keepScope(tx, { kind: 'cohort', id, providerId: cohort.providerId, name: wish.name });
      await this.followers.each('settingsChanged', tx, cohort, wish);
      await tx.record('cohort.changed', id, changesOf(cohort, wish), { providerId: cohort.providerId, cohortId: id });
      return this.cohorts.view(tx, actor, id);
    });
  }

  /** What a schema cannot see about the fields together, and about what they name. */
  private async mustMakeSense(tx: Tx, cohort: LockedCohort, wish: Omit<ChangeCohort, 'version'>): Promise<void> {
    if (wish.endsOn < wish.startsOn) throw Malformed.at('/endsOn', 'The last day must be on or after the first day');
    if (wish.endsOn > addDays(wish.startsOn, 1500))
      throw Malformed.at('/endsOn', 'The last day must be within four years of the first day');
    if (wish.minViable > wish.capacity)
      throw Malformed.at('/minViable', 'The minimum number of people must be no more than the number of places');
    const known = await this.making.known(tx, cohort.providerId, wish);
    if (wish.venueId && !known.venue) throw Malformed.at('/venueId', 'Choose a venue');
    if (wish.leadId && !known.lead) throw Malformed.at('/leadId', 'Choose a person from the list');
  }
}

/** The settings in the words of the contract, for the page that finds them changed. */
export const settingsOf = ({
  id,
  providerId,
  programmeId,
  blueprintId,
  stage,
  toldAt,
  version,
  ...settings
}: LockedCohort): Record<string, unknown> => settings;

const changesOf = (before: LockedCohort, after: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name as keyof LockedCohort] !== value));
