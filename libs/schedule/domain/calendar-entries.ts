import { wallMinute, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import { agendaFor, sessionState, type Standing } from './agenda';
import type { ReleasedSession, Snapshot } from './release';

/** What somebody's calendar says of a session they were told of. */
export interface CalendarEntryState {
  personId: string;
  sessionId: string;
  /** Rises by one with each change that this person saw, so that a calendar takes the newer of two files. */
  sequence: number;
  /** The session's own number when it was last said: another one means that time, place or title changed since. */
  said: number;
  /** Whether it takes place for them. Once said, an entry is never taken back in silence: it is cancelled. */
  on: boolean;
}

/**
 * The entries that differ from those kept, for the people of a cohort as they stand now and the schedule as it was last released. What is over
 * stays as it was; who comes new gets the session's own number; who left, was regrouped or was taken off gets a cancellation, and the next number
 * again when they come back.
 */
export function entriesAfter(
  kept: readonly CalendarEntryState[],
  standings: ReadonlyMap<string, Standing>,
  snapshot: Snapshot,
  now: WallMinute,
): CalendarEntryState[] {
  const ahead = new Map(snapshot.sessions.filter((session) => endOf(session) > now).map((session) => [session.id, session]));
  const theirs = new Set(
    [...standings].flatMap(([personId, standing]) => agendaFor(standing, snapshot).map(({ session }) => keyOf(personId, session.id))),
  );
  const changed = kept.flatMap((entry) => {
    const session = ahead.get(entry.sessionId);
    if (!session) return [];
    const on = theirs.has(keyOf(entry.personId, entry.sessionId)) && sessionState(session) === 'on';
    const moved = on && entry.said !== session.icsSequence;
    return on === entry.on && !moved ? [] : [{ ...entry, on, sequence: entry.sequence + 1, said: on ? session.icsSequence : entry.said }];
  });
  const known = new Set(kept.map(({ personId, sessionId }) => keyOf(personId, sessionId)));
  const fresh = [...standings.keys()].flatMap((personId) =>
    [...ahead.values()]
      .filter(
        (session) => sessionState(session) === 'on' && theirs.has(keyOf(personId, session.id)) && !known.has(keyOf(personId, session.id)),
      )
      .map(({ id, icsSequence }) => ({ personId, sessionId: id, sequence: icsSequence, said: icsSequence, on: true })),
  );
  return [...changed, ...fresh];
}

const endOf = ({ date, startsAt, duration }: ReleasedSession): WallMinute => wallMinute(date, startsAt) + duration;
const keyOf = (personId: string, sessionId: string): string => `${personId} ${sessionId}`;
