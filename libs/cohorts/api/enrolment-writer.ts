import { Injectable } from '@nestjs/common';
import { reachOf, reachValues, within } from '@waymark/shared/api/actor';
import { Malformed } from '@waymark/shared/api/problem.filter';
import type { Tx } from '@waymark/shared/api/tx';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import { found, Missing, must } from '@waymark/shared/kernel/refusal';
import { RolesService } from '@waymark/identity/api/roles.service';
import { placeRefusals } from '@waymark/cohorts/domain/enrolment-places';
import {
  isLive,
  type EnrolmentSource,
  type EnrolmentStatus,
  type PlaceType,
  type StatusWish,
} from '@waymark/cohorts/domain/enrolment-status';
import { ClashCounts } from '@waymark/schedule/api/schedule/clash-counts.service';
import type { LockedCohort } from './cohort-locks';
import { LIVE, nameOf } from './cohort-sql';
import { Enrolment, EnrolmentChange } from './enrolments/enrolment.entity';

export interface LockedEnrolment {
  id: string;
  providerId: string;
  cohortId: string;
  programmeId: string;
  personId: string;
  status: EnrolmentStatus;
  placeType: PlaceType;
  accessNeeds: string[];
  version: number;
  cohortStartsOn: LocalDate;
}

/** Where new enrolments come from. One person only, when they follow from another enrolment. */
interface Origin {
  source: EnrolmentSource;
  placeType: PlaceType;
  substitutedForId?: string;
  continuedFromId?: string;
  accessNeeds?: string[];
}

/** Takes and gives places inside the caller's transaction, which has locked the cohorts before the enrolments, so that two staff cannot wait for each other. */
@Injectable()
export class EnrolmentWriter {
  constructor(
    private readonly roles: RolesService,
    private readonly counts: ClashCounts,
  ) {}

  /** Enrolments locked; 404 unless all of them are the actor's to change, and in the cohort when one is named. */
  async lockEnrolments(tx: Tx, ids: readonly string[], cohortId: string | null = null): Promise<LockedEnrolment[]> {
    const wanted = [...new Set(ids)];
    const rows = await tx.query<LockedEnrolment>(LOCK_ENROLMENTS, [wanted, ...reachValues(reachOf(tx.actor, 'enrolments:edit')), cohortId]);
    if (rows.length < wanted.length) throw new Missing();
    return rows;
  }

  /** The cohort an enrolment is in, before anything is locked; 404 when it is not the actor's to change. */
  async cohortOf(tx: Tx, id: string): Promise<string> {
    const [row] = await tx.query<{ cohortId: string }>(
      `SELECT e.cohort_id AS "cohortId" FROM enrolment e WHERE e.id = $1 AND ${within('e.provider_id', 'e.cohort_id', 2)}`,
      [id, ...reachValues(reachOf(tx.actor, 'enrolments:edit'))],
    );
    return found(row).cohortId;
  }

  /** Puts people on a locked cohort, all or none. `at` is the field that named them. */
  async enrol(
    tx: Tx,
    cohort: LockedCohort,
    personIds: readonly string[],
    origin: Origin,
    at = '/personIds',
  ): Promise<{ id: string; personId: string }[]> {
    const people = await tx.query<Candidate>(PEOPLE, [personIds, cohort.providerId, cohort.programmeId, tx.clock.today()]);
    if (people.length < personIds.length) throw Malformed.at(at, 'Choose people known to your team');
    const [held] = await tx.query<{ held: number }>(
      `SELECT count(*)::int AS held FROM enrolment WHERE cohort_id = $1 AND status IN ${LIVE}`,
      [cohort.id],
    );
    must(
      placeRefusals({ ...cohort, held: held!.held }, people).map((refusal) => (refusal.pointer ? { ...refusal, pointer: at } : refusal)),
    );

    const made = people.map((person) => ({ id: newId(), personId: person.id, organisationId: person.organisationId }));
    const shared = { providerId: cohort.providerId, cohortId: cohort.id };
    await tx.rows.insert(
      Enrolment,
      made.map((row) => ({
        ...row,
        ...shared,
        programmeId: cohort.programmeId,
        placeType: origin.placeType,
        source: origin.source,
        status: 'confirmed' as const,
        statusReason: null,
        enrolledOn: tx.clock.today(),
        endedOn: null,
        substitutedForId: origin.substitutedForId ?? null,
        continuedFromId: origin.continuedFromId ?? null,
        accessNeeds: origin.accessNeeds ?? [],
        version: 1,
      })),
    );
    await this.keep(
      tx,
      made.map(({ id }) => ({ id, ...shared, from: null })),
      { to: 'confirmed', reasonCode: null, note: null },
    );
    const { source, placeType } = origin;
    await tx.recordAll(
      'enrolment.made',
      made.map(({ id, personId }) => ({ subjectId: id, facts: { personId, source, placeType }, ...shared })),
    );
    await this.roles.grantAll(
      tx,
      made.map(({ personId }) => personId),
      { role: 'participant', scopeKind: 'cohort', scopeId: cohort.id },
    );
    await this.counts.ask(tx, cohort.id);
    return made.map(({ id, personId }) => ({ id, personId }));
  }

