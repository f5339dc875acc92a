import { divisionOfNation, knownUntil, withOwnDays, type Nation } from '@waymark/catalogue/domain/calendar';
import { Injectable } from '@nestjs/common';
import type { Reach } from '@waymark/shared/api/actor';
import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import { addDays, type LocalDate } from '@waymark/shared/kernel/dates';
import { found } from '@waymark/shared/kernel/refusal';
import { toWall } from '@waymark/shared/kernel/wall-clock';
import type { AgendaItem } from '@waymark/schedule/domain/agenda-item';
import type { Snapshot } from '@waymark/schedule/domain/release';
import { placeAt, textOf, type ClashOverride, type Schedule, type ScheduleSession, type WallText } from '@waymark/schedule/domain/schedule';
import { around, scheduleOf, sessionsOf } from './schedule.sql';

/** A session with what only its editor, its release and its calendar entry need. */
export interface LoadedSession extends ScheduleSession {
  purpose: string;
  note: string;
  onlineUrl: string | null;
  agenda: AgendaItem[];
  facilitators: (ScheduleSession['facilitators'][number] & { reason: string })[];
  icsUid: string;
  icsSequence: number;
}

export interface LoadedSchedule extends Schedule {
  cohort: Schedule['cohort'] & { providerId: string; programmeId: string; code: string; place: string; venueId: string | null };
  scheduleVersion: number;
  sessions: LoadedSession[];
  venues: { id: string; name: string; address: string }[];
  overrides: ClashOverride[];
  release: { number: number; at: string; by: string; snapshot: Snapshot } | null;
  /** The last day for which the bank holidays are known wherever the cohort meets; null where none are. */
  holidaysKnownUntil: LocalDate | null;
  /** When its blocking clashes were last counted for the lists. */
  countedAt: string | null;
}

/** What a reader may see of participants, once it is known whose cohort it is. */
type Shows = (place: { providerId: string; cohortId: string }) => {
  names: boolean;
  needs: boolean;
  /** When rooms and people are taken by what the reader does not see, and when facilitators are free: for those who plan around it. */
  taken: boolean;
};

export const SHOWS_ALL: Shows = () => ({ names: true, needs: true, taken: true });

/** Days before and after the cohort for which other people's plans are loaded: as far as a session is moved by hand. */
const BEFORE = 14;
const AFTER = 28;

@Injectable()
export class ScheduleQueries {
  /**
   * Everything about one schedule in two statements; 404 when the cohort is not within `reach`. Names of participants are left out for
   * readers who may not list them, needs for those who may not see needs. What rules compare with is told for the whole provider, whatever of
   * it the reader sees.
   */
  async load(read: Reader, cohortId: string, reach: Reach, shows: Shows): Promise<LoadedSchedule> {
    const [row] = await read.query<CohortLine>(scheduleOf(cohortId, reach));
    const { providerId, venueIds, last, sessions, people, ...cohort } = found(row);
    const { names, needs, taken } = shows({ providerId, cohortId });
    const days = sessions.flatMap(({ startsAt }) => (startsAt === null ? [] : [placeAt(toWall(new Date(startsAt))).date!]));
    const from = addDays([cohort.startsOn, ...days].sort()[0]!, -BEFORE);
    const to = addDays([cohort.endsOn, ...days].sort().at(-1)!, AFTER);
    const [others] = await read.query<AroundLine>(around({ cohortId, providerId, venueIds, from, to }));
    const { rooms, bookings, facilitators, elsewhere, otherCohorts, holidays, lastHolidays, travel, venues } = others!;
    return {
      cohort: { ...cohortOf(cohort), providerId },
      scheduleVersion: cohort.scheduleVersion,
      sessions: sessions.map(sessionOf),
      rooms,
      venues,
      bookings: bookings.filter(({ seen }) => seen || taken).map(bookingOf),
      facilitators: facilitators.map(({ subjects, availability, ...one }) => ({
        ...one,
        subjects: taken ? subjects : [],
        availability: taken ? availability.map(({ kind, start, end }) => ({ kind, start: wall(start), end: wall(end) })) : [],
      })),
      groups: cohort.groups,
      people: people.map((person, index) => ({
        ...person,
        name: names ? person.name : `Participant ${index + 1}`,
        needs: needs ? person.needs : [],
      })),
      elsewhere: elsewhere.filter(({ seen }) => seen || taken).map(elsewhereOf),
      otherCohorts,
      holidays: withOwnDays(holidays).map(({ division, date, title }) => ({ division, date, title })),
      holidaysKnownUntil: untilAll(
        [cohort, ...rooms].map(({ nation }) => divisionOfNation(nation as Nation)),
        lastHolidays,
      ),
      travel,
      rules: cohort.rules,
      // What was accepted about needs, and why, says that somebody has them.
      overrides: needs ? cohort.overrides : cohort.overrides.filter(({ rule }) => rule !== 'access_unmet'),
      release: last,
      countedAt: cohort.countedAt,
    };
  }

