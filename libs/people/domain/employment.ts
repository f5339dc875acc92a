import { addDays, covers, longDate, overlaps, type LocalDate, type Period } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { PeopleCode } from './manifest';

export interface Job extends Period {
  organisationId: string;
  lineManagerId: string | null;
}

/** Why this job cannot be this person's. `others` are the person's other jobs; `lastDay` is the last day of the organisation, if it has one. */
export function employmentRefusals(
  personId: string,
  job: Job,
  others: readonly Job[],
  lastDay: LocalDate | null = null,
): Refusal<PeopleCode>[] {
  const refusals: Refusal<PeopleCode>[] = [];
  if (job.endsOn !== null && job.endsOn < job.startsOn) return [{ code: 'people_employment_dates', pointer: '/endsOn' }];
  if (job.lineManagerId === personId) refusals.push({ code: 'people_own_manager', pointer: '/lineManagerId' });
  if (others.some((other) => other.organisationId === job.organisationId && overlaps(other, job)))
    refusals.push({ code: 'people_employment_overlap', pointer: '/startsOn' });
  // What replaced it is another organisation, with jobs of its own: those held until then stay where they were.
  if (lastDay !== null && job.startsOn > lastDay)
    refusals.push({ code: 'people_organisation_ended', pointer: '/organisationId', facts: { day: longDate(lastDay) } });
  return refusals;
}

/** A job that is held, with what it is called. */
export interface HeldJob extends Period {
  id: string;
  organisationId: string;
  organisation: string;
}

/** What a move does to the jobs held: the one that is changed, null for a new one, and those that end, each with its last day. */
export interface Move {
  jobId: string | null;
  startsOn: LocalDate;
  ends: { id: string; on: LocalDate }[];
}

/** The job at an organisation that is meant: the one of today, or the next. */
export function jobMeant<Held extends HeldJob>(organisationId: string | null, held: readonly Held[], today: LocalDate): Held | undefined {
  const there = held.filter((job) => job.organisationId === organisationId && goesOn(job, today));
  return there.find((job) => covers(job, today)) ?? there.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
}

/**
 * Somebody works somewhere, from a day or, where none is said, from today unless they do already. A job elsewhere ends the day before, whether it
 * had an end or not; one that began the same day was meant to be this one. Or why that cannot be, in words.
 */
export function moveOf(
  wish: { organisationId: string; startsOn: LocalDate | null },
  held: readonly HeldJob[],
  today: LocalDate,
): Move | { wrong: string } {
  const meant = jobMeant(wish.organisationId, held, today);
  const startsOn = wish.startsOn ?? meant?.startsOn ?? today;
  const elsewhere = meant ? [] : held.filter((job) => job.organisationId !== wish.organisationId && goesOn(job, startsOn));
  const replaced = meant ?? elsewhere.find((job) => job.startsOn === startsOn);
  const endsOn = meant?.endsOn ?? null;
  if (endsOn !== null && endsOn < startsOn) return { wrong: `This is after ${longDate(endsOn)}, the last day of their job there` };
  const twice = held.find(
    (job) => job.id !== replaced?.id && job.organisationId === wish.organisationId && overlaps(job, { startsOn, endsOn }),
  );
  if (twice) return { wrong: `They already have a job at ${twice.organisation} ${saidOf(twice)}. Enter a day outside that` };
  const later = elsewhere.find((job) => job.id !== replaced?.id && job.startsOn >= startsOn && goesOn(job, today));
  if (later) return { wrong: `They have a job at ${later.organisation} ${saidOf(later)}. Enter a later day, or end that job first` };
  return {
    jobId: replaced?.id ?? null,
    startsOn,
    ends: elsewhere.flatMap((job) => (job.startsOn < startsOn ? [{ id: job.id, on: addDays(startsOn, -1) }] : [])),
  };
}

const goesOn = ({ endsOn }: Period, day: LocalDate): boolean => endsOn === null || endsOn >= day;
const saidOf = ({ startsOn, endsOn }: Period): string =>
  endsOn === null ? `from ${longDate(startsOn)}` : `from ${longDate(startsOn)} to ${longDate(endsOn)}`;
