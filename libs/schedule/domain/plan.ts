import {
  DEFAULT_RULES,
  RULE_CODES,
  SEVERITIES,
  type Clash,
  type Plan,
  type RuleCode,
  type Session,
  type Severity,
} from '@waymark/engines/timetable/model';
import { dayNumber } from '@waymark/shared/kernel/dates';
import { roomAccess } from '@waymark/catalogue/domain/access';
import { divisionOfNation, type Nation } from '@waymark/catalogue/domain/calendar';
import { isExpectedToLead } from './facilitator-status';
import { minuteOf, startOf, type ElsewhereSession, type Schedule, type ScheduleSession } from './schedule';
import { sessionKind } from '@waymark/catalogue/domain/session-kinds';

/** The hours between which repairs look for another time. */
const OPENS = 9 * 60;
const CLOSES = 17 * 60 + 30;

/**
 * The schedule in the timetable engine's words: the same plan in the browser, which judges each move, and in the API, which has the last
 * word. Cancelled sessions are in nobody's way, and people who declined are not in two places.
 */
export function planOf(schedule: Schedule): Plan {
  const { cohort } = schedule;
  const rooms = new Set(schedule.rooms.map(({ id }) => id));
  const busy = eventsOfPeople(schedule.elsewhere);
  return {
    cohorts: [cohort, ...schedule.otherCohorts].map(({ id, name, startsOn, endsOn, nation }) => ({
      id,
      name,
      startsOn: dayNumber(startsOn),
      endsOn: dayNumber(endsOn),
      division: divisionOf(nation),
    })),
    sessions: [
      ...schedule.sessions.filter(({ status }) => status !== 'cancelled').map((session) => sessionOf(session, schedule)),
      ...schedule.elsewhere.map((session) => elsewhereOf(session, rooms)),
    ],
    rooms: schedule.rooms.map(({ capacities, nation, access, venueAccess, ...room }) => ({
      ...room,
      access: roomAccess({ access, venueAccess }),
      capacityByLayout: capacities,
      division: divisionOf(nation),
    })),
    bookings: schedule.bookings.map(({ eventId, holder, ...booking }) => ({
      ...booking,
      id: eventId,
      holder: holder ?? '',
      start: minuteOf(booking.start),
      end: minuteOf(booking.end),
      hidden: holder === null,
    })),
    facilitators: schedule.facilitators.map(({ id, name, subjects, availability }) => {
      const spans = (kind: string) =>
        availability.filter((one) => one.kind === kind).map(({ start, end }) => ({ start: minuteOf(start), end: minuteOf(end) }));
      const available = spans('available');
      return { id, name, subjects, unavailable: spans('unavailable'), available: available.length > 0 ? available : null };
    }),
    people: schedule.people.map(({ id, name, groupIds, needs }) => ({
      id,
      name,
      needs,
      cohortIds: [cohort.id],
      groupIds: [...groupIds, ...(busy.get(id) ?? [])],
    })),
    groups: schedule.groups.map(({ id, name, kind }) => ({ id, name, cohortId: cohort.id, guests: kind === 'guests' })),
    holidays: schedule.holidays.map(({ division, date, title }) => ({ division, day: dayNumber(date), title })),
    travel: schedule.travel,
    rules: rulesOf(schedule.rules),
    opens: OPENS,
    closes: CLOSES,
    step: 15,
  };
}

/** A session for each group has the same title in each: what is said of one says which group it is for. */
export function titleFor({ title, groupIds }: Pick<ScheduleSession, 'title' | 'groupIds'>, groups: Schedule['groups']): string {
  const names = groups.filter(({ id, name }) => groupIds.includes(id) && !title.includes(name)).map(({ name }) => name);
  return names.length > 0 ? `${title} (${names.join(', ')})` : title;
}

