import { reachOf, SYSTEM, type Reach } from '@waymark/shared/api/actor';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Reader } from '@waymark/shared/api/reader';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Permission } from '@waymark/shared/kernel/manifest';
import { Missing, found } from '@waymark/shared/kernel/refusal';
import type { Nation } from '@waymark/catalogue/domain/calendar';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';

/** A cohort that one transaction alone may change: itself, its people, its schedule and whatever else hangs on it. */
export interface LockedCohort {
  id: string;
  providerId: string;
  programmeId: string;
  blueprintId: string;
  stage: CohortStage;
  /** When its schedule was first released. */
  toldAt: Date | null;
  version: number;
  name: string;
  code: string;
  place: string;
  nation: Nation;
  venueId: string | null;
  leadId: string | null;
  startsOn: LocalDate;
  endsOn: LocalDate;
  capacity: number;
  minViable: number;
  goDecisionOn: LocalDate | null;
}

/** The cohort locked against other changes; 404 unless the actor holds `permission` for it. */
export async function lockCohort(tx: Tx, id: string, permission: Permission): Promise<LockedCohort> {
  return (await lockCohorts(tx, [id], permission)).get(id)!;
}

/** Several, in the order of their ids, so that two who want the same never wait for each other; 404 unless the actor may have them all. */
export async function lockCohorts(tx: Tx, ids: readonly string[], permission: Permission): Promise<Map<string, LockedCohort>> {
  return lockWithin(tx, ids, reachOf(tx.actor, permission));
}

/** A cohort that the caller has found for somebody by another way than a role: by their own place on it, or for a job. */
export async function lockKnownCohort(tx: Tx, id: string): Promise<LockedCohort> {
  return (await lockWithin(tx, [id], SYSTEM.scope)).get(id)!;
}

async function lockWithin(tx: Tx, ids: readonly string[], reach: Reach): Promise<Map<string, LockedCohort>> {
  const wanted = [...new Set(ids)];
  const rows = await tx.query<LockedCohort>(lockOf(wanted, reach));
  if (rows.length < wanted.length) throw new Missing();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The cohort as it is, to look at what would become of it; 404 when it is not within reach. */
export async function cohortWithin(read: Reader, id: string, reach: Reach): Promise<LockedCohort> {
  return found((await read.query<LockedCohort>(cohortsOf([id], reach)))[0]);
}

const cohortsOf = (ids: readonly string[], reach: Reach): Sql => sql`
  SELECT c.id, c.provider_id AS "providerId", c.programme_id AS "programmeId", c.blueprint_id AS "blueprintId", c.stage, c.told_at AS "toldAt", c.version, c.name, c.code,
         c.place, c.nation, c.venue_id AS "venueId", c.lead_id AS "leadId", c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.capacity,
         c.min_viable AS "minViable", c.go_decision_on AS "goDecisionOn"
    FROM cohort c WHERE c.id = ANY (${ids}::uuid[]) AND ${within(reach, 'c.provider_id', 'c.id')}`;

/**
 * `NO KEY`: these locks keep each other out, but not the foreign keys of a row that somebody else is writing, which would wait in a circle.
 * Locked before enrolments and everything else of a cohort.
 */
const lockOf = (ids: readonly string[], reach: Reach): Sql => sql`${cohortsOf(ids, reach)} ORDER BY c.id FOR NO KEY UPDATE`;
