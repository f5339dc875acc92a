import type { SummaryRow } from '@waymark/shared/ui/summary-list/summary-list';
import { equipmentWords } from '@waymark/catalogue/domain/equipment';
import { ROOM_LAYOUTS, type RoomLayout } from '@waymark/catalogue/domain/layouts';
import { isExpectedToLead } from '@waymark/schedule/domain/facilitator-status';

import { SESSION_MODES, sessionKind } from '@waymark/catalogue/domain/session-kinds';
import { longDate } from '@waymark/shared/kernel/dates';
import { many } from '@waymark/shared/kernel/words';
import type { ScheduleData } from '../schedule-page/schedule-data';
import { minutesOf, timeAt } from '../schedule-page/schedule-board-data';
import type { SessionDetail } from './session-draft';

/** More names than this are no longer read. */
const NAMED = 40;

/** A session in words, for those who read it without editing it. Rows that say nothing are left out. */
export function summaryOf(session: SessionDetail, data: ScheduleData): SummaryRow[] {
  const room = data.rooms.find(({ id }) => id === session.roomId);
  const groups = data.groups.filter(({ id }) => session.groupIds.includes(id)).map(({ name }) => name);
  const before = session.after.map(({ sessionId }) => data.sessions.find(({ id }) => id === sessionId)?.title);
  return [
    { key: 'When', value: whenOf(session) },
    { key: 'Where', value: session.mode === 'online' ? 'Online' : room ? `${room.name}, ${room.venueName}` : 'No room yet' },
    { key: 'How people take part', value: session.mode === 'hybrid' ? sentence(SESSION_MODES.hybrid) : '' },
    { key: 'Meeting link', value: session.mode === 'in_person' ? '' : (session.onlineUrl ?? '') },
    { key: 'Facilitators', value: leadersOf(session, data) || 'None yet' },
    { key: 'Purpose', value: session.purpose },
    { key: 'For', value: groups.join(', ') || 'Everyone' },
    { key: 'People', value: peopleOf(session, data) },
    { key: 'Kind', value: sentence(sessionKind(session.kind).word) },
    { key: 'Attendance', value: session.mandatory ? 'Everyone must attend' : 'Optional' },
    { key: 'Comes after', value: before.filter(Boolean).join(', ') },
    { key: 'Layout', value: session.layout ? ROOM_LAYOUTS[session.layout as RoomLayout] : '' },
    { key: 'Equipment', value: equipmentWords(session.equipment) },
    ...agendaOf(session).map((value, at) => ({ key: `Agenda item ${at + 1}`, value })),
    { key: 'Note for staff', value: session.note },
  ].filter(({ value }) => value !== '');
}

function whenOf({ date, startsAt, duration }: SessionDetail): string {
  if (date === null || startsAt === null) return `Not on the schedule yet, ${many(duration, 'minute', 'minutes')}`;
  return `${longDate(date, { withWeekday: true })}, ${startsAt} to ${timeAfter(startsAt, duration)}`;
}

/** "Amara Nwosu; Sunita Rao (supports, proposed)": whoever leads and has agreed needs no more words. */
function leadersOf({ facilitators }: SessionDetail, data: ScheduleData): string {
  return facilitators
    .filter(({ status }) => isExpectedToLead(status))
    .map(({ facilitatorId, role, status }) => {
      const name = data.facilitators.find(({ id }) => id === facilitatorId)?.name ?? 'Someone';
      const more = [role === 'support' ? 'supports' : '', status === 'confirmed' ? '' : status].filter(Boolean).join(', ');
      return more ? `${name} (${more})` : name;
    })
    .join('; ');
}

/** Nothing for readers who may not know the people of the cohort. */
function peopleOf({ groupIds }: SessionDetail, { people }: ScheduleData): string {
  const theirs = people.filter((one) => groupIds.length === 0 || one.groupIds.some((id) => groupIds.includes(id)));
  if (theirs.length === 0) return '';
  const count = many(theirs.length, 'person', 'people');
  return theirs.length > NAMED ? count : `${count}: ${theirs.map(({ name }) => name).join(', ')}`;
}

const agendaOf = ({ agenda, startsAt }: SessionDetail): string[] =>
  agenda.map(({ title, offset, duration, presenter }) =>
    [
      startsAt === null ? title : `${timeAfter(startsAt, offset)} ${title}`,
      many(duration, 'minute', 'minutes'),
      ...(presenter ? [presenter] : []),
    ].join(', '),
  );

const timeAfter = (startsAt: string, minutes: number): string => timeAt((minutesOf(startsAt) + minutes) % (24 * 60));
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
