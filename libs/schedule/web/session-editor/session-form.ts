import type { ScheduleSession } from '@waymark/schedule/domain/schedule';
import type { ScheduleData } from '../schedule-page/schedule-data';

/** One line of a session's agenda in the form; `startsAt` is a wall time, the API counts minutes from the session's start. */
export interface AgendaLine {
  title: string;
  kind: 'input' | 'exercise' | 'break' | 'meal';
  startsAt: string;
  duration: string;
  presenter: string;
}

export interface LeaderLine {
  facilitatorId: string;
  role: string;
  status: string;
}

/** The editor's form: every value as it stands in its box. */
export interface SessionForm {
  title: string;
  kind: string;
  purpose: string;
  date: string;
  startsAt: string;
  duration: string;
  mode: string;
  roomId: string;
  onlineUrl: string;
  layout: string;
  equipment: readonly string[];
  setUp: string;
  clearUp: string;
  mandatory: readonly string[];
  note: string;
  groupIds: readonly string[];
  leaders: readonly LeaderLine[];
  after: string;
  minGap: string;
  /** Links to further sessions, which the form keeps as they are. */
  otherAfter: readonly { sessionId: string; minGap: number }[];
  agenda: readonly AgendaLine[];
}

export interface SessionDetail extends ScheduleSession {
  purpose: string;
  note: string;
  onlineUrl: string | null;
  agenda: { title: string; kind: AgendaLine['kind']; offset: number; duration: number; presenter: string | null }[];
  wasReleased: boolean;
}

export function emptyForm({ cohort }: Pick<ScheduleData, 'cohort'>): SessionForm {
  return {
    title: '',
    kind: 'workshop',
    purpose: '',
    date: cohort.startsOn,
    startsAt: '09:30',
    duration: '60',
    mode: 'in_person',
    roomId: '',
    onlineUrl: '',
    layout: '',
    equipment: [],
    setUp: '0',
    clearUp: '0',
    mandatory: ['mandatory'],
    note: '',
    groupIds: [],
    leaders: [],
    after: '',
    minGap: '0',
    otherAfter: [],
    agenda: [],
  };
}

export function formOf(session: SessionDetail): SessionForm {
  const [first, ...others] = session.after;
  const start = session.startsAt === null ? 0 : minutes(session.startsAt);
  return {
    title: session.title,
    kind: session.kind,
    purpose: session.purpose,
    date: session.date ?? '',
    startsAt: session.startsAt ?? '',
    duration: String(session.duration),
    mode: session.mode,
    roomId: session.roomId ?? '',
    onlineUrl: session.onlineUrl ?? '',
    layout: session.layout ?? '',
    equipment: session.equipment,
    setUp: String(session.setUp),
    clearUp: String(session.clearUp),
    mandatory: session.mandatory ? ['mandatory'] : [],
    note: session.note,
    groupIds: session.groupIds,
    leaders: session.facilitators.map((one) => ({ ...one })),
    after: first?.sessionId ?? '',
    minGap: String(first?.minGap ?? 0),
    otherAfter: others,
    agenda: session.agenda.map(({ title, kind, offset, duration, presenter }) => ({
      title,
      kind,
      startsAt: time(start + offset),
      duration: String(duration),
      presenter: presenter ?? '',
    })),
  };
}

/** The form as the API takes it. What is no number is sent as nothing, for the API to say what is wrong. */
export function bodyOf(form: SessionForm) {
  const start = minutes(form.startsAt);
  const online = form.mode === 'online';
  return {
    title: form.title,
    kind: form.kind,
    purpose: form.purpose,
    date: form.date || null,
    startsAt: form.startsAt || null,
    duration: numberOf(form.duration),
    mode: form.mode,
    roomId: online ? null : form.roomId || null,
    onlineUrl: form.onlineUrl.trim() || null,
    layout: form.layout || null,
    equipment: [...form.equipment],
    setUp: numberOf(form.setUp),
    clearUp: numberOf(form.clearUp),
    mandatory: form.mandatory.length > 0,
    note: form.note,
    groupIds: [...form.groupIds],
    facilitators: form.leaders.filter(({ facilitatorId }) => facilitatorId !== '').map((one) => ({ ...one })),
    after: [...(form.after ? [{ sessionId: form.after, minGap: numberOf(form.minGap) }] : []), ...form.otherAfter],
    agenda: form.agenda.map(({ title, kind, startsAt, duration, presenter }) => ({
      title,
      kind,
      offset: startsAt === '' ? null : minutes(startsAt) - start,
      duration: numberOf(duration),
      presenter: presenter || null,
    })),
  };
}

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const time = (minute: number): string => `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const numberOf = (text: string): number | null => (/^\s*\d+\s*$/.test(text) ? Number(text) : null);
