import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { many } from '@waymark/shared/kernel/words';
import type { ChangeKind } from '@waymark/schedule/domain/release';
import { timeAt, minutesOf } from '../schedule-page/schedule-board-data';

interface ChangeState {
  title: string;
  date: string;
  startsAt: string;
  duration: number;
  mode: string;
  roomName: string | null;
  groupNames: string[];
  facilitators: { name: string }[];
}

export interface Change {
  sessionId: string;
  title: string;
  kinds: ChangeKind[];
  before: ChangeState | null;
  after: ChangeState;
  participants: number;
  facilitators: number;
}

export const KIND_WORDS: Record<ChangeKind, string> = {
  added: 'New',
  postponed: 'Postponed',
  resumed: 'No longer postponed',
  moved: 'Moved',
  place: 'Place changed',
  retitled: 'Renamed',
  cancelled: 'Cancelled',
  people: 'People changed',
  details: 'Details changed',
};

/** What a session was and what it is, one line for each thing that changed. */
export function linesOf({ kinds, before, after }: Change): { label: string; from: string | null; to: string }[] {
  if (before === null) return [{ label: 'When and where', from: null, to: `${whenOf(after)}, ${placeOf(after)}` }];
  const lines: Partial<Record<ChangeKind, { label: string; from: string; to: string }>> = {
    moved: { label: 'When', from: whenOf(before), to: whenOf(after) },
    place: { label: 'Where', from: placeOf(before), to: placeOf(after) },
    retitled: { label: 'Title', from: before.title, to: after.title },
    postponed: { label: 'When', from: whenOf(before), to: 'Postponed' },
    resumed: { label: 'When', from: 'Postponed', to: whenOf(after) },
    cancelled: { label: 'When', from: whenOf(before), to: 'Will not take place' },
    people: { label: 'Who', from: whoOf(before), to: whoOf(after) },
    details: { label: 'Details', from: 'As before', to: 'Purpose, kind or agenda changed' },
  };
  // Where it takes place again says also when.
  return kinds.filter((kind) => kind !== 'moved' || !kinds.includes('resumed')).flatMap((kind) => lines[kind] ?? []);
}

/** What a release would go out with, in one sentence: what blocks it, what it lacks, what is warned of, what was overridden. */
export function checksWords({
  blocks,
  without,
  warnings,
  accepted,
}: {
  blocks: number;
  without: number;
  warnings: readonly unknown[];
  accepted: readonly unknown[];
}): string {
  const head = blocks === 0 ? 'Nothing blocks this release' : `${many(blocks, 'thing blocks', 'things block')} this release`;
  const rest = [
    without > 0 ? `${many(without, 'thing is', 'things are')} missing` : '',
    warnings.length > 0 ? many(warnings.length, 'warning', 'warnings') : '',
    accepted.length > 0 ? `${many(accepted.length, 'clash is', 'clashes are')} overridden` : '',
  ].filter(Boolean);
  return rest.length > 0 ? `${head}. ${rest.join(', ')}.` : `${head}.`;
}

export function peopleWords(participants: number, facilitators: number): string {
  const words = [count(participants, 'participant'), count(facilitators, 'facilitator')].filter(Boolean);
  return words.length > 0 ? words.join(' and ') : 'No one';
}

interface Concerned {
  signsIn: boolean;
}

/**
 * Who finds a release in their agenda, and who cannot because they have no account. Waymark sends nobody anything when a schedule is released,
 * so nothing here says that somebody was told.
 */
export function reachWords(
  participants: readonly Concerned[],
  facilitators: readonly Concerned[],
): { can: string | null; cannot: string | null } {
  const signsIn = ({ signsIn }: Concerned) => signsIn;
  const not = (one: Concerned) => !signsIn(one);
  const can = peopleCount(participants.filter(signsIn), facilitators.filter(signsIn));
  const cannot = peopleCount(participants.filter(not), facilitators.filter(not));
  return {
    can: can.number === 0 ? null : `${can.words} can see it in ${can.number === 1 ? 'their agenda' : 'their agendas'} when they sign in.`,
    cannot:
      cannot.number === 0
        ? null
        : `${cannot.words} ${cannot.number === 1 ? 'has' : 'have'} no account, so they cannot see it. Invite them, or tell them another way.`,
  };
}

const peopleCount = (participants: readonly Concerned[], facilitators: readonly Concerned[]): { number: number; words: string } => ({
  number: participants.length + facilitators.length,
  words: peopleWords(participants.length, facilitators.length),
});

const count = (number: number, word: string): string => (number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`);

function whenOf({ date, startsAt, duration }: ChangeState): string {
  return `${longDate(date as LocalDate, { withWeekday: true })}, ${startsAt} to ${timeAt((minutesOf(startsAt) + duration) % 1440)}`;
}

const placeOf = ({ mode, roomName }: ChangeState): string => (mode === 'online' ? 'online' : (roomName ?? 'room to be confirmed'));

function whoOf({ groupNames, facilitators }: ChangeState): string {
  return [groupNames.length > 0 ? groupNames.join(', ') : 'Everyone', ...facilitators.map(({ name }) => name)].join(', ');
}
