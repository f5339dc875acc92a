import { calendarFile, type CalendarEntry } from './calendar-file';
import { wallMinute } from './wall-clock';

const entry = (over: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'welcome@waymark',
  sequence: 2,
  start: wallMinute('2027-06-24', '09:30'),
  end: wallMinute('2027-06-24', '10:30'),
  title: 'Welcome',
  place: '',
  description: '',
  cancelled: false,
  ...over,
});
const about = { name: 'Essex', stamp: '20270503T090000Z' };
const lines = (...entries: CalendarEntry[]) => calendarFile(entries, about).split('\r\n');

describe('calendarFile', () => {
  it('gives each entry its wall-clock time in London, its uid and its sequence, and leaves out what is empty', () => {
    const file = lines(entry());
    expect(file.slice(file.indexOf('BEGIN:VEVENT'), file.indexOf('END:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:welcome@waymark',
      'SEQUENCE:2',
      'DTSTAMP:20270503T090000Z',
      'DTSTART;TZID=Europe/London:20270624T093000',
      'DTEND;TZID=Europe/London:20270624T103000',
      'SUMMARY:Welcome',
      'STATUS:CONFIRMED',
    ]);
    expect(file).toContain('TZID:Europe/London');
    expect(file).toContain('X-WR-CALNAME:Essex');
    expect(file.at(-1)).toBe('');
  });

  it('is a calendar without a time zone when it has no entry', () => {
    expect(lines()).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Waymark//Agenda//EN',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:Essex',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('says when an entry is cancelled', () => {
    expect(lines(entry({ cancelled: true }))).toContain('STATUS:CANCELLED');
  });

  it('escapes what has a meaning in the format', () => {
    expect(lines(entry({ title: 'Data; AI, and\\you' }))).toContain('SUMMARY:Data\\; AI\\, and\\\\you');
    expect(lines(entry({ description: 'One\r\nTwo' }))).toContain('DESCRIPTION:One\\nTwo');
  });

  it('keeps every line within 75 octets and loses nothing, whatever alphabet it is in', () => {
    const title = 'Arweinyddiaeth ŵ ŷ 漢字 🙂 '.repeat(12);
    const file = calendarFile([entry({ title })], about);
    const octets = (line: string) => [...line].reduce((sum, one) => sum + encodeURIComponent(one).replace(/%../g, 'x').length, 0);
    expect(Math.max(...file.split('\r\n').map(octets))).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
  });
});
