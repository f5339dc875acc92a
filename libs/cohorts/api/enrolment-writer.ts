import { Injectable } from '@nestjs/common';
import { reachOf } from '@waymark/shared/api/actor';
import { nameOf } from '@waymark/shared/api/name.sql';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import { found, Missing, must } from '@waymark/shared/kernel/refusal';
import { invitedToTakePart } from '@waymark/identity/api/invitation-followers';
import { RolesService } from '@waymark/identity/api/roles.service';
import { placeRefusals } from '@waymark/cohorts/domain/enrolment-places';
import {
  isLive,
  reasonWords,
  type EnrolmentSource,
  type EnrolmentStatus,
  type PlaceType,
  type StatusWish,
} from '@waymark/cohorts/domain/enrolment-status';
import { CohortFollowers } from './cohort-followers';
import type { LockedCohort } from './cohort-locks';
import { heldIn, LIVE } from './cohort-sql';
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
    private readonly followers: CohortFollowers,
  ) {}

  /** Enrolments locked; 404 unless all of them are the actor's to change, and in the cohort when one is named. */
  async lockEnrolments(tx: Tx, ids: readonly string[], cohortId: string | null = null): Promise<LockedEnrolment[]> {
    const wanted = [...new Set(ids)];
    const rows = await tx.query<LockedEnrolment>(
      sql`${ENROLMENTS}
           WHERE e.id = ANY (${wanted}::uuid[]) AND ${within(reachOf(tx.actor, 'enrolments:edit'), 'e.provider_id', 'e.cohort_id')}
             ${sql.when(cohortId, (id) => sql`AND e.cohort_id = ${id}`)}
           ORDER BY e.id FOR NO KEY UPDATE OF e`,
    );
    if (rows.length < wanted.length) throw new Missing();
    return rows;
  }

  /** Those of a locked cohort that have one of these statuses, locked too. */
  lockAllOf(tx: Tx, cohortId: string, statuses: readonly EnrolmentStatus[]): Promise<LockedEnrolment[]> {
    return tx.query(
      sql`${ENROLMENTS} WHERE e.cohort_id = ${cohortId} AND e.status = ANY (${statuses}::text[]) ORDER BY e.id FOR NO KEY UPDATE OF e`,
    );
  }

  /** The cohort an enrolment is in, before anything is locked; 404 when it is not the actor's to change. */
  async cohortOf(tx: Tx, id: string): Promise<string> {
    const [row] = await tx.query<{ cohortId: string }>(
      sql`SELECT e.cohort_id AS "cohortId" FROM enrolment e WHERE e.id = ${id} AND ${within(reachOf(tx.actor, 'enrolments:edit'), 'e.provider_id', 'e.cohort_id')}`,
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
    const people = await tx.query<Candidate>(candidatesOf(cohort, personIds, tx.clock.today()));
    if (people.length < personIds.length) throw Malformed.at(at, 'Choose people from the list');
    const held = await heldIn(tx, cohort.id);
    must(placeRefusals({ ...cohort, held }, people).map((refusal) => (refusal.pointer ? { ...refusal, pointer: at } : refusal)));

    const invited = cohort.toldAt === null ? await invitedToTakePart(tx, cohort.id, personIds) : personIds;
    const isTold = (personId: string) => invited.includes(personId);
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
        toldAt: isTold(row.personId) ? tx.clock.now() : null,
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
    for (const told of [true, false]) {
      const theirs = made.filter(({ personId }) => isTold(personId) === told).map(({ personId }) => personId);
      await this.roles.grantAll(tx, theirs, { role: 'participant', scopeKind: 'cohort', scopeId: cohort.id, told });
    }
    await this.followers.each('peopleChanged', tx, cohort.id);
    return made.map(({ id, personId }) => ({ id, personId }));
  }

  /** Gives locked enrolments a status that the rules allow. Who no longer holds a place leaves the groups and loses the role. */
  async move(tx: Tx, enrolments: readonly LockedEnrolment[], wish: StatusWish): Promise<void> {
    const ids = enrolments.map(({ id }) => id);
    const ends = isLive(wish.to) ? null : tx.clock.today();
    await tx.query(
      sql`UPDATE enrolment SET status = ${wish.to}, status_reason = ${wish.reasonCode}, ended_on = ${ends}, version = version + 1 WHERE id = ANY (${ids}::uuid[])`,
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
        sql`UPDATE sub_group_member SET ends_on = greatest(starts_on, ${ends}) WHERE enrolment_id = ANY (${ids}::uuid[]) AND ends_on IS NULL`,
      );
    const { to, reasonCode } = wish;
    await tx.recordAll(
      'enrolment.statusChanged',
      enrolments.map(({ id, personId, providerId, cohortId, status }) => {
        const reason = reasonCode === null ? {} : { reason: reasonWords(reasonCode) };
        return { subjectId: id, facts: { personId, from: status, to, reasonCode, ...reason }, providerId, cohortId };
      }),
    );
    for (const { personId, cohortId } of leaves ? enrolments : [])
      await this.roles.end(tx, { personId, role: 'participant', scopeKind: 'cohort', scopeId: cohortId });
    for (const cohortId of new Set(enrolments.map((one) => one.cohortId))) await this.followers.each('peopleChanged', tx, cohortId);
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

const ENROLMENTS = sql`
  SELECT e.id, e.provider_id AS "providerId", e.cohort_id AS "cohortId", e.programme_id AS "programmeId", e.person_id AS "personId", e.status,
         e.place_type AS "placeType", e.access_needs AS "accessNeeds", e.version, c.starts_on AS "cohortStartsOn"
    FROM enrolment e JOIN cohort c ON c.id = e.cohort_id`;

/** Known to the provider, with the employer of today. */
const candidatesOf = ({ id, providerId, programmeId }: LockedCohort, personIds: readonly string[], today: LocalDate): Sql => sql`
  SELECT p.id, ${nameOf('p')} AS name,
         EXISTS (SELECT 1 FROM enrolment e WHERE e.programme_id = ${programmeId} AND e.person_id = p.id AND e.status IN ${LIVE})
           OR p.id IN (SELECT waymark_placed_unseen(${id})) AS "liveOnProgramme",
         (SELECT em.organisation_id FROM employment em
           WHERE em.person_id = p.id AND em.starts_on <= ${today}::date AND (em.ends_on IS NULL OR em.ends_on >= ${today}::date)
           ORDER BY em.starts_on DESC LIMIT 1) AS "organisationId"
    FROM person p WHERE p.id = ANY (${personIds}::uuid[]) AND EXISTS (SELECT 1 FROM person_provider pp WHERE pp.person_id = p.id AND pp.provider_id = ${providerId})
   ORDER BY p.id`;
