import { BANK_HOLIDAYS, type BankHoliday } from './bank-holidays';
import { compareHolidays, holidayCounts, readHolidayFile } from './holiday-import';

const christmas: BankHoliday = { division: 'scotland', date: '2027-12-27', title: 'Christmas Day', notes: 'Substitute day' };

describe('a file of bank holidays', () => {
  it('tells new, changed, same and gone apart', () => {
    const known = [
      christmas,
      { ...christmas, date: '2027-12-28', title: 'Boxing Day', notes: '' },
      { ...christmas, date: '2027-11-30', title: 'Old feast', notes: '' },
    ] as BankHoliday[];
    const { lines, holidays } = compared(
      file({
        scotland: [
          event('2027-08-02', 'Summer bank holiday'),
          event('2027-12-27', 'Christmas Day', 'Substitute day'),
          event('2027-12-28', 'Boxing Day', 'Substitute day'),
        ],
      }),
      known,
    );
    expect(lines.map(({ outcome, title }) => [outcome, title])).toEqual([
      ['new', 'Summer bank holiday'],
      ['same', 'Christmas Day'],
      ['changed', 'Boxing Day'],
      ['gone', 'Old feast'],
    ]);
    expect(holidays).toHaveLength(3);
    expect(holidayCounts(lines)).toEqual({ new: 1, changed: 1, same: 1, gone: 1, rejected: 0 });
  });

  it('finds everything the same the second time', () => {
    const content = file({ scotland: BANK_HOLIDAYS.filter(({ division }) => division === 'scotland') });
    const { lines } = compared(content, BANK_HOLIDAYS);
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['same']));
  });

  it('leaves alone what lies outside the time a file covers', () => {
    const { lines } = compared(file({ scotland: [event('2028-01-03', 'New Year’s Day')] }), [christmas]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['new']);
  });

  it('says where a file is wrong', () => {
    const { lines, holidays } = compared(
      JSON.stringify({
        wales: { events: [] },
        scotland: {
          events: [
            event('2027-02-30', 'Leap'),
            { date: '2027-01-01' },
            'x',
            event('2027-12-27', 'Twice'),
            event('2027-12-27', 'Twice'),
            { title: 'N', date: '2027-01-04', notes: 4 },
          ],
        },
        'northern-ireland': {},
      }),
      [],
    );
    expect(lines.map(({ outcome, place, message }) => [outcome, place, message])).toEqual([
      ['rejected', 'wales', 'There is no division "wales". The divisions are england-and-wales, scotland, northern-ireland'],
      ['rejected', 'scotland, event 1', '"Leap" does not have a real date. Enter it like 2027-12-27'],
      ['rejected', 'scotland, event 2', 'The event has no title'],
      ['rejected', 'scotland, event 3', 'The event must be an object with a title and a date'],
      ['new', 'scotland, event 4', 'New'],
      ['rejected', 'scotland, event 5', 'The file has this date twice'],
      ['rejected', 'scotland, event 6', 'The notes of "N" must be text'],
      ['rejected', 'northern-ireland', 'The division has no list of events'],
    ]);
    expect(holidays).toHaveLength(1);
  });

  it('says so when it is not such a file at all', () => {
    for (const content of ['', '{"scotland": ', '[]', '7', 'null', '{}']) {
      const { lines, holidays } = compared(content, BANK_HOLIDAYS);
      expect([lines.length, lines[0]!.outcome, lines[0]!.place, holidays.length]).toEqual([1, 'rejected', 'The file', 0]);
    }
    expect(compared(`\uFEFF${file({ scotland: [] })}`, BANK_HOLIDAYS).lines).toEqual([]);
  });

  it('refuses more events or divisions than there are, before it looks at any', () => {
    const many = Array.from({ length: 2_001 }, (_, i) => event('2027-08-02', `Day ${i}`));
    expect(compared(file({ scotland: many }), []).lines).toMatchObject([
      { outcome: 'rejected', place: 'scotland', message: 'The division has more than 2,000 events' },
    ]);
    const divisions = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`d${i}`, []]));
    expect(compared(file(divisions), []).lines).toMatchObject([{ message: 'The file has more than 20 divisions' }]);
    expect(compared(file({ ['x'.repeat(1_000_000)]: [] }), []).lines[0]!.message.length).toBeLessThan(200);
    expect(compared('['.repeat(2_000_000), []).lines).toHaveLength(1);
  });

  it('looks up each event once, however many are known', () => {
    const events = Array.from({ length: 2_000 }, (_, i) => event('2027-08-02', `Day ${i}`));
    const known = events.map((one) => ({ ...christmas, ...one })) as BankHoliday[];
    let looks = 0;
    const watched = known.map((day) => new Proxy(day, { get: (of, key) => (looks++, Reflect.get(of, key)) }));
    compared(file({ scotland: events }), watched);
    expect(looks).toBeLessThan(20 * events.length);
  });
});

const compared = (content: string, known: readonly BankHoliday[]) => compareHolidays(readHolidayFile(content), known);
const event = (date: string, title: string, notes = '') => ({ date, title, notes, bunting: true });
const file = (divisions: Record<string, object[]>) =>
  JSON.stringify(Object.fromEntries(Object.entries(divisions).map(([division, events]) => [division, { division, events }])));
