import type { Refusal } from '@waymark/shared/kernel/refusal';
import { COMMON_WORDS } from './common-words';
import type { IdentityCode } from './manifest';

const SHORTEST = 15;
const LONGEST = 200;

/** What other people know about somebody: names, email address, provider. None of it makes a password. */
export interface PasswordContext {
  names: readonly string[];
  email: string;
  places: readonly string[];
}

/**
 * Why a password may not be used (NIST SP 800-63B: length, no rules about kinds of characters, nothing common or known). An empty list means it may.
 * A password falls when what remains besides easy parts (common words, repeats, sequences, context) is too short to be a password of its own.
 */
export function passwordRefusals(password: string, context: PasswordContext): Refusal<IdentityCode>[] {
  const refused = (code: IdentityCode, facts?: Refusal['facts']): Refusal<IdentityCode>[] => [
    { code, pointer: '/password', ...(facts ? { facts } : {}) },
  ];
  const length = [...password].length;
  if (length < SHORTEST) return refused('identity_password_short');
  if (length > LONGEST) return refused('identity_password_long');

  const plain = undisguised(password);
  if (repeats(plain)) return refused('identity_password_repeats');
  if (isMostly(withoutSequences(plain), plain)) return refused('identity_password_sequence');

  const known = contextWords(context).filter((word) => plain.includes(word));
  if (isMostly(without(plain, known), plain)) return refused('identity_password_context', { word: known[0]! });

  // The same word again and again adds nothing, so each word counts once; three different words make a passphrase.
  const common = COMMON_WORDS.filter((word) => plain.includes(word));
  const longest = [...known, ...common].sort((a, b) => b.length - a.length);
  const rest = withoutSequences(without(plain, longest)).replace(/[0-9]+/g, '');
  if (longest.length > 0 && rest.length < 6)
    return refused(known.includes(longest[0]!) ? 'identity_password_context' : 'identity_password_common', { word: longest[0]! });
  return [];
}

/** What people put in place of letters, put back: `P@ssw0rd` is `password`. Spaces and marks between words count for nothing. */
function undisguised(password: string): string {
  const stands: Record<string, string> = { '@': 'a', $: 's', '!': 'i', '€': 'e', '£': 'l' };
  const letters = password
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[@$!€£]/g, (mark) => stands[mark]!);
  const joined = letters.replace(/[^\p{L}\p{N}]/gu, '');
  // Digits stand for letters only beside letters: 2027 stays a year.
  const digits: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
  return joined.replace(/(?<=\p{L})[013457](?=\p{L})/gu, (digit) => digits[digit]!);
}

/** Built by saying one to five characters again and again, or out of fewer than five different ones. */
function repeats(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  for (let unit = 1; unit <= 5; unit++) {
    if ([...plain].every((character, index) => character === plain[index % unit])) return true;
  }
  return false;
}

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];
const SEQUENCES = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);

/** Without runs of four or more in the order of the alphabet, the numbers or the keyboard. */
function withoutSequences(plain: string): string {
  let rest = '';
  for (let at = 0; at < plain.length;) {
    let length = 0;
    for (let end = at + 4; end <= plain.length && SEQUENCES.some((row) => row.includes(plain.slice(at, end))); end++) length = end - at;
    if (length > 0) at += length;
    else rest += plain[at++]!;
  }
  return rest;
}

const without = (plain: string, words: readonly string[]): string => words.reduce((rest, word) => rest.replaceAll(word, ''), plain);

/** So much was taken away that what is left is no password. */
const isMostly = (rest: string, plain: string): boolean => rest.length < plain.length && rest.length < 8;

function contextWords({ names, email, places }: PasswordContext): string[] {
  const words = [...names, ...places, email, ...email.split(/[@.]/), 'waymark'].flatMap((text) => [text, ...text.split(/\s+/)]);
  const plain = words
    .map((word) => undisguised(word))
    .filter((word) => word.length >= 4 && !/^(example|partnership|council|org|gov)$/.test(word));
  return [...new Set(plain)].sort((a, b) => b.length - a.length);
}
