import { oneLine } from '@waymark/shared/kernel/line';
import { dateOf, dayNumber, isInCalendar, type LocalDate } from '@waymark/shared/kernel/dates';

/** In which order the dates of a column have day and month, where both are numbers. */
export type DateOrder = 'day-first' | 'month-first';

/** How the order of a column is known: `sure` where some date can be read in one order only, `mixed` where some can in one and some in the other. */
export interface ColumnOrder {
  order: DateOrder;
  how: 'sure' | 'assumed' | 'mixed';
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAY = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? /i;
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;
const LONGEST = 60;
/** What people write where there is no date. */
const NONE = /^(-|n\/?a|n\.a\.?|tbc|tba|none|unknown|not known|to be confirmed)$/i;

/** Is this cell how people say that there is no date? */
export const saysNoDate = (text: string): boolean => text.length <= LONGEST && NONE.test(oneLine(text));

/**
 * The one order that all dates of a column are in: it is told by those that can be read in one order only. In the United Kingdom the day is first
 * unless a column says otherwise. Null where no date of the column leaves a choice.
 */
export function orderOf(column: readonly string[]): ColumnOrder | null {
  let [dayFirst, monthFirst, either] = [0, 0, 0];
  for (const text of column) {
    const numeric = NUMERIC.exec(plain(text));
    if (!numeric) continue;
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    if (first > 12 && second <= 12) dayFirst++;
    else if (second > 12 && first <= 12) monthFirst++;
    else if (first !== second && first <= 12) either++;
  }
  if (dayFirst > 0 && monthFirst > 0) return { order: 'day-first', how: 'mixed' };
  if (monthFirst > 0) return { order: 'month-first', how: 'sure' };
  if (dayFirst > 0) return { order: 'day-first', how: 'sure' };
  return either > 0 ? { order: 'day-first', how: 'assumed' } : null;
}

/**
 * A date as Excel, Sheets and people write it: 2027-06-24, 24/06/2027, 24.6.27, 24-Jun-27, Thursday 24th of June 2027, June 24, 2027, 20270624, or a
 * serial number of days since 30 December 1899. `ambiguous` when day and month could be either way round and `order` decided. Null for anything
 * else, impossible days and years that no page here can say.
 */
export function dateIn(text: string, order: DateOrder = 'day-first'): { date: LocalDate; ambiguous: boolean } | null {
  const value = plain(text);
  const serial = /^(\d{5})(\.\d+)?$/.exec(value);
  if (serial) return Number(serial[1]) < 20_000 ? null : known(dateOf(Number(serial[1]) + dayNumber('1899-12-30')), false);
  const iso = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(value);
  if (iso) return real(+iso[1]!, +iso[2]!, +iso[3]!, false);
  const digits = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value);
  if (digits) {
    const [a, b, c, d] = digits.slice(1) as [string, string, string, string];
    // 1900 to 2099 ends in no month, so no eight digits can be read both ways.
    return real(+`${a}${b}`, +c, +d, false) ?? real(+`${c}${d}`, +b, +a, false);
  }
  const numeric = NUMERIC.exec(value);
  if (numeric) {
    const [first, second, year] = [+numeric[1]!, +numeric[2]!, fullYear(numeric[3]!)];
    const [day, month] = order === 'day-first' ? [first, second] : [second, first];
    return real(year, month, day, first <= 12 && second <= 12 && first !== second);
  }
  return inWords(value);
}

/** Without a time of day, an apostrophe before it, a dot behind it, or a weekday. */
function plain(text: string): string {
  const line = oneLine(text.slice(0, LONGEST))
    .replace(/^'/, '')
    .replace(/\.$/, '')
    .replace(/[‐‑–—]/g, '-')
    .replace(/ ?([/-]) ?/g, '$1');
  const time = line.search(/[T ]\d{1,2}:\d\d/);
  return (time > 0 ? line.slice(0, time) : line)
    .replace(/\+\d\d:\d\d$/, '')
    .replace(WEEKDAY, '')
    .trim();
}

function inWords(value: string): { date: LocalDate; ambiguous: boolean } | null {
  const words = value.split(/[ ,/-]/).filter((word) => word !== '' && word.toLowerCase() !== 'of');
  if (words.length !== 3 || !/^(\d{2}|\d{4})$/.test(words[2]!)) return null;
  const [day, month] = /^\d/.test(words[0]!) ? [words[0]!, words[1]!] : [words[1]!, words[0]!];
  const number = /^(\d{1,2})(st|nd|rd|th)?$/i.exec(day)?.[1];
  return number ? real(fullYear(words[2]!), monthIn(month), +number, false) : null;
}

function monthIn(word: string): number {
  const small = word.toLowerCase().replace(/\.$/, '');
  return MONTHS.findIndex((month) => small === month || small === month.slice(0, 3) || (small === 'sept' && month === 'september')) + 1;
}

const fullYear = (text: string): number => (text.length === 4 ? Number(text) : Number(text) + (Number(text) > 69 ? 1900 : 2000));

function real(year: number, month: number, day: number, ambiguous: boolean): { date: LocalDate; ambiguous: boolean } | null {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
  return dateOf(dayNumber(date)) === date ? known(date, ambiguous) : null;
}

const known = (date: LocalDate, ambiguous: boolean): { date: LocalDate; ambiguous: boolean } | null =>
  isInCalendar(date) ? { date, ambiguous } : null;
