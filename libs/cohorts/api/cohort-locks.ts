import { reachOf, reachValues, within } from '@waymark/shared/api/actor';
import type { Tx } from '@waymark/shared/api/tx';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Permission } from '@waymark/shared/kernel/manifest';
import { found } from '@waymark/shared/kernel/refusal';
import type { Nation } from '@waymark/catalogue/domain/calendar';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';

/** The settings of a cohort, in the words of its contract. */
export interface CohortSettings {
  id: string;
  providerId: string;
  programmeId: string;
  blueprintId: string;
  stage: CohortStage;
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

/** The cohort locked against other changes; 404 unless the actor holds `permission` for it. Foreign keys to it are not kept waiting. */
export async function lockCohort(tx: Tx, id: string, permission: Permission): Promise<CohortSettings> {
  const [row] = await tx.query<CohortSettings>(LOCK, [id, ...reachValues(reachOf(tx.actor, permission))]);
  return found(row);
}

const LOCK = `
  SELECT c.id, c.provider_id AS "providerId", c.programme_id AS "programmeId", c.blueprint_id AS "blueprintId", c.stage, c.version, c.name, c.code,
         c.place, c.nation, c.venue_id AS "venueId", c.lead_id AS "leadId", c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.capacity,
         c.min_viable AS "minViable", c.go_decision_on AS "goDecisionOn"
    FROM cohort c WHERE c.id = $1 AND ${within('c.provider_id', 'c.id', 2)} FOR NO KEY UPDATE`;
