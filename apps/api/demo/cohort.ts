import { keepScope } from '@waymark/identity/api/scopes';
import { newId } from '@waymark/shared/kernel/ids';
import { addDays, dayNumber, type LocalDate } from '@waymark/shared/kernel/dates';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import type { Tx } from '@waymark/shared/api/tx';
import type { Programme, Venue } from './catalogue';
import type { DemoPerson } from './people';
import { purposeOf } from './purposes';
import { put } from './put';

export interface CohortLine {
  providerId: string;
  programme: Programme;
  venue: Venue | null;
  code: string;
  name: string;
  place: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  capacity: number;
  minViable: number;
  stage: string;
  leadId: string;
}

export async function putCohort(tx: Tx, line: CohortLine, history: string[] = [line.stage]): Promise<string> {
  const id = newId();
  await keepScope(tx, { kind: 'cohort', id, providerId: line.providerId, name: line.name });
  await put(tx, 'cohort', [
    {
      id,
      provider_id: line.providerId,
      programme_id: line.programme.id,
      blueprint_id: line.programme.blueprintId,
      code: line.code,
      name: line.name,
      place: line.place,
      nation: 'ENG',
      venue_id: line.venue?.id ?? null,
      lead_id: line.leadId,
      starts_on: line.startsOn,
      ends_on: line.endsOn,
      capacity: line.capacity,
      min_viable: line.minViable,
      go_decision_on: addDays(line.startsOn, -42),
      zone: 'Europe/London',
      stage: line.stage,
      schedule_version: 1,
      version: 1,
    },
  ]);
  await put(
    tx,
    'cohort_stage_change',
    history.map((stage, i) => ({
      id: newId(),
      provider_id: line.providerId,
      cohort_id: id,
      from_stage: history[i - 1] ?? null,
      to_stage: stage,
      actor_id: line.leadId,
      at: tx.clock.now().toISOString(),
    })),
  );
  // What shows in the cohort's activity.
  const as = tx.as({ ...tx.actor, personId: line.leadId });
  await as.record('cohort.made', id, { blueprintId: line.programme.blueprintId }, { providerId: line.providerId, cohortId: id });
  return id;
}

/** People on a cohort, each with the role that lets them see their agenda. Answers the enrolment of each person. */
export async function putEnrolments(
  tx: Tx,
  line: CohortLine,
  cohortId: string,
  people: DemoPerson[],
  status: string,
  needs: Record<string, string[]> = {},
): Promise<Map<string, string>> {
  const now = tx.clock.now().toISOString();
  const enrolledOn = addDays(line.startsOn, -60) < tx.clock.today() ? addDays(line.startsOn, -60) : tx.clock.today();
  const rows = people.map((person) => ({
    id: newId(),
    provider_id: line.providerId,
    cohort_id: cohortId,
    programme_id: line.programme.id,
    person_id: person.id,
    organisation_id: person.organisationId,
    place_type: 'employer_funded',
    source: 'direct',
    status,
    enrolled_on: enrolledOn,
    access_needs: needs[person.familyName] ?? [],
    version: 1,
  }));
  await put(tx, 'enrolment', rows);
  await put(
    tx,
    'enrolment_change',
    rows.map((row) => ({
      id: newId(),
      provider_id: line.providerId,
      cohort_id: cohortId,
      enrolment_id: row.id,
      to_status: status,
      effective_on: row.enrolled_on,
      actor_id: line.leadId,
      at: now,
    })),
  );
  await put(
    tx,
    'role_assignment',
    people.map((person) => ({
      id: newId(),
      person_id: person.id,
      role: 'participant',
      scope_kind: 'cohort',
      scope_id: cohortId,
      granted_by: line.leadId,
      granted_at: now,
    })),
  );
  return new Map(people.map((person, i) => [person.id, rows[i]!.id]));
}

