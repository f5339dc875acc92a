import { equipmentWords } from '@waymark/catalogue/domain/equipment';
import { ROOM_LAYOUTS, type RoomLayout } from '@waymark/catalogue/domain/layouts';
import { SESSION_MODES, sessionKind } from '@waymark/catalogue/domain/session-kinds';
import type { SessionModeCode } from '@waymark/schedule/domain/schedule';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import type { ScheduleData } from '../schedule-page/schedule-data';
import type { SessionDraft } from './session-draft';

export const SESSION_LABELS: Partial<Record<keyof SessionDraft, string>> = {
  title: 'Title',
  kind: 'Kind',
  purpose: 'Purpose',
  date: 'Date and time',
  duration: 'Length in minutes',
  mode: 'How people take part',
  roomId: 'Room',
  onlineUrl: 'Meeting link',
  layout: 'Layout',
  equipment: 'Equipment',
  setUp: 'Minutes to set up',
  clearUp: 'Minutes to clear up',
  mandatory: 'Attendance',
  note: 'Note for staff',
  groupIds: 'Groups',
  facilitators: 'Facilitators',
  after: 'Comes after',
  agenda: 'Agenda',
};

/** A field of a session as people read it, where two have changed the same. */
export function sessionWords(field: keyof SessionDraft, draft: SessionDraft, data: ScheduleData): string {
  switch (field) {
    case 'kind':
      return sentence(sessionKind(draft.kind).word);
    case 'date':
      return draft.date === '' ? 'Not on the schedule' : `${dayOf(draft.date)}, ${draft.startsAt}`;
    case 'mode':
      return sentence(SESSION_MODES[draft.mode as SessionModeCode]);
    case 'roomId':
      return data.rooms.find(({ id }) => id === draft.roomId)?.name ?? 'No room';
    case 'layout':
      return draft.layout === '' ? 'Any layout' : sentence(ROOM_LAYOUTS[draft.layout as RoomLayout]);
    case 'equipment':
      return equipmentWords(draft.equipment) || 'None';
    case 'mandatory':
      return draft.mandatory.length > 0 ? 'Everyone must attend' : 'Optional';
    case 'groupIds':
      return (
        data.groups
          .filter(({ id }) => draft.groupIds.includes(id))
          .map(({ name }) => name)
          .join(', ') || 'Everyone'
      );
    case 'facilitators':
      return draft.facilitators.map((one) => facilitatorWords(one, data)).join('; ') || 'None';
    case 'after':
      return data.sessions.find(({ id }) => id === draft.after)?.title ?? 'No other session';
    case 'agenda':
      return draft.agenda.map(({ startsAt, title, duration }) => `${startsAt} ${title}, ${duration} min`).join('; ') || 'Empty';
    default:
      return String(draft[field]);
  }
}

function facilitatorWords({ facilitatorId, role, status, reason }: SessionDraft['facilitators'][number], data: ScheduleData): string {
  const name = data.facilitators.find(({ id }) => id === facilitatorId)?.name ?? 'Someone';
  return `${name} (${role === 'support' ? 'supports' : 'leads'}, ${status.replace('_', ' ')}${reason ? `: ${reason}` : ''})`;
}

/** A day that is half typed is shown as it stands. */
const dayOf = (date: string): string => (/^\d{4}-\d\d-\d\d$/.test(date) ? longDate(date as LocalDate, { withWeekday: true }) : date);

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
