import { longDate } from '@waymark/shared/kernel/dates';
import { toWall, wallDate, wallTime } from '@waymark/shared/kernel/wall-clock';

/** `24 June 2027 at 13:15`, on the clock of Europe/London. */
export function momentWords(iso: string): string {
  const minute = toWall(new Date(iso));
  return `${longDate(wallDate(minute))} at ${wallTime(minute)}`;
}
