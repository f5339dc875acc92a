import { calendarFile, type CalendarEntry } from '@waymark/shared/kernel/calendar-file';
import { wallMinute } from '@waymark/shared/kernel/wall-clock';
import type { ReleasedSession } from './release';

/** A session as one person's calendar has it. */
export interface CalendarSession {
  session: ReleasedSession;
  sequence: number;
  /** It takes place, and they are still part of it. */
  on: boolean;
}

/** Sessions as a calendar file: one entry each, with the uid it keeps for ever. */
export function calendarOf(sessions: readonly CalendarSession[], about: { name: string; stamp: string }): string {
  return calendarFile(sessions.map(entryOf), about);
}

function entryOf({ session, sequence, on }: CalendarSession): CalendarEntry {
  const start = wallMinute(session.date, session.startsAt);
  return {
    uid: session.icsUid,
    sequence,
    start,
    end: start + session.duration,
    title: session.title,
    // Whoever it no longer takes place for is told that, and not where it is held by now.
    place: on ? placeWords(session) : '',
    description: on ? [session.purpose, session.onlineUrl].filter(Boolean).join('\n') : '',
    cancelled: !on,
  };
}

/** "Chelmer suite, Chelmsford Civic Centre, Duke Street, Chelmsford", or the link of an online session. */
function placeWords({ mode, roomName, venueName, venueAddress, onlineUrl }: ReleasedSession): string {
  if (mode === 'online') return onlineUrl ?? 'Online';
  return [roomName, venueName, venueAddress].filter(Boolean).join(', ');
}