export async function putGroup(
  tx: Tx,
  line: CohortLine,
  cohortId: string,
  position: number,
  name: string,
  kind: string,
  enrolmentIds: string[],
): Promise<string> {
  const id = newId();
  await put(tx, 'sub_group', [{ id, provider_id: line.providerId, cohort_id: cohortId, name, kind, position, version: 1 }]);
  await put(
    tx,
    'sub_group_member',
    enrolmentIds.map((enrolment_id) => ({
      sub_group_id: id,
      enrolment_id,
      provider_id: line.providerId,
      cohort_id: cohortId,
      starts_on: tx.clock.today() < line.startsOn ? tx.clock.today() : line.startsOn,
    })),
  );
  return id;
}

export interface SessionLine {
  title: string;
  kind: string;
  /** Null waits in the tray. */
  on: LocalDate | null;
  from?: string;
  minutes: number;
  room?: string;
  online?: boolean;
  groups?: string[];
  by?: string[];
  mandatory?: boolean;
  layout?: string;
}

export async function putSessions(tx: Tx, line: CohortLine, cohortId: string, sessions: SessionLine[], status: string): Promise<string[]> {
  const rows = sessions.map((session, i) => {
    const id = newId();
    const start = session.on === null ? null : wallMinute(session.on, session.from!);
    return {
      id,
      provider_id: line.providerId,
      cohort_id: cohortId,
      title: session.title,
      kind: session.kind,
      purpose: purposeOf(session.title),
      starts_at: start === null ? null : fromWall(start).toISOString(),
      ends_at: start === null ? null : fromWall(start + session.minutes).toISOString(),
      duration: session.minutes,
      zone: 'Europe/London',
      mandatory: session.mandatory ?? session.kind !== 'break',
      mode: session.online ? 'online' : 'in_person',
      room_id: session.room ?? null,
      layout: session.layout ?? null,
      equipment: [],
      set_up: 0,
      clear_up: 0,
      note: '',
      status,
      position: i + 1,
      ics_uid: `${id}@waymark`,
      ics_sequence: 0,
      version: 1,
    };
  });
  await put(tx, 'session', rows);
  const of = { provider_id: line.providerId, cohort_id: cohortId };
  await put(
    tx,
    'session_group',
    sessions.flatMap((session, i) => (session.groups ?? []).map((sub_group_id) => ({ session_id: rows[i]!.id, sub_group_id, ...of }))),
  );
  await put(
    tx,
    'session_facilitator',
    sessions.flatMap((session, i) =>
      (session.by ?? []).map((facilitator_id) => ({ session_id: rows[i]!.id, facilitator_id, ...of, role: 'lead', status: 'confirmed' })),
    ),
  );
  return rows.map(({ id }) => id);
}

/** Who leads sessions of a cohort sees them. */
export async function putFacilitatorRoles(tx: Tx, line: CohortLine, cohortId: string, facilitatorIds: string[]): Promise<void> {
  const people = await tx.query<{ person_id: string }>('SELECT person_id FROM facilitator WHERE id = ANY($1::uuid[])', [facilitatorIds]);
  const granted_at = tx.clock.now().toISOString();
  await put(
    tx,
    'role_assignment',
    people.map(({ person_id }) => ({
      id: newId(),
      person_id,
      role: 'facilitator',
      scope_kind: 'cohort',
      scope_id: cohortId,
      granted_by: line.leadId,
      granted_at,
    })),
  );
}

/** A booking of one room for part of a day. `cohortId` null is somebody else's. */
export const booking = (
  line: CohortLine,
  cohortId: string | null,
  room: string,
  holder: string,
  on: LocalDate,
  from: string,
  to: string,
) => ({
  id: newId(),
  provider_id: line.providerId,
  room_id: room,
  cohort_id: cohortId,
  holder,
  starts_at: fromWall(wallMinute(on, from)).toISOString(),
  ends_at: fromWall(wallMinute(on, to)).toISOString(),
  set_up: 0,
  clear_up: 0,
  status: 'contracted',
  version: 1,
});

/** The nearest Monday on or after a day. */
export const mondayFrom = (day: LocalDate): LocalDate => addDays(day, (4 - (((dayNumber(day) % 7) + 7) % 7) + 7) % 7);
