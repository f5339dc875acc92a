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
  postponed: false,
  groupIds: [],
  groupNames: [],
  facilitators: [],
  agenda: [],
  icsUid: 'welcome@waymark',
  icsSequence: 2,
  ...over,
});
const about = { name: 'Essex', stamp: '20270503T090000Z' };
const lines = (session: ReleasedSession, over: { sequence?: number; on?: boolean } = {}) =>
  calendarOf([{ session, sequence: 2, on: true, ...over }], about).split('\r\n');

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

  it('says when a session is not theirs any more, with the next number', () => {
    const file = lines(session(), { sequence: 3, on: false });
    expect(file).toContain('STATUS:CANCELLED');
    expect(file).toContain('SEQUENCE:3');
  });

  it('ends a late session on the next day', () => {
    expect(lines(session({ startsAt: '23:30' }))).toContain('DTEND;TZID=Europe/London:20270625T003000');
  });

  it('leads to an online session by its link', () => {
    const online = lines(
      session({
        mode: 'online',
        roomName: null,
        venueName: null,
        venueAddress: null,
        onlineUrl: 'https://meet.example/1',
        purpose: 'Meet',
      }),
    );
    expect(online).toContain('LOCATION:https://meet.example/1');
    expect(online).toContain('DESCRIPTION:Meet\\nhttps://meet.example/1');
  });
});
