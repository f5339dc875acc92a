import type { ReleasedSession, Snapshot } from './release';

/** What somebody is on a cohort: their groups when they take part, their facilitator's id when they lead. */
export interface Standing {
  /** `null`: not a participant. */
  groupIds: readonly string[] | null;
  facilitatorId: string | null;
}

/** What a session is for those it concerns: the one answer for page, agenda, home and calendar file. */
type SessionState = 'on' | 'cancelled' | 'postponed';
export const sessionState = ({ cancelled, postponed }: Pick<ReleasedSession, 'cancelled' | 'postponed'>): SessionState =>
  cancelled ? 'cancelled' : postponed ? 'postponed' : 'on';

type Part = 'participant' | 'facilitator';

/** The released sessions that concern somebody, and as what, in order of time. What is only a draft is in no snapshot and so never here. */
export function agendaFor(standing: Standing, snapshot: Snapshot): { session: ReleasedSession; as: Part }[] {
  return snapshot.sessions
    .flatMap((session) => {
      const as = partIn(session, standing);
      return as === null ? [] : [{ session, as }];
    })
    .sort((one, other) => orderOf(one.session).localeCompare(orderOf(other.session)));
}

function partIn(session: ReleasedSession, { groupIds, facilitatorId }: Standing): Part | null {
  if (facilitatorId !== null && session.facilitators.some(({ id }) => id === facilitatorId)) return 'facilitator';
  return groupIds !== null && concerns(session, groupIds) ? 'participant' : null;
}

/** For the whole cohort, or for one of these groups. */
function concerns(session: Pick<ReleasedSession, 'groupIds'>, groupIds: readonly string[]): boolean {
  return session.groupIds.length === 0 || session.groupIds.some((id) => groupIds.includes(id));
}

const orderOf = ({ date, startsAt, title }: ReleasedSession): string => `${date} ${startsAt} ${title}`;
