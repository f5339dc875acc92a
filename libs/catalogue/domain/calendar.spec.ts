import { addDays, type LocalDate } from '@waymark/shared/kernel/dates';
import { BANK_HOLIDAYS, holidaysOf } from './bank-holidays';
import { addWorkingDays, divisionOfNation, isWorkingDay, workingDaysBetween } from './calendar';

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
