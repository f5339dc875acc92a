import { wallDate, wallTime, type WallMinute } from './wall-clock';

/** One entry of a calendar file. Times are on the wall in Europe/London. */
export interface CalendarEntry {
  /** Names the entry for ever: a later file with the same uid and a higher sequence replaces it. */
  uid: string;
  sequence: number;
  start: WallMinute;
  end: WallMinute;
  title: string;
  /** Left out of the file when empty, as is the description. */
  place: string;
  description: string;
  cancelled: boolean;
}

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
 * An iCalendar file (RFC 5545). `name` is shown by programs that subscribe to it; `stamp` is when the file was made, in UTC:
 * `20270503T090000Z`.
 */
export function calendarFile(entries: readonly CalendarEntry[], { name, stamp }: { name: string; stamp: string }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waymark//Agenda//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...(entries.length > 0 ? LONDON : []),
    ...entries.flatMap((entry) => linesOf(entry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, sequence, start, end, title, place, description, cancelled }: CalendarEntry, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;TZID=Europe/London:${compact(start)}`,
    `DTEND;TZID=Europe/London:${compact(end)}`,
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

const compact = (minute: WallMinute): string => `${wallDate(minute).replaceAll('-', '')}T${wallTime(minute).replace(':', '')}00`;

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
