import { longDate, type LocalDate } from './dates';
import type { CohortWords, HappenedInCohort, Manifest } from './manifest';
import { roleWords } from './roles';

/** Something that happened, as the log keeps it. `personName` is the person that `facts.personId` names. */
interface Happened {
  name: string;
  personName: string | null;
  facts: Record<string, unknown>;
}

/**
 * An event in words, from the words of a manifest. `{person}` is who it is about, `{role}` their role; any other name in braces is a fact: a
 * date in words, a code without its underscores, or with `{sessions:session}` how many. Words that depend on more are a function of the facts.
 * Why something was done, in somebody's own words, stays out of them: `reasonOf` says it beside. An event that has no words any more is said by
 * its own name.
 */
export function eventSentence({ name, personName, facts }: Happened, words: Manifest['events']): string {
  const made = (words as Record<string, Manifest['events'][keyof Manifest['events']]>)[name];
  if (!made) return plain(name) + (personName ? `: ${personName}` : '');
  if (typeof made === 'function') return made(facts);
  const own = made;
  // A fact that an older event does not have takes its part of the sentence along.
  const whole = own
    .split(/(?=: {)/)
    .filter((part, index) => index === 0 || said(part, personName, facts).trim() !== ':')
    .join('');
  const sentence = said(whole, personName, facts).replace(/ {2,}/g, ' ').trim();
  return sentence[0]!.toUpperCase() + sentence.slice(1);
}

/** Why somebody did it, as they wrote it; nothing where they did not say. */
export const reasonOf = (facts: Readonly<Record<string, unknown>>): string =>
  [facts['reason'], facts['note']].find((said): said is string => typeof said === 'string' && said !== '') ?? '';

/** An event of a cohort in the words of its history; one that has none there is said by its own name. */
export function cohortSentence(happened: HappenedInCohort, words: CohortWords): string {
  const own = (words as Record<string, CohortWords[keyof CohortWords]>)[happened.name];
  if (!own) return plain(happened.name) + (happened.subject ? `: ${happened.subject}` : '');
  return typeof own === 'string' ? own : own(happened);
}

/** A fact as it is, or nothing where an older event does not have it. */
export const factText = (fact: unknown): string => (typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '');

function said(words: string, personName: string | null, facts: Record<string, unknown>): string {
  return words.replace(/{(\w+)(?::(\w+))?}/g, (_, key: string, one?: string) => {
    if (key === 'person') return personName ?? 'someone';
    if (key === 'role') return roleWords(String(facts['role'] ?? ''));
    if (one) return counted(facts[key], one);
    return factWords(facts[key]);
  });
}

function counted(count: unknown, one: string): string {
  const several = one === 'person' ? 'people' : `${one}s`;
  return typeof count === 'number' ? `${count} ${count === 1 ? one : several}` : several;
}

function factWords(fact: unknown): string {
  if (typeof fact === 'number') return String(fact);
  if (typeof fact !== 'string') return '';
  if (/^\d{4}-\d\d-\d\d$/.test(fact)) return longDate(fact as LocalDate);
  return /^[a-z]+(_[a-z]+)*$/.test(fact) ? fact.replaceAll('_', ' ') : fact;
}

/** `cohort.stageChanged` is "Cohort stage changed". */
function plain(name: string): string {
  const words = name.replaceAll(/[.-]/g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0]!.toUpperCase() + words.slice(1);
}
