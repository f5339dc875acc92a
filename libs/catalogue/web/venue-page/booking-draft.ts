import type { components } from '@waymark/shared/client/schema';
import { addDays, dayNumber, type LocalDate } from '@waymark/shared/kernel/dates';
import type { Problem } from '@waymark/shared/ui/problem';

export type BookingView = components['schemas']['RoomBookingView'];
type BookRooms = components['schemas']['BookRooms'];
type EditBooking = Omit<components['schemas']['EditRoomBooking'], 'version'>;

/** A booking as it stands in the form. A new one is for any number of rooms and for every day from first to last; one that is edited is one room and one span. */
export interface BookingDraft {
  who: 'cohort' | 'other';
  cohortId: string;
  cohortName: string;
  holder: string;
  /** Of new bookings. */
  roomIds: readonly string[];
  /** Of a booking that is edited. */
  roomId: string;
  startsOn: string;
  startsAt: string;
  endsOn: string;
  endsAt: string;
  setUp: number;
  clearUp: number;
  status: 'enquiry' | 'held' | 'contracted';
  holdExpiresOn: string;
  /** In pounds, as typed. */
  costPence: string;
}

export const newDraft = (day: string, roomIds: readonly string[]): BookingDraft => ({
  who: 'cohort',
  cohortId: '',
  cohortName: '',
  holder: '',
  roomIds,
  roomId: '',
  startsOn: day,
  startsAt: '09:00',
  endsOn: day,
  endsAt: '17:00',
  setUp: 0,
  clearUp: 0,
  status: 'held',
  holdExpiresOn: '',
  costPence: '',
});

export const draftOf = (view: BookingView): BookingDraft => ({
  ...newDraft(view.startsOn, []),
  roomId: view.roomId,
  who: view.cohortId === null ? 'other' : 'cohort',
  cohortId: view.cohortId ?? '',
  cohortName: view.cohortName ?? '',
  holder: view.cohortId === null ? view.holder : '',
  startsAt: view.startsAt,
  endsOn: view.endsOn,
  endsAt: view.endsAt,
  setUp: view.setUp,
  clearUp: view.clearUp,
  holdExpiresOn: view.holdExpiresOn ?? '',
  costPence: poundsOf(view.costPence),
});

export function batchOf(draft: BookingDraft): BookRooms {
  const { startsAt, endsAt, setUp, clearUp, status } = draft;
  return {
    ...whoOf(draft),
    status,
    holdExpiresOn: status === 'held' ? draft.holdExpiresOn || null : null,
    setUp,
    clearUp,
    costPence: penceOf(draft.costPence),
    add: draft.roomIds.flatMap((roomId) => daysOf(draft).map((day) => ({ roomId, ...day, startsAt, endsAt }))),
    change: [],
  };
}

export function editOf(draft: BookingDraft): EditBooking {
  const { startsOn, startsAt, endsOn, endsAt, setUp, clearUp } = draft;
  return {
    roomId: draft.roomId,
    ...whoOf(draft),
    ...{ startsOn, startsAt, endsOn, endsAt, setUp, clearUp },
    holdExpiresOn: draft.holdExpiresOn || null,
    costPence: penceOf(draft.costPence),
  };
}

/** What the API says of each booking of a batch, said of the form's own fields, and once where it is the same for all. */
export function formProblem(problem: Problem | null): Problem | null {
  if (!problem?.errors) return problem;
  const said = new Map<string, NonNullable<Problem['errors']>[number]>();
  for (const error of problem.errors) {
    const pointer = error.pointer?.replace(/^\/add(\/\d+(\/roomId)?)?$/, '/roomIds').replace(/^\/add\/\d+/, '');
    said.set(`${pointer} ${error.detail}`, { ...error, ...(pointer === undefined ? {} : { pointer }) });
  }
  return { ...problem, errors: [...said.values()] };
}

/** "1,250.50" → 125050. What is no amount goes to the API as one that it refuses with its own words. */
export function penceOf(pounds: string): number | null {
  const text = pounds.replace(/[£,\s]/g, '');
  if (text === '') return null;
  const pence = Math.round(Number(text) * 100);
  return Number.isFinite(pence) ? pence : -1;
}

export function poundsOf(pence: number | null): string {
  if (pence === null) return '';
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2);
}

const whoOf = ({ who, cohortId, holder }: BookingDraft) => (who === 'cohort' ? { cohortId, holder: '' } : { cohortId: null, holder });

/** Most days of one form. */
const MOST = 200;

/** The days from first to last; what are no days, or go backwards, as they are: the API says what is wrong. */
function daysOf({ startsOn, endsOn }: BookingDraft): { startsOn: string; endsOn: string }[] {
  const count = dayNumber(endsOn as LocalDate) - dayNumber(startsOn as LocalDate);
  if (!(count >= 0 && count <= MOST)) return [{ startsOn, endsOn }];
  return Array.from({ length: count + 1 }, (_, n) => {
    const day = addDays(startsOn as LocalDate, n);
    return { startsOn: day, endsOn: day };
  });
}
