import { DayNumber, Span, WallMinute } from './model';

export const MINUTES_IN_DAY = 1440;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The day a minute falls on. */
export function dayOf(minute: WallMinute): DayNumber {
  return Math.floor(minute / MINUTES_IN_DAY);
}

/** '13:15' */
export function timeOf(minute: WallMinute): string {
  const ofDay = minute - dayOf(minute) * MINUTES_IN_DAY;
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** `wallMinute('2027-06-24', '13:15')`. Throws a `RangeError` for text that is no date or time. */
export function wallMinute(date: string, time = '00:00'): WallMinute {
  const parts = /^(\d\d):(\d\d)$/.exec(time);
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) throw new RangeError(`Not a time: ${time}`);
  return dayOfDate(date) * MINUTES_IN_DAY + Number(parts[1]) * 60 + Number(parts[2]);
}

/** Days since 1970-01-01 of '2027-06-24'. Throws a `RangeError` for a date that does not exist. */
export function dayOfDate(date: string): DayNumber {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!parts) throw new RangeError(`Not a date: ${date}`);
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // Years begin in March here, so that the leap day comes last and every month's length follows one formula.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const day = era * 146_097 + dayOfEra - 719_468;
  if (dateOfDay(day) !== date) throw new RangeError(`Not a date: ${date}`);
  return day;
}

/** '2027-06-24' */
export function dateOfDay(day: DayNumber): string {
  const { year, month, dayOfMonth } = civil(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

export const isAtWeekend = (day: DayNumber): boolean => [0, 6].includes((((day + 4) % 7) + 7) % 7);

/** 'Thu 24 June' */
export function describeDay(day: DayNumber): string {
  const { month, dayOfMonth } = civil(day);
  return `${WEEKDAYS[(((day + 4) % 7) + 7) % 7]} ${dayOfMonth} ${MONTHS[month - 1]}`;
}

/** 'Thu 24 June, 13:15 to 14:00', or 'Thu 24 June, 22:00 to Fri 25 June, 01:00' past midnight. */
export function describeSpan({ start, end }: Span): string {
  const from = `${describeDay(dayOf(start))}, ${timeOf(start)}`;
  if (end === start) return from;
  return dayOf(start) === dayOf(end) ? `${from} to ${timeOf(end)}` : `${from} to ${describeDay(dayOf(end))}, ${timeOf(end)}`;
}

/** The last day a span touches: one that ends at midnight belongs to the day before. */
export function lastDayOf({ start, end }: Span): DayNumber {
  return dayOf(Math.max(start, end - 1));
}

/** Spans that touch do not overlap. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

export function intersection(one: Span, other: Span): Span {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
}

function civil(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((shiftedMonth + 2) % 12) + 1;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
