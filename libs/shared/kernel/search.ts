/** Letters that no mark can be taken off: as people type them who have no such key. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const MARKS = /[\u0300-\u036f]/g;
/** O'Brien, O’Brien and O`Brien are one name. */
const APOSTROPHES = /['\u2018\u2019\u02bc\u02b9`\u00b4\u2032]/g;
const HYPHENS = /[-\u2010-\u2015\u2212]/g;
/** What stands between words: everything in these ranges that is no letter and no digit. Blanks are in them, NBSP and what nobody sees too. */
const BETWEEN = /[\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000\ufeff]+/g;
/** Nobody's name has more words; a text with more is searched by its first. */
const MOST = 100;

/** Without accents, case and the several ways to write one letter. */
const plain = (text: string): string =>
  text
    .slice(0, 10_000)
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter]!);

const split = (text: string): string[] => text.replace(BETWEEN, ' ').trim().split(' ').filter(Boolean);

/**
 * The words that somebody searches for: "Smith-Jones, Jean-Luc", "jean  luc smith jones" and "JEAN-LUC SMITH-JONES" are the same four.
 * What is found has each of them as a word or the beginning of one, in any order.
 */
export const searchWords = (text: string): string[] => [...new Set(split(plain(text).replace(APOSTROPHES, '')))].slice(0, MOST);

/**
 * The words under which a text is found: its own, and those that people make of it who leave an apostrophe or a hyphen out, or write a blank
 * in its place. The SQL twin is `waymark_words`, by which words are indexed: a test holds the two equal.
 */
export function wordsOf(text: string): string[] {
  const folded = plain(text);
  const ways = [folded.replace(APOSTROPHES, ''), folded.replace(APOSTROPHES, ' '), folded.replace(APOSTROPHES, '').replace(HYPHENS, '')];
  return [...new Set(ways.flatMap((way) => split(way).slice(0, MOST)))].sort((a, b) => (a < b ? -1 : 1));
}

/** Whether a text is found by what somebody typed so far. Nothing typed finds everything. */
export function isFound(text: string, typed: string): boolean {
  const words = wordsOf(text);
  return searchWords(typed).every((wanted) => words.some((word) => word.startsWith(wanted)));
}
