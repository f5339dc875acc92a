import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Tx } from '@waymark/shared/api/tx';
import { booking, putCohort, putEnrolments, putFacilitatorRoles, putSessions, type CohortLine } from './cohort';
import type { DemoPerson } from './people';
import { put } from './put';

const BEFORE: Record<string, string[]> = {
  confirmed: ['planning'],
  in_delivery: ['planning', 'confirmed'],
  delivered: ['planning', 'confirmed', 'in_delivery'],
};

/** A cohort past planning: the same day twice, in a room that is contracted. What is delivered has its registers closed. */
export async function putRunning(
  tx: Tx,
  line: CohortLine,
  {
    room,
    days,
    people,
    status,
    facilitators,
  }: { room: string; days: LocalDate[]; people: DemoPerson[]; status: string; facilitators: Record<string, string> },
): Promise<string> {
  const cohortId = await putCohort(tx, line, [...BEFORE[line.stage]!, line.stage]);
  await putEnrolments(tx, line, cohortId, people, status);
  await put(
    tx,
    'room_booking',
    days.map((on) => booking(line, cohortId, room, line.name, on, '09:00', '16:00')),
  );
  const by = (name: string) => [facilitators[name]!];
  await putSessions(
    tx,
    line,
    cohortId,
    days.flatMap((on, i) => [
      {
        title: i === 0 ? 'Opening: why place matters' : 'Where we have got to',
        kind: 'plenary',
        on,
        from: '09:30',
        minutes: 60,
        room,
        by: by('Okafor'),
      },
      {
        title: i === 0 ? 'Mapping a system' : 'Leading without authority',
        kind: 'workshop',
        on,
        from: '10:45',
        minutes: 90,
        room,
        by: by(i === 0 ? 'Rao' : 'Nwosu'),
      },
      { title: 'Lunch', kind: 'break', on, from: '12:15', minutes: 60, room },
      { title: 'Action learning', kind: 'workshop', on, from: '13:15', minutes: 120, room, by: by('Calder') },
    ]),
    line.stage === 'delivered' ? 'register_closed' : 'draft',
  );
  await putFacilitatorRoles(
    tx,
    line,
    cohortId,
    ['Okafor', 'Rao', 'Nwosu', 'Calder'].map((name) => facilitators[name]!),
  );
  return cohortId;
}
