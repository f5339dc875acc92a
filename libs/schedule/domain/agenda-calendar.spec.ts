import { calendarOf } from './agenda-calendar';
import type { ReleasedSession } from './release';

const session = (over: Partial<ReleasedSession> = {}): ReleasedSession => ({
  id: 'welcome',
  title: 'Welcome',
  kind: 'plenary',
  purpose: '',
  date: '2027-06-24',
  startsAt: '09:30',
  duration: 60,
  mode: 'in_person',
  roomId: 'chelmer',
  roomName: 'Chelmer suite',
  venueName: 'Civic Centre',
  venueAddress: 'Duke Street, Chelmsford',
  onlineUrl: null,
  mandatory: true,
  cancelled: false,
  groupIds: [],
  groupNames: [],
  facilitators: [],
  agenda: [],
  icsUid: 'welcome@waymark',
  icsSequence: 2,
  ...over,
});
const about = { name: 'Essex', stamp: '20270503T090000Z' };
const lines = (...sessions: ReleasedSession[]) => calendarOf(sessions, about).split('\r\n');

describe('calendarOf', () => {
  it('gives each session its wall-clock time in London, its uid and its sequence', () => {
    const file = lines(session());
    expect(file.slice(file.indexOf('BEGIN:VEVENT'), file.indexOf('END:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:welcome@waymark',
      'SEQUENCE:2',
      'DTSTAMP:20270503T090000Z',
      'DTSTART;TZID=Europe/London:20270624T093000',
      'DTEND;TZID=Europe/London:20270624T103000',
      'SUMMARY:Welcome',
      'LOCATION:Chelmer suite\\, Civic Centre\\, Duke Street\\, Chelmsford',
      'STATUS:CONFIRMED',
    ]);
    expect(file).toContain('TZID:Europe/London');
    expect(file.at(-1)).toBe('');
  });

  it('says when a session is cancelled', () => {
    expect(lines(session({ cancelled: true }))).toContain('STATUS:CANCELLED');
  });

  it('ends a late session on the next day', () => {
    expect(lines(session({ startsAt: '23:30' }))).toContain('DTEND;TZID=Europe/London:20270625T003000');
  });

  it('escapes what has a meaning in the format', () => {
    expect(lines(session({ title: 'Data; AI, and\\you' }))).toContain('SUMMARY:Data\\; AI\\, and\\\\you');
    expect(lines(session({ purpose: 'One\r\nTwo' }))).toContain('DESCRIPTION:One\\nTwo');
  });

  it('keeps every line within 75 octets and loses nothing, whatever alphabet it is in', () => {
    const title = 'Arweinyddiaeth ŵ ŷ 漢字 🙂 '.repeat(12);
    const file = calendarOf([session({ title })], about);
    const octets = (line: string) => [...line].reduce((sum, one) => sum + encodeURIComponent(one).replace(/%../g, 'x').length, 0);
    expect(Math.max(...file.split('\r\n').map(octets))).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
  });
});
