import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Division } from './calendar';

/** One bank holiday of one division. `notes` is empty or says, for example, "Substitute day". */
export interface BankHoliday {
  division: Division;
  date: LocalDate;
  title: string;
  notes: string;
}

/** Where the rows of the bundled list come from, as their `source` says. */
export const BUNDLED_SOURCE = 'Bundled with Waymark';

/** Three years to begin with, so that a new installation knows its holidays before anybody has imported a list. */
export const BANK_HOLIDAYS: readonly BankHoliday[] = [
  { division: 'england-and-wales', date: '2026-01-01', title: 'New Year’s Day', notes: '' },
  { division: 'england-and-wales', date: '2026-04-03', title: 'Good Friday', notes: '' },
  { division: 'england-and-wales', date: '2026-04-06', title: 'Easter Monday', notes: '' },
  { division: 'england-and-wales', date: '2026-05-04', title: 'Early May bank holiday', notes: '' },
  { division: 'england-and-wales', date: '2026-05-25', title: 'Spring bank holiday', notes: '' },
  { division: 'england-and-wales', date: '2026-08-31', title: 'Summer bank holiday', notes: '' },
  { division: 'england-and-wales', date: '2026-12-25', title: 'Christmas Day', notes: '' },
  { division: 'england-and-wales', date: '2026-12-28', title: 'Boxing Day', notes: 'Substitute day' },
  { division: 'england-and-wales', date: '2027-01-01', title: 'New Year’s Day', notes: '' },
  { division: 'england-and-wales', date: '2027-03-26', title: 'Good Friday', notes: '' },
  { division: 'england-and-wales', date: '2027-03-29', title: 'Easter Monday', notes: '' },
  { division: 'england-and-wales', date: '2027-05-03', title: 'Early May bank holiday', notes: '' },
  { division: 'england-and-wales', date: '2027-05-31', title: 'Spring bank holiday', notes: '' },
  { division: 'england-and-wales', date: '2027-08-30', title: 'Summer bank holiday', notes: '' },
  { division: 'england-and-wales', date: '2027-12-27', title: 'Christmas Day', notes: 'Substitute day' },
  { division: 'england-and-wales', date: '2027-12-28', title: 'Boxing Day', notes: 'Substitute day' },
  { division: 'england-and-wales', date: '2028-01-03', title: 'New Year’s Day', notes: 'Substitute day' },
  { division: 'england-and-wales', date: '2028-04-14', title: 'Good Friday', notes: '' },
  { division: 'england-and-wales', date: '2028-04-17', title: 'Easter Monday', notes: '' },
  { division: 'england-and-wales', date: '2028-05-01', title: 'Early May bank holiday', notes: '' },
  { division: 'england-and-wales', date: '2028-05-29', title: 'Spring bank holiday', notes: '' },
  { division: 'england-and-wales', date: '2028-08-28', title: 'Summer bank holiday', notes: '' },
  { division: 'england-and-wales', date: '2028-12-25', title: 'Christmas Day', notes: '' },
  { division: 'england-and-wales', date: '2028-12-26', title: 'Boxing Day', notes: '' },
  { division: 'scotland', date: '2026-01-01', title: 'New Year’s Day', notes: '' },
  { division: 'scotland', date: '2026-01-02', title: '2nd January', notes: '' },
  { division: 'scotland', date: '2026-04-03', title: 'Good Friday', notes: '' },
  { division: 'scotland', date: '2026-05-04', title: 'Early May bank holiday', notes: '' },
  { division: 'scotland', date: '2026-05-25', title: 'Spring bank holiday', notes: '' },
  { division: 'scotland', date: '2026-08-03', title: 'Summer bank holiday', notes: '' },
  { division: 'scotland', date: '2026-11-30', title: 'St Andrew’s Day', notes: '' },
  { division: 'scotland', date: '2026-12-25', title: 'Christmas Day', notes: '' },
  { division: 'scotland', date: '2026-12-28', title: 'Boxing Day', notes: 'Substitute day' },
  { division: 'scotland', date: '2027-01-01', title: 'New Year’s Day', notes: '' },
  { division: 'scotland', date: '2027-01-04', title: '2nd January', notes: 'Substitute day' },
  { division: 'scotland', date: '2027-03-26', title: 'Good Friday', notes: '' },
  { division: 'scotland', date: '2027-05-03', title: 'Early May bank holiday', notes: '' },
  { division: 'scotland', date: '2027-05-31', title: 'Spring bank holiday', notes: '' },
  { division: 'scotland', date: '2027-08-02', title: 'Summer bank holiday', notes: '' },
  { division: 'scotland', date: '2027-11-30', title: 'St Andrew’s Day', notes: '' },
  { division: 'scotland', date: '2027-12-27', title: 'Christmas Day', notes: 'Substitute day' },
  { division: 'scotland', date: '2027-12-28', title: 'Boxing Day', notes: 'Substitute day' },
  { division: 'scotland', date: '2028-01-03', title: 'New Year’s Day', notes: 'Substitute day' },
  { division: 'scotland', date: '2028-01-04', title: '2nd January', notes: 'Substitute day' },
  { division: 'scotland', date: '2028-04-14', title: 'Good Friday', notes: '' },
  { division: 'scotland', date: '2028-05-01', title: 'Early May bank holiday', notes: '' },
  { division: 'scotland', date: '2028-05-29', title: 'Spring bank holiday', notes: '' },
  { division: 'scotland', date: '2028-08-07', title: 'Summer bank holiday', notes: '' },
  { division: 'scotland', date: '2028-11-30', title: 'St Andrew’s Day', notes: '' },
  { division: 'scotland', date: '2028-12-25', title: 'Christmas Day', notes: '' },
  { division: 'scotland', date: '2028-12-26', title: 'Boxing Day', notes: '' },
  { division: 'northern-ireland', date: '2026-01-01', title: 'New Year’s Day', notes: '' },
  { division: 'northern-ireland', date: '2026-03-17', title: 'St Patrick’s Day', notes: '' },
  { division: 'northern-ireland', date: '2026-04-03', title: 'Good Friday', notes: '' },
  { division: 'northern-ireland', date: '2026-04-06', title: 'Easter Monday', notes: '' },
  { division: 'northern-ireland', date: '2026-05-04', title: 'Early May bank holiday', notes: '' },
  { division: 'northern-ireland', date: '2026-05-25', title: 'Spring bank holiday', notes: '' },
  { division: 'northern-ireland', date: '2026-07-13', title: 'Battle of the Boyne (Orangemen’s Day)', notes: 'Substitute day' },
  { division: 'northern-ireland', date: '2026-08-31', title: 'Summer bank holiday', notes: '' },
  { division: 'northern-ireland', date: '2026-12-25', title: 'Christmas Day', notes: '' },
  { division: 'northern-ireland', date: '2026-12-28', title: 'Boxing Day', notes: 'Substitute day' },
  { division: 'northern-ireland', date: '2027-01-01', title: 'New Year’s Day', notes: '' },
  { division: 'northern-ireland', date: '2027-03-17', title: 'St Patrick’s Day', notes: '' },
  { division: 'northern-ireland', date: '2027-03-26', title: 'Good Friday', notes: '' },
  { division: 'northern-ireland', date: '2027-03-29', title: 'Easter Monday', notes: '' },
  { division: 'northern-ireland', date: '2027-05-03', title: 'Early May bank holiday', notes: '' },
  { division: 'northern-ireland', date: '2027-05-31', title: 'Spring bank holiday', notes: '' },
  { division: 'northern-ireland', date: '2027-07-12', title: 'Battle of the Boyne (Orangemen’s Day)', notes: '' },
  { division: 'northern-ireland', date: '2027-08-30', title: 'Summer bank holiday', notes: '' },
  { division: 'northern-ireland', date: '2027-12-27', title: 'Christmas Day', notes: 'Substitute day' },
  { division: 'northern-ireland', date: '2027-12-28', title: 'Boxing Day', notes: 'Substitute day' },
  { division: 'northern-ireland', date: '2028-01-03', title: 'New Year’s Day', notes: 'Substitute day' },
  { division: 'northern-ireland', date: '2028-03-17', title: 'St Patrick’s Day', notes: '' },
  { division: 'northern-ireland', date: '2028-04-14', title: 'Good Friday', notes: '' },
  { division: 'northern-ireland', date: '2028-04-17', title: 'Easter Monday', notes: '' },
  { division: 'northern-ireland', date: '2028-05-01', title: 'Early May bank holiday', notes: '' },
  { division: 'northern-ireland', date: '2028-05-29', title: 'Spring bank holiday', notes: '' },
  { division: 'northern-ireland', date: '2028-07-12', title: 'Battle of the Boyne (Orangemen’s Day)', notes: '' },
  { division: 'northern-ireland', date: '2028-08-28', title: 'Summer bank holiday', notes: '' },
  { division: 'northern-ireland', date: '2028-12-25', title: 'Christmas Day', notes: '' },
  { division: 'northern-ireland', date: '2028-12-26', title: 'Boxing Day', notes: '' },
];

/** The days of one division out of a list. */
export function holidaysOf(
  division: Division,
  holidays: readonly Pick<BankHoliday, 'division' | 'date'>[] = BANK_HOLIDAYS,
): Set<LocalDate> {
  return new Set(holidays.filter((holiday) => holiday.division === division).map(({ date }) => date));
}
