import { dateOf, dayNumber, isInCalendar, type LocalDate } from '@waymark/shared/kernel/dates';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as a spreadsheet may hold it: 2027-06-24, 24/06/2027, 24.6.27, 24 June 2027, or a serial number of days since 30 December 1899.
 * `ambiguous` when day and month could be either way round: 03/04/2027 is read as 3 April, and somebody should look.
 */
export function dateIn(text: string): { date: LocalDate; ambiguous: boolean } | null {
  const value = text.trim();
  const serial = /^\d{4,5}(\.\d+)?$/.test(value) ? Math.floor(Number(value)) : 0;
  if (serial >= 20_000) return known(dateOf(serial + dayNumber('1899-12-30')), false);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(value);
  if (iso) return real(+iso[1]!, +iso[2]!, +iso[3]!, false);
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:\s.*)?$/.exec(value);
  if (numeric) {
    const [day, month, year] = [+numeric[1]!, +numeric[2]!, fullYear(numeric[3]!)];
    // More than twelve in the second place can only be a day: the file is in American order.
    if (month > 12) return real(year, day, month, true);
    return real(year, month, day, day <= 12 && day !== month);
  }
  const written = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*[ -,]*(\d{2}|\d{4})$/i.exec(value);
  if (written) return real(fullYear(written[3]!), MONTHS.indexOf(written[2]!.toLowerCase()) + 1, +written[1]!, false);
  return null;
}

const fullYear = (text: string): number => (text.length === 4 ? Number(text) : Number(text) + (Number(text) > 69 ? 1900 : 2000));

function real(year: number, month: number, day: number, ambiguous: boolean): { date: LocalDate; ambiguous: boolean } | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
  return dateOf(dayNumber(date)) === date ? known(date, ambiguous) : null;
}

const known = (date: LocalDate, ambiguous: boolean): { date: LocalDate; ambiguous: boolean } | null =>
  isInCalendar(date) ? { date, ambiguous } : null;