  /** Sessions of a cohort as they are now: those named, or all. */
  async sessions(read: Reader, cohortId: string, ids: readonly string[] | null = null): Promise<LoadedSession[]> {
    const rows = await read.query<{ one: SessionLine }>(sessionsOf(cohortId, ids));
    return rows.map(({ one }) => sessionOf(one));
  }

  /** The cohort a session belongs to, when it is within reach; 404 otherwise. */
  async cohortOf(read: Reader, sessionId: string, reach: Reach): Promise<string> {
    const [row] = await read.query<{ cohortId: string }>(
      sql`SELECT s.cohort_id AS "cohortId" FROM session s WHERE s.id = ${sessionId} AND ${within(reach, 's.provider_id', 's.cohort_id')}`,
    );
    return found(row).cohortId;
  }
}

function untilAll(divisions: readonly string[], known: readonly { division: string; last: LocalDate }[]): LocalDate | null {
  const ends = divisions.map((one) => knownUntil(known.flatMap(({ division, last }) => (division === one ? [last] : []))));
  return ends.some((end) => end === null) ? null : ends.sort()[0]!;
}

type SessionLine = Omit<LoadedSession, 'date' | 'startsAt'> & { startsAt: string | Date | null };

interface CohortLine {
  id: string;
  providerId: string;
  programmeId: string;
  code: string;
  name: string;
  place: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  nation: string;
  stage: string;
  capacity: number;
  venueId: string | null;
  venueIds: string[];
  scheduleVersion: number;
  rules: Schedule['rules'];
  sessions: SessionLine[];
  groups: Schedule['groups'];
  people: Schedule['people'];
  overrides: ClashOverride[];
  last: LoadedSchedule['release'];
  countedAt: string | null;
}

interface AvailabilityLine {
  kind: 'available' | 'unavailable';
  start: string;
  end: string;
}

type AroundLine = Pick<LoadedSchedule, 'rooms' | 'travel' | 'otherCohorts' | 'venues'> & {
  holidays: { division: string; date: LocalDate; title: string; notes: string }[];
  lastHolidays: { division: string; last: LocalDate }[];
  bookings: BookingLine[];
  facilitators: { id: string; name: string; subjects: string[]; availability: AvailabilityLine[] }[];
  elsewhere: ElsewhereLine[];
};

/** `seen`: the walls let the reader see it, and not only that it takes something. */
type BookingLine = Omit<Schedule['bookings'][number], 'start' | 'end'> & { seen: boolean; start: string; end: string };
type ElsewhereLine = Omit<Schedule['elsewhere'][number], 'start' | 'duration'> & { seen: boolean; start: string; end: string };

const wall = (moment: string): WallText => textOf(toWall(new Date(moment)));

function bookingOf({ seen: _, start, end, ...booking }: BookingLine): Schedule['bookings'][number] {
  return { ...booking, start: wall(start), end: wall(end) };
}

function elsewhereOf({ seen: _, start, end, ...session }: ElsewhereLine): Schedule['elsewhere'][number] {
  const [from, to] = [toWall(new Date(start)), toWall(new Date(end))];
  return { ...session, start: textOf(from), duration: to - from };
}

function sessionOf({ startsAt, ...session }: SessionLine): LoadedSession {
  return { ...session, ...placeAt(startsAt === null ? null : toWall(new Date(startsAt))) };
}

function cohortOf({
  id,
  programmeId,
  code,
  name,
  place,
  startsOn,
  endsOn,
  nation,
  stage,
  capacity,
  venueId,
}: Omit<CohortLine, 'providerId' | 'sessions' | 'people' | 'last' | 'venueIds'>) {
  return { id, programmeId, code, name, place, startsOn, endsOn, nation, stage, capacity, venueId };
}
