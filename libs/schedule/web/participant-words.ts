import type { LocalDate } from '@waymark/shared/kernel/dates';
import { dayWords as words } from '@waymark/schedule/domain/participant-tasks';
import type { ChangeKind } from '@waymark/schedule/domain/release';

/** '9:30am', '12pm' */
export function clockWords(minutes: number): string {
  const of = ((minutes % 1440) + 1440) % 1440;
  const hour = Math.floor(of / 60);
  const rest = of % 60;
  return `${hour % 12 || 12}${rest ? `:${String(rest).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
}

/** '9:30am to 10:30am' */
export function timesOf({ startsAt, duration }: { startsAt: string; duration: number }): string {
  const start = Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3, 5));
  return `${clockWords(start)} to ${clockWords(start + duration)}`;
}

/** 'Thursday 24 June', or with its year when that is not this one. */
export const dayWords = (date: string, today: string): string => words(date as LocalDate, today as LocalDate);

export function placeOf({ mode, roomName, venueName }: { mode: string; roomName: string | null; venueName: string | null }): string {
  if (mode === 'online') return 'Online';
  return [roomName, venueName].filter(Boolean).join(', ') || 'Place to be confirmed';
}

/** What to say, and nothing of why, about a cohort that does not run as planned. */
export function offWords({ cohortName, stage }: { cohortName: string; stage: 'cancelled' | 'postponed' }): { title: string; text: string } {
  return stage === 'cancelled'
    ? { title: `${cohortName} has been cancelled`, text: 'Its remaining sessions will not take place. You do not need to do anything.' }
    : {
        title: `${cohortName} has been postponed`,
        text: 'It will not take place as planned. New dates will appear here if they are set.',
      };
}

const CHANGED: Record<ChangeKind, string> = {
  added: 'is new',
  postponed: 'is postponed',
  resumed: 'takes place again',
  moved: 'has a new time',
  place: 'is in a different place',
  retitled: 'has a new name',
  cancelled: 'is cancelled',
  people: 'has different people',
  details: 'has new details',
};

/** 'has a new time and is in a different place' */
export function changeWords(kinds: readonly ChangeKind[]): string {
  const words = kinds.map((kind) => CHANGED[kind]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
