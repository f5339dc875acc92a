import { dateOf, dayNumber, type LocalDate, type LocalTime } from './dates';

/** Whole minutes since 1970-01-01T00:00 on the wall clock of Europe/London: the time the timetable engine counts in. */
export type WallMinute = number;

/** The last Sunday of a month, as a day number. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 0) / 86_400_000;
  return last - ((last + 4) % 7);
}

/** British Summer Time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (Summer Time Order 2002). */
function summerTime(utcMinute: number): boolean {
  const year = new Date(utcMinute * 60_000).getUTCFullYear();
  return utcMinute >= lastSunday(year, 3) * 1440 + 60 && utcMinute < lastSunday(year, 10) * 1440 + 60;
}

/** The wall clock at an instant. */
export function toWall(instant: Date): WallMinute {
  const utc = Math.floor(instant.getTime() / 60_000);
  return summerTime(utc) ? utc + 60 : utc;
}

/**
 * The instant of a wall-clock minute. In the hour that does not exist (last Sunday of March, 01:00 to 02:00) the clock has already gone on:
 * 01:30 is 02:30 summer time. In the hour that comes twice it is the first, as iCalendar (RFC 5545, 3.3.5) reads it.
 */
export function fromWall(minute: WallMinute): Date {
  const asSummer = minute - 60;
  return new Date((summerTime(asSummer) ? asSummer : minute) * 60_000);
}

/** Whether a clock on the wall ever shows this minute: the hour that is left out when the clocks go forward is shown by none. */
export const isOnWall = (minute: WallMinute): boolean => toWall(fromWall(minute)) === minute;

export function wallMinute(date: LocalDate, time: LocalTime | string): WallMinute {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dayNumber(date) * 1440 + hours * 60 + minutes;
}

export function wallDate(minute: WallMinute): LocalDate {
  return dateOf(Math.floor(minute / 1440));
}

/** `09:30` */
export function wallTime(minute: WallMinute): LocalTime {
  const within = ((minute % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}` as LocalTime;
}
