/**
 * What the schedule board shows and says. Plain data: minutes are whole numbers counted from midnight ('13:15' is 795),
 * days are text ('2027-06-24'), words are ready to be read. The page that owns the schedule turns its own records into these.
 */
export interface BoardDay {
  date: string;
  /** 'Thursday 24 June' */
  title: string;
  /** First and last minute on which a session may stand. */
  opens: number;
  closes: number;
}

export interface BoardRoom {
  /** `null` is the column of sessions held online. */
  id: string | null;
  name: string;
  /** '16 seats · step-free' */
  detail: string;
}

/** Decides tint and bar; the word people read is `kindWord`. */
export type BoardKind = 'plenary' | 'workshop' | 'mentoring' | 'placement' | 'break' | 'online' | 'other';

export interface BoardSession {
  id: string;
  title: string;
  kind: BoardKind;
  /** 'workshop' */
  kindWord: string;
  /** `null`: not on the schedule. `end - start` is then still how long it takes. */
  day: string | null;
  start: number;
  end: number;
  roomId: string | null;
  /** 'everyone', 'Group 1 (12 people)' */
  who: string;
  /** True when nobody of the cohort can be anywhere else; the other rooms are hatched. */
  wholeCohort: boolean;
  /** The groups that attend, for the group filter; not read when `wholeCohort`. */
  groupIds: string[];
  leaders: string[];
  status: 'draft' | 'released' | 'changed' | 'cancelled';
  version: number;
  movable: boolean;
  /** Why it cannot be moved: 'It has already taken place.' */
  lockedReason: string | null;
}

/** What somebody else has one of our rooms for. */
export interface BoardHold {
  id: string;
  day: string;
  roomId: string;
  start: number;
  end: number;
  /** 'Essex County Council'; null where the reader may not know. */
  holder: string | null;
}

export type BoardSeverity = 'block' | 'warn' | 'info';

/** A place on the board. `day: null` takes the session off the schedule. */
export interface BoardPlace {
  day: string | null;
  start: number;
  roomId: string | null;
}

export interface BoardMove extends BoardPlace {
  sessionId: string;
}

/** One facilitator takes a session over from another. */
export interface BoardHandover {
  sessionId: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
}

export interface BoardRepair {
  /** 'Move to Blackwater room' */
  label: string;
  moves: BoardMove[];
  handovers: BoardHandover[];
  /** Titles of the clashes that are gone then, and of the milder ones that come. */
  solves: string[];
  causes: string[];
}

export interface BoardClash {
  key: string;
  severity: BoardSeverity;
  /** 'Dr Amara Nwosu is in 2 sessions' */
  title: string;
  /** 'Thursday 24 June, 13:15 to 14:00. Sponsor briefing (online) and Systems leadership (Crouch room).' */
  sentence: string;
  sessionIds: string[];
  /** For the block itself: 'Nwosu in 2 places' */
  short: string;
  /** Set when somebody accepted the clash; `at` is ready to be read: '20 June 2027 at 10:42'. */
  overridden?: { by: string; reason: string; at: string };
  repairs: BoardRepair[];
  /** The label of a repair of a clash above that solves this one too; it then has none of its own. */
  solvedBy?: string;
}

/** What a move would mean. `ok`: nothing to say; `words` is then empty. */
export interface BoardVerdict {
  severity: BoardSeverity | 'ok';
  words: string[];
}

/** Answers at once, without a request. Called once for each place a session is held over. */
export type BoardJudge = (move: BoardMove) => BoardVerdict;

/** How good each place would be for one session: `placeKey(place)` to its severity. Places not in it stay untinted. */
export type BoardHeat = ReadonlyMap<string, BoardSeverity | 'ok'>;

export interface BoardPerson {
  id: string;
  name: string;
  /** 'Facilitator', 'Participant, Group 1' */
  role: string;
  sessionIds: string[];
}

export interface BoardGroup {
  id: string;
  name: string;
}

export type BoardView = 'board' | 'list' | 'person';

export const placeKey = (place: BoardPlace): string => `${place.day ?? ''}|${place.roomId ?? ''}|${place.start}`;

export const samePlace = (one: BoardPlace | null, other: BoardPlace | null): boolean =>
  one === other || (!!one && !!other && placeKey(one) === placeKey(other));
