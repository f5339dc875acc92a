import { many } from '@waymark/shared/kernel/words';
import { weekdayWords, type Schemas } from '../cohort-words';

export type ShiftDay = Schemas['ShiftPreview']['days'][number];
/** A day as it is now, and where somebody would have it. */
export interface ShiftChoice {
  from: string;
  to: string;
}

/** What is sent: each day of the schedule with where it goes, so that the API points at the very field. */
export const choicesOf = (days: readonly ShiftDay[]): ShiftChoice[] => days.map(({ from, to }) => ({ from, to }));

/** "Bank holiday: Good Friday", "Weekend", "Weekend: Christmas Day" */
export const troubleWords = ({ trouble, holiday }: Pick<ShiftDay, 'trouble' | 'holiday'>): string =>
  trouble === null ? '' : [trouble === 'weekend' ? 'Weekend' : 'Bank holiday', holiday].filter(Boolean).join(': ');

/** What would come of the choices: what still falls on a day off, and which days do not stay as far apart as they were. */
export function shiftWords(days: readonly ShiftDay[], choices: readonly ShiftChoice[]): string {
  const kept = days.filter(({ to }, at) => choices[at]?.to === to);
  const troubled = kept.filter(({ trouble }) => trouble !== null).length;
  const jumped = days.length - kept.length;
  const apart =
    jumped === 0 ? 'The days stay as far apart as they are.' : `${many(jumped, 'day goes', 'days go')} to another day, as you chose.`;
  return `${apart} ${troubled === 0 ? 'None falls on a weekend or a bank holiday.' : `${many(troubled, 'day falls', 'days fall')} on a weekend or a bank holiday. Choose another day, or leave it where it falls.`}`;
}

export const whatWords = ({ decision, sessions }: Pick<ShiftDay, 'decision' | 'sessions'>): string =>
  [decision ? 'Decide whether it goes ahead' : '', sessions > 0 ? many(sessions, 'session', 'sessions') : ''].filter(Boolean).join(', ') ||
  'First or last day, without sessions';

/** The days to choose from, in order: where it falls, and working days around. */
export const dayOptions = ({ to, instead }: Pick<ShiftDay, 'to' | 'instead'>) =>
  [...new Set([to, ...instead])].sort().map((value) => ({ value, label: weekdayWords(value) }));