/** One of the cohort's own sessions as the engine sees it. */
export function sessionOf(session: ScheduleSession, { cohort, groups }: Pick<Schedule, 'cohort' | 'groups'>): Session {
  return {
    id: session.id,
    cohortId: cohort.id,
    title: titleFor(session, groups),
    start: startOf(session),
    duration: session.duration,
    roomId: session.mode === 'online' ? null : session.roomId,
    venueId: null,
    mode: session.mode,
    layout: session.layout,
    equipment: session.equipment,
    setUp: session.setUp,
    clearUp: session.clearUp,
    groupIds: session.groupIds,
    facilitatorIds: session.facilitators.filter(({ status }) => isExpectedToLead(status)).map(({ facilitatorId }) => facilitatorId),
    declinedIds: session.facilitators.filter(({ status }) => !isExpectedToLead(status)).map(({ facilitatorId }) => facilitatorId),
    after: session.after,
    fixed: session.status !== 'draft',
    isBreak: sessionKind(session.kind).pause,
    // Before people are enrolled, a session for everybody is planned for a full cohort.
    expected: session.groupIds.length === 0 && isFilling(cohort.stage) ? cohort.capacity : null,
  };
}

/** Only what concerns this cohort: another cohort's own troubles are its staff's. */
export function clashesOf(clashes: readonly Clash[], { sessions }: Pick<Schedule, 'sessions'>): Clash[] {
  const ours = new Set(sessions.map(({ id }) => id));
  return clashes.filter(({ subjects }) => subjects.some(({ kind, id }) => kind === 'session' && ours.has(id)));
}

/** Does this stand in the way of a release, unless somebody accepts it with a reason? */
function blocksRelease({ severity }: Pick<Clash, 'severity'>): boolean {
  return severity === 'block_release' || severity === 'block_save';
}

/** May somebody accept it with a reason? What blocks saving must be mended, and notes need no reason. */
export function canBeAccepted({ severity }: Pick<Clash, 'severity'>): boolean {
  return severity === 'block_release' || severity === 'warn';
}

/** Clashes that keep the schedule from being released: serious, and accepted by nobody. */
export function standing(clashes: readonly Clash[], overrides: readonly { clashKey: string }[]): Clash[] {
  const accepted = new Set(overrides.map(({ clashKey }) => clashKey));
  return clashes.filter((clash) => blocksRelease(clash) && !(canBeAccepted(clash) && accepted.has(clash.key)));
}

const divisionOf = (nation: string) => divisionOfNation(nation as Nation);

function rulesOf(chosen: Readonly<Record<string, Severity>>): Record<RuleCode, Severity> {
  return Object.fromEntries(
    RULE_CODES.map((code) => {
      const severity = chosen[code];
      return [code, severity !== undefined && SEVERITIES.includes(severity) ? severity : DEFAULT_RULES[code]];
    }),
  ) as Record<RuleCode, Severity>;
}

/** Which sessions elsewhere each person is in. */
function eventsOfPeople(elsewhere: readonly ElsewhereSession[]): Map<string, string[]> {
  const events = new Map<string, string[]>();
  for (const { eventId, personIds } of elsewhere) for (const id of personIds) events.set(id, [...(events.get(id) ?? []), eventId]);
  return events;
}

/** Whose sessions are that the reader may not see: nobody's in the plan. */
const UNSEEN = 'unseen';

/** Those of this cohort's people who are there are a group of their own, which explains nobody away. */
function elsewhereOf({ eventId, personIds, ...session }: ElsewhereSession, rooms: ReadonlySet<string>): Session {
  return {
    ...session,
    id: eventId,
    cohortId: session.cohortId ?? UNSEEN,
    title: session.title ?? '',
    hidden: session.title === null,
    groupIds: personIds.length > 0 ? [eventId] : [],
    start: minuteOf(session.start),
    roomId: session.roomId !== null && rooms.has(session.roomId) ? session.roomId : null,
    layout: null,
    equipment: [],
    after: [],
    fixed: true,
    isBreak: session.kind !== null && sessionKind(session.kind).pause,
  };
}

const isFilling = (stage: string): boolean => ['planning', 'open_for_applications', 'selecting', 'confirmed', 'postponed'].includes(stage);
