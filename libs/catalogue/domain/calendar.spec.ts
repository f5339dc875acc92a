import { addDays, type LocalDate } from '@waymark/shared/kernel/dates';
import { BANK_HOLIDAYS, holidaysOf } from './bank-holidays';
import { addWorkingDays, divisionOfNation, isWorkingDay, knownUntil, unknownHolidays, withOwnDays, workingDaysBetween } from './calendar';

const england = holidaysOf('england-and-wales');
const scotland = holidaysOf('scotland');
const northernIreland = holidaysOf('northern-ireland');

describe('divisionOfNation', () => {
  it('gives England and Wales one calendar', () => {
    expect((['ENG', 'WLS', 'SCT', 'NIR'] as const).map(divisionOfNation)).toEqual([
      'england-and-wales',
      'england-and-wales',
      'scotland',
      'northern-ireland',
    ]);
  });
});

describe('withOwnDays', () => {
  const days = (from: string, division = 'england-and-wales') =>
    withOwnDays(BANK_HOLIDAYS.filter((one) => one.division === division))
      .filter(({ date }) => date >= from && date < '2028-02')
      .map(({ date, title }) => `${date} ${title}`)
      .sort();

  it('names the day itself of a bank holiday that is kept on another day', () => {
    expect(days('2027-12')).toEqual([
      '2027-12-25 Christmas Day',
      '2027-12-26 Boxing Day',
      '2027-12-27 Christmas Day',
      '2027-12-28 Boxing Day',
      '2028-01-01 New Year’s Day',
      '2028-01-03 New Year’s Day',
    ]);
    expect(days('2027-12-29', 'scotland')).toContain('2028-01-02 2nd January');
  });

  it('names no day that is in the list, and none of a holiday that moves with the year', () => {
    const christmas = { division: 'scotland', date: '2027-12-27' as const, title: 'Christmas Day', notes: 'Substitute day' };
    expect(withOwnDays([christmas, { ...christmas, date: '2027-12-25', notes: '' }])).toHaveLength(2);
    expect(withOwnDays([{ ...christmas, title: 'Good Friday' }])).toHaveLength(1);
  });
});

describe('unknownHolidays', () => {
  it('says how far the list goes, where a plan goes further', () => {
    const until = knownUntil(['2028-01-03', '2027-12-28']);
    expect([until, knownUntil([])]).toEqual(['2028-12-31', null]);
    expect(unknownHolidays('2028-12-31', until)).toBe('');
    expect(unknownHolidays('2029-06-21', until)).toContain('known until 31 December 2028');
    expect(unknownHolidays('2027-06-24', null)).toContain('No bank holidays are known yet');
  });
});

describe('workingDaysBetween', () => {
  it('counts notice for 1 April 2027, cancelled 16 March, by the venue’s nation', () => {
    const notice = (holidays: Set<LocalDate>) => workingDaysBetween('2027-03-16', '2027-04-01', holidays);
    expect([notice(england), notice(scotland), notice(northernIreland)]).toEqual([10, 11, 9]);
  });

  it('knows Scotland’s 15 June 2026 once it is in the list', () => {
    expect(workingDaysBetween('2026-06-02', '2026-06-24', england)).toBe(16);
    expect(workingDaysBetween('2026-06-02', '2026-06-24', new Set([...scotland, '2026-06-15' as const]))).toBe(15);
  });

  it('counts the day of cancelling and not the day of the event', () => {
    expect(workingDaysBetween('2027-06-23', '2027-06-24', england)).toBe(1);
    expect(workingDaysBetween('2027-06-24', '2027-06-24', england)).toBe(0);
    expect(workingDaysBetween('2027-06-25', '2027-06-24', england)).toBe(0);
  });
});

describe('addWorkingDays', () => {
  it('puts ten working days before 24 June 2027 on 10 June', () => {
    expect(addWorkingDays('2027-06-24', -10, england)).toBe('2027-06-10');
  });

  it('steps over weekends and bank holidays, both ways', () => {
    expect(addWorkingDays('2027-03-25', 1, england)).toBe('2027-03-30');
    expect(addWorkingDays('2027-03-25', 1, scotland)).toBe('2027-03-29');
    expect(addWorkingDays('2027-03-30', -1, england)).toBe('2027-03-25');
    expect(addWorkingDays('2027-06-26', 0, england)).toBe('2027-06-26');
  });

  it('agrees with workingDaysBetween on every day of three years', () => {
    for (let day: LocalDate = '2026-01-01'; day < '2028-12-01'; day = addDays(day, 1)) {
      const later = addWorkingDays(day, 10, england);
      expect(isWorkingDay(later, england)).toBe(true);
      expect(workingDaysBetween(addDays(day, 1), addDays(later, 1), england)).toBe(10);
    }
  });
});

describe('BANK_HOLIDAYS', () => {
  it('has the days of 2027', () => {
    const of2027 = (holidays: Set<LocalDate>) => [...holidays].filter((day) => day.startsWith('2027')).sort();
    const shared = ['01-01', '03-26', '05-03', '05-31', '12-27', '12-28'];
    expect(of2027(england).map((day) => day.slice(5))).toEqual([...shared, '03-29', '08-30'].sort());
    expect(of2027(scotland).map((day) => day.slice(5))).toEqual([...shared, '01-04', '08-02', '11-30'].sort());
    expect(of2027(northernIreland).map((day) => day.slice(5))).toEqual([...shared, '03-29', '08-30', '03-17', '07-12'].sort());
    expect([northernIreland, england].map((days) => days.has('2027-03-17'))).toEqual([true, false]);
  });

  it('names each holiday once', () => {
    expect(new Set(BANK_HOLIDAYS.map(({ division, date, title }) => `${division} ${date} ${title}`)).size).toBe(BANK_HOLIDAYS.length);
  });
});