  /** Gives locked enrolments a status that the rules allow. Who no longer holds a place leaves the groups and loses the role. */
  async move(tx: Tx, enrolments: readonly LockedEnrolment[], wish: StatusWish): Promise<void> {
    const ids = enrolments.map(({ id }) => id);
    const ends = isLive(wish.to) ? null : tx.clock.today();
    await tx.query(
      `UPDATE enrolment SET status = $2, status_reason = $3, ended_on = $4, version = version + 1 WHERE id = ANY ($1::uuid[])`,
      [ids, wish.to, wish.reasonCode, ends],
    );
    await this.keep(
      tx,
      enrolments.map(({ status, ...row }) => ({ ...row, from: status })),
      wish,
    );
    // Who completes keeps the role, and with it the agenda; who gives the place up does not.
    const leaves = ends !== null && wish.to !== 'completed' && wish.to !== 'not_completed';
    if (leaves)
      await tx.query(
        `UPDATE sub_group_member SET ends_on = greatest(starts_on, $2) WHERE enrolment_id = ANY ($1::uuid[]) AND ends_on IS NULL`,
        [ids, ends],
      );
    const { to, reasonCode } = wish;
    await tx.recordAll(
      'enrolment.statusChanged',
      enrolments.map(({ id, personId, providerId, cohortId, status }) => {
        return { subjectId: id, facts: { personId, from: status, to, reasonCode }, providerId, cohortId };
      }),
    );
    for (const { personId, cohortId } of leaves ? enrolments : [])
      await this.roles.end(tx, { personId, role: 'participant', scopeKind: 'cohort', scopeId: cohortId });
    for (const cohortId of new Set(enrolments.map((one) => one.cohortId))) await this.counts.ask(tx, cohortId);
  }

  private async keep(
    tx: Tx,
    rows: readonly { id: string; providerId: string; cohortId: string; from: EnrolmentStatus | null }[],
    wish: StatusWish,
  ): Promise<void> {
    await tx.rows.insert(
      EnrolmentChange,
      rows.map(({ id, providerId, cohortId, from }) => ({
        id: newId(),
        providerId,
        cohortId,
        enrolmentId: id,
        fromStatus: from,
        toStatus: wish.to,
        reasonCode: wish.reasonCode,
        note: wish.note,
        effectiveOn: tx.clock.today(),
        actorId: tx.actor.personId,
        at: tx.clock.now(),
      })),
    );
  }
}

interface Candidate {
  id: string;
  name: string;
  organisationId: string | null;
  liveOnProgramme: boolean;
}

const LOCK_ENROLMENTS = `
  SELECT e.id, e.provider_id AS "providerId", e.cohort_id AS "cohortId", e.programme_id AS "programmeId", e.person_id AS "personId", e.status,
         e.place_type AS "placeType", e.access_needs AS "accessNeeds", e.version, c.starts_on AS "cohortStartsOn"
    FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
   WHERE e.id = ANY ($1::uuid[]) AND ${within('e.provider_id', 'e.cohort_id', 2)} AND ($4::uuid IS NULL OR e.cohort_id = $4::uuid)
   ORDER BY e.id FOR NO KEY UPDATE OF e`;

/** Known to the provider, with the employer of today. */
const PEOPLE = `
  SELECT p.id, ${nameOf('p')} AS name,
         EXISTS (SELECT 1 FROM enrolment e WHERE e.programme_id = $3 AND e.person_id = p.id AND e.status IN ${LIVE}) AS "liveOnProgramme",
         (SELECT em.organisation_id FROM employment em
           WHERE em.person_id = p.id AND em.starts_on <= $4::date AND (em.ends_on IS NULL OR em.ends_on >= $4::date)
           ORDER BY em.starts_on DESC LIMIT 1) AS "organisationId"
    FROM person p WHERE p.id = ANY ($1::uuid[]) AND EXISTS (SELECT 1 FROM person_provider pp WHERE pp.person_id = p.id AND pp.provider_id = $2)
   ORDER BY p.id`;
