import type { FacilitatorStatus } from '@waymark/schedule/domain/facilitator-status';
import type { ScheduleSession } from '@waymark/schedule/domain/schedule';
import type { Problem } from '@waymark/shared/ui/problem';

/** One line of a session's agenda in the form; `startsAt` is a wall time, the API counts minutes from the session's start. */
interface AgendaLine {
  title: string;
  kind: 'input' | 'exercise' | 'break' | 'meal';
  startsAt: string;
  duration: string;
  presenter: string;
}

interface FacilitatorLine {
  facilitatorId: string;
  role: string;
  status: FacilitatorStatus;
  reason: string;
}

/** A session as it is typed. */
export interface SessionDraft {
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
  facilitators: readonly FacilitatorLine[];
  after: string;
  minGap: string;
  /** Links to further sessions, which the form keeps as they are. */
  otherAfter: readonly { sessionId: string; minGap: number }[];
  agenda: readonly AgendaLine[];
}

export interface SessionDetail extends ScheduleSession {
  facilitators: (ScheduleSession['facilitators'][number] & { reason: string })[];
  purpose: string;
  note: string;
  onlineUrl: string | null;
  agenda: { title: string; kind: AgendaLine['kind']; offset: number; duration: number; presenter: string | null }[];
  wasReleased: boolean;
}

export function newDraft(date: string): SessionDraft {
  return {
    title: '',
    kind: 'workshop',
    purpose: '',
    date,
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
    facilitators: [],
    after: '',
    minGap: '0',
    otherAfter: [],
    agenda: [],
  };
}

export function draftOf(session: SessionDetail): SessionDraft {
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
    facilitators: session.facilitators,
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

/** The draft as the API takes it. What is no number is sent as nothing, for the API to say what is wrong. */
export function bodyOf(draft: SessionDraft) {
  const start = minutes(draft.startsAt);
  const online = draft.mode === 'online';
  return {
    title: draft.title,
    kind: draft.kind,
    purpose: draft.purpose,
    date: draft.date || null,
    startsAt: draft.startsAt || null,
    duration: numberOf(draft.duration),
    mode: draft.mode,
    roomId: online ? null : draft.roomId || null,
    onlineUrl: draft.onlineUrl.trim() || null,
    layout: draft.layout || null,
    equipment: [...draft.equipment],
    setUp: numberOf(draft.setUp),
    clearUp: numberOf(draft.clearUp),
    mandatory: draft.mandatory.length > 0,
    note: draft.note,
    groupIds: [...draft.groupIds],
    facilitators: draft.facilitators.filter(({ facilitatorId }) => facilitatorId !== '').map((one) => ({ ...one })),
    after: [...(draft.after ? [{ sessionId: draft.after, minGap: numberOf(draft.minGap) }] : []), ...draft.otherAfter],
    agenda: draft.agenda.map(({ title, kind, startsAt, duration, presenter }) => ({
      title,
      kind,
      offset: startsAt === '' ? null : minutes(startsAt) - start,
      duration: numberOf(duration),
      presenter: presenter || null,
    })),
  };
}

/** What the API says of offsets and of links, said of the times and the one link in the form. */
export function formProblem(problem: Problem | null): Problem | null {
  if (!problem?.errors) return problem;
  const errors = problem.errors.map((error) => {
    const pointer = error.pointer
      ?.replace(/^(\/agenda\/\d+)\/offset$/, '$1/startsAt')
      .replace(/^\/after\/0\/sessionId$/, '/after')
      .replace(/^\/after\/0\/minGap$/, '/minGap');
    return { ...error, ...(pointer === undefined ? {} : { pointer }) };
  });
  return { ...problem, errors };
}

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const time = (minute: number): string => `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const numberOf = (text: string): number | null => (/^\s*\d+\s*$/.test(text) ? Number(text) : null);
