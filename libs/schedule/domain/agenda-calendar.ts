import { calendarFile, type CalendarEntry } from '@waymark/shared/kernel/calendar-file';
import { wallMinute } from '@waymark/shared/kernel/wall-clock';
import type { ReleasedSession } from './release';

/** Released sessions as a calendar file: one entry each, with the uid it keeps for ever and the sequence of the release. */
export function calendarOf(sessions: readonly ReleasedSession[], about: { name: string; stamp: string }): string {
  return calendarFile(sessions.map(entryOf), about);
}

function entryOf(session: ReleasedSession): CalendarEntry {
  const start = wallMinute(session.date, session.startsAt);
  return {
    uid: session.icsUid,
    sequence: session.icsSequence,
    start,
    end: start + session.duration,
    title: session.title,
    place: placeWords(session),
    description: [session.purpose, session.onlineUrl].filter(Boolean).join('\n'),
    cancelled: session.cancelled,
  };
}

/** "Chelmer suite, Chelmsford Civic Centre, Duke Street, Chelmsford", or the link of an online session. */
function placeWords({ mode, roomName, venueName, venueAddress, onlineUrl }: ReleasedSession): string {
  if (mode === 'online') return onlineUrl ?? 'Online';
  return [roomName, venueName, venueAddress].filter(Boolean).join(', ');
}
