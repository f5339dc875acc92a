import { Injectable } from '@nestjs/common';
import { inOrder, type PartOf } from '@waymark/shared/api/in-order';
import type { Reader } from '@waymark/shared/api/reader';
import type { Tx } from '@waymark/shared/api/tx';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { Nation } from '@waymark/catalogue/domain/calendar';
import type { Landing } from '@waymark/catalogue/domain/shift';
import type { CohortDraft, FullTemplate } from '@waymark/cohorts/domain/cohort-draft';
import type { LockedCohort } from './cohort-locks';

/** Numbers of what was done, for the event that tells of the change: `{ sessions: 12 }`. */
export type Done = Record<string, number>;

type Settings = Pick<LockedCohort, 'startsOn' | 'endsOn' | 'nation' | 'venueId'>;

/** A day on which sessions are planned at venues of a nation; `null` where no venue is named, and so the cohort's own counts. */
export interface PlannedDay {
  day: LocalDate;
  nation: Nation | null;
  sessions: number;
}

/**
 * What happens to a cohort, for the domains above this one that keep something of it: its schedule, later its mentors or placements. Each part
 * is done in the transaction that changes the cohort, with the cohort locked; where it throws, nothing has happened. What may come a moment
 * later listens to the event instead (`jobs.on('cohort.made', …)`).
 */
export interface CohortHooks {
  /** Made from a blueprint, with groups in the order in which the draft counts them. */
  made(tx: Tx, cohort: { id: string; providerId: string }, draft: CohortDraft<FullTemplate>, groupIds: readonly string[]): Promise<void>;
  /** The days on which something is planned: each lands somewhere when the cohort is moved or copied. A day may be there several times. */
  plannedDays(read: Reader, cohortId: string): Promise<PlannedDay[]>;
  /** Why its plan may not be moved as a whole. */
  shiftRefusals(read: Reader, cohortId: string): Promise<Refusal[]>;
  /** Copied to another cohort, which is there with its groups: `groupIds` leads from each old one to its copy. */
  copied(tx: Tx, from: LockedCohort, to: string, moved: { landing: Landing; groupIds: ReadonlyMap<string, string> }): Promise<Done>;
  /** About to move with everything planned. */
  shifted(tx: Tx, cohort: LockedCohort, landing: Landing): Promise<Done>;
  /** Why it may not get these settings. */
  settingsRefusals(tx: Tx, cohort: LockedCohort, wish: Settings): Promise<Refusal[]>;
  settingsChanged(tx: Tx, before: LockedCohort, after: Settings): Promise<void>;
  /** Somebody came, left, changed groups or needs something else; or a group became one of another kind. */
  peopleChanged(tx: Tx, cohortId: string): Promise<void>;
  /** Why a group may not go. */
  groupRefusals(tx: Tx, groupId: string): Promise<Refusal[]>;
  /** Put off; its people keep their places. */
  postponed(tx: Tx, cohort: LockedCohort): Promise<void>;
  /** Cancelled; its people still have their places, so that they can be told. */
  cancelled(tx: Tx, cohort: LockedCohort): Promise<void>;
}

export interface CohortFollower extends Partial<CohortHooks>, PartOf {}

/** Who follows cohorts, in one order. A domain adds its part when it is constructed. */
@Injectable()
export class CohortFollowers {
  private followers: readonly CohortFollower[] = [];

  add(follower: CohortFollower): void {
    this.followers = inOrder([...this.followers, follower]);
  }

  /** Has each that has a part in it do it, one after the other. */
  async each<Hook extends keyof CohortHooks>(
    hook: Hook,
    ...given: Parameters<CohortHooks[Hook]>
  ): Promise<Awaited<ReturnType<CohortHooks[Hook]>>[]> {
    const answers: Awaited<ReturnType<CohortHooks[Hook]>>[] = [];
    for (const follower of this.followers) {
      const part = follower[hook] as ((...given: unknown[]) => Promise<never>) | undefined;
      if (part) answers.push(await part.apply(follower, given));
    }
    return answers;
  }
}
