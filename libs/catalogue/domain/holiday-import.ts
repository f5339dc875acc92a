import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { BankHoliday } from './bank-holidays';
import { DIVISION_CODES, DIVISIONS, type Division } from './calendar';

type HolidayOutcome = 'new' | 'changed' | 'same' | 'gone' | 'rejected';

/** What a file says about one day, or what is wrong with it. `place` is where in the file: "scotland, event 3". */
export interface HolidayLine {
  outcome: HolidayOutcome;
  place: string;
  division: Division | null;
  date: LocalDate | null;
  title: string;
  message: string;
}

interface HolidayImport {
  lines: HolidayLine[];
  /** The days to keep, exactly as the file has them. */
  holidays: BankHoliday[];
}

/** A file as it was read, division by division in its order; `line` where that could not be read. */
type HolidayFile = readonly ({ division: Division; read: Read[] } | { line: HolidayLine })[];

/** GOV.UK's file has three divisions, and some nine events a year in each. */
const MOST_DIVISIONS = 20;
const MOST_EVENTS = 2_000;

/**
 * Compares a file with what is known. A division that the file names is replaced over the time the file covers, from its first event of that
 * division to its last; older and later days, and other divisions, stay.
 */
export function compareHolidays(file: HolidayFile, known: readonly BankHoliday[]): HolidayImport {
  const parts = file.map((part) => ('line' in part ? { lines: [part.line], holidays: [] } : judged(part.read, part.division, known)));
  return { lines: parts.flatMap(({ lines }) => lines), holidays: parts.flatMap(({ holidays }) => holidays) };
}

/** Reads a file in the form of GOV.UK's `bank-holidays.json`. */
export function readHolidayFile(content: string): HolidayFile {
  let file: unknown;
  try {
    file = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return rejected('The file is not JSON. Download bank-holidays.json from GOV.UK again');
  }
  if (!isRecord(file)) return rejected('The file must be a list of divisions, as in bank-holidays.json from GOV.UK');
  const named = Object.keys(file);
  if (named.length === 0) return rejected('The file has no divisions');
  if (named.length > MOST_DIVISIONS) return rejected(`The file has more than ${MOST_DIVISIONS} divisions`);
  const divisions = file;
  return named.map((name) => {
    const shown = name.slice(0, 60);
    const division = DIVISION_CODES.find((code) => code === name);
    if (!division) return wrong(shown, null, `There is no division "${shown}". The divisions are ${DIVISION_CODES.join(', ')}`);
    const events = isRecord(divisions[name]) ? divisions[name]['events'] : undefined;
    if (!Array.isArray(events)) return wrong(name, division, 'The division has no list of events');
    if (events.length > MOST_EVENTS)
      return wrong(name, division, `The division has more than ${MOST_EVENTS.toLocaleString('en-GB')} events`);
    return { division, read: events.map((event, index) => readEvent(event, division, `${name}, event ${index + 1}`)) };
  });
}

/** How many lines have each outcome. */
export function holidayCounts(lines: readonly HolidayLine[]): Record<HolidayOutcome, number> {
  const counts = { new: 0, changed: 0, same: 0, gone: 0, rejected: 0 };
  for (const { outcome } of lines) counts[outcome]++;
  return counts;
}

type Read = { place: string; holiday: BankHoliday } | { place: string; problem: string };

function readEvent(event: unknown, division: Division, place: string): Read {
  if (!isRecord(event)) return { place, problem: 'The event must be an object with a title and a date' };
  const { title, date, notes = '' } = event;
  if (typeof title !== 'string' || title.trim() === '' || title.length > 200) return { place, problem: 'The event has no title' };
  if (typeof date !== 'string' || !isDay(date)) return { place, problem: `"${title}" does not have a real date. Enter it like 2027-12-27` };
  if (typeof notes !== 'string' || notes.length > 500) return { place, problem: `The notes of "${title}" must be text` };
  return { place, holiday: { division, date, title: title.trim(), notes: notes.trim() } };
}

function judged(read: readonly Read[], division: Division, known: readonly BankHoliday[]): HolidayImport {
  const mine = known.filter((holiday) => holiday.division === division);
  const held = new Map(mine.map((holiday) => [keyOf(holiday), holiday]));
  const seen = new Map<string, BankHoliday>();
  const lines = read.map((one): HolidayLine => {
    if ('problem' in one) return wrong(one.place, division, one.problem).line;
    const { place, holiday } = one;
    const key = keyOf(holiday);
    if (seen.has(key)) return { ...lineOf('rejected', place, holiday), message: 'The file has this date twice' };
    seen.set(key, holiday);
    const there = held.get(key);
    if (!there) return { ...lineOf('new', place, holiday), message: 'New' };
    if (there.notes === holiday.notes) return { ...lineOf('same', place, holiday), message: 'Already in the list' };
    return { ...lineOf('changed', place, holiday), message: `Notes change from "${there.notes}" to "${holiday.notes}"` };
  });
  const holidays = [...seen.values()];
  const days = holidays.map(({ date }) => date).sort();
  const [first, last] = [days[0], days.at(-1)];
  const gone = mine.filter(
    (holiday) => first !== undefined && last !== undefined && holiday.date >= first && holiday.date <= last && !seen.has(keyOf(holiday)),
  );
  return {
    lines: [...lines, ...gone.map((holiday) => ({ ...lineOf('gone', DIVISIONS[division], holiday), message: 'No longer in the list' }))],
    holidays,
  };
}

const keyOf = ({ date, title }: BankHoliday): string => `${date} ${title}`;
const lineOf = (outcome: HolidayOutcome, place: string, { division, date, title }: BankHoliday) => ({
  outcome,
  place,
  division,
  date,
  title,
});
const wrong = (place: string, division: Division | null, message: string): { line: HolidayLine } => ({
  line: { outcome: 'rejected', place, division, date: null, title: '', message },
});
const rejected = (message: string): HolidayFile => [wrong('The file', null, message)];
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A day of the calendar, written as 2027-12-27, from 1900 on. */
function isDay(text: string): text is LocalDate {
  const match = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [, year = '', month = '', day = ''] = match;
  const at = Number(month);
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const most = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][at - 1];
  return most !== undefined && Number(day) >= 1 && Number(day) <= most;
}
