import { wallDate, wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';
import type { ReleasedSession } from './release';

/** Europe/London as it has been since 1996, in the words of RFC 5545. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * Sessions as an iCalendar file (RFC 5545): one event each, at its wall-clock time in Europe/London, with the uid it keeps for ever and the
 * sequence of the release. `stamp` is when the file was made, in UTC: `20270503T090000Z`.
 */
export function calendarOf(sessions: readonly ReleasedSession[], { name, stamp }: { name: string; stamp: string }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waymark//Agenda//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...(sessions.length > 0 ? LONDON : []),
    ...sessions.flatMap((session) => eventOf(session, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(session: ReleasedSession, stamp: string): string[] {
  const start = wallMinute(session.date, session.startsAt);
  const where = placeWords(session);
  return [
    'BEGIN:VEVENT',
    `UID:${session.icsUid}`,
    `SEQUENCE:${session.icsSequence}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;TZID=Europe/London:${compact(start)}`,
    `DTEND;TZID=Europe/London:${compact(start + session.duration)}`,
    `SUMMARY:${escaped(session.title)}`,
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    ...(session.purpose || session.onlineUrl
      ? [`DESCRIPTION:${escaped([session.purpose, session.onlineUrl].filter(Boolean).join('\n'))}`]
      : []),
    `STATUS:${session.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** "Chelmer suite, Chelmsford Civic Centre, Duke Street, Chelmsford", or the link of an online session. */
export function placeWords({ mode, roomName, venueName, venueAddress, onlineUrl }: ReleasedSession): string {
  if (mode === 'online') return onlineUrl ?? 'Online';
  return [roomName, venueName, venueAddress].filter(Boolean).join(', ');
}

const compact = (minute: number): string => `${wallDate(minute).replaceAll('-', '')}T${wallTime(minute).replace(':', '')}00`;

/** TEXT of RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** Lines are at most 75 octets of UTF-8 and no character is cut; what continues begins with a space (3.1). */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = sizeOf(character.codePointAt(0)!);
    if (octets + size > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}

const sizeOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
