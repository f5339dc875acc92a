import { oneLine } from './line';

/** What somebody is called. One name suffices, and then it is the family name. */
export interface PersonName {
  givenName: string;
  familyName: string;
}

/** Why something is not taken for a name as it stands. `ask`: somebody may be called so, and a file should say it another way or a person type it. */
interface NameDoubt {
  part: keyof PersonName;
  level: 'no' | 'ask';
  message: string;
}

const LONGEST = 100;
const TITLES = new Set('mr mrs ms miss mx dr prof professor cllr councillor sir dame lord lady rev revd reverend hon canon'.split(' '));
/** After a name, and never a name in capitals; `MA` and `BA` may be, so they count only after a comma. */
const DEGREES = new Set(
  'phd dphil msc mphil bsc mba meng llb llm mres mbe obe cbe kbe dbe bem mvo qc kc jp dl frcs frcp frgs fcca acca cpfa cipfa mcipd fcipd chartered'.split(
    ' ',
  ),
);
const DEGREES_AFTER_COMMA = new Set([...DEGREES, 'ma', 'ba', 'md', 'mp', 'esq']);
const SUFFIXES = new Set(['jr', 'jnr', 'junior', 'sr', 'snr', 'ii', 'iii', 'iv']);
/** In small letters they begin a family name: van der Berg, del Carmen. */
const PARTICLES = new Set(
  'van von der den de del della di da do dos das du la le los las ter ten zu zur bin ibn bint al el ap ab op'.split(' '),
);

/** As it is joined again: what two names are compared by, however they were divided. */
export const joinedName = ({ givenName, familyName }: PersonName): string => oneLine(`${givenName} ${familyName}`);

/** `Okafor, Sarah`, `Dr Sarah Okafor PhD` or `Jan van der Berg (he/him)` as given and family name: titles, degrees and what is in brackets are neither. */
export function nameIn(full: string): PersonName {
  const [first = '', ...rest] = withoutBrackets(full)
    .split(',')
    .map((part) => part.trim());
  const kept = rest.filter(
    (part) => part !== '' && !wordsOf(part).every((word) => isOneOf(DEGREES_AFTER_COMMA, word) || isOneOf(TITLES, word)),
  );
  const suffix = kept.filter((part) => isOneOf(SUFFIXES, part));
  const given = kept.filter((part) => !isOneOf(SUFFIXES, part)).join(' ');
  const words = bareWords(first);
  const { givenName, familyName } = given ? { givenName: bareWords(given).join(' '), familyName: words.join(' ') } : divided(words);
  return oneNameSuffices({ givenName, familyName: [familyName, ...suffix].filter(Boolean).join(' ') });
}

/** A name in two parts as it is kept: the one name of somebody who has one is the family name, and pronouns in brackets are neither. */
export function oneNameSuffices({ givenName, familyName }: PersonName): PersonName {
  const [given, family] = [nothingSaid(givenName), nothingSaid(familyName)];
  return family === '' ? { givenName: '', familyName: given } : { givenName: given, familyName: family };
}

/** Do these mean the same name? Divided in another way, with a title or pronouns or without, they do. */
export const isSameName = (held: PersonName, full: string): boolean =>
  joinedName(held) === oneLine(full) || joinedName(nameIn(joinedName(held))) === joinedName(nameIn(full));

/** Everything that is doubtful in a name, by the part to mend. An empty name is no name. */
export function nameDoubts({ givenName, familyName }: PersonName): NameDoubt[] {
  const doubts: NameDoubt[] = [];
  const parts = [
    ['givenName', givenName, 'first name'],
    ['familyName', familyName, givenName ? 'last name' : 'name'],
  ] as const;
  for (const [part, text, called] of parts) {
    if (text === '') continue;
    if (text.length > LONGEST) doubts.push({ part, level: 'no', message: `Use ${LONGEST} characters or fewer` });
    else if (isPlaceholder(text) || (part === 'familyName' && givenName === '' && WHOLE.test(text)))
      doubts.push({ part, level: 'no', message: `"${text}" is not a ${called}` });
    else if (SEVERAL.test(text)) doubts.push({ part, level: 'ask', message: 'This looks like two people. Put each in a row of their own' });
    else if (wordsOf(text).some((word) => /^\d+$/.test(word)))
      doubts.push({ part, level: 'ask', message: `"${text}" has a number in it. Enter the name alone` });
  }
  return doubts;
}

/** What spreadsheets write where nothing was found, and people where nothing is known. "Na" and "Null" are surnames. */
const PLACEHOLDER = /^(#.*|n\/a|n\.a\.?|tbc|tba|tbd)$/i;
/** The same where it is all that is said. */
const WHOLE = /^(null|none|undefined|unknown|anonymous|vacant( post)?|to be (confirmed|announced)|not (known|applicable)|nobody)$/i;
const SEVERAL = /;|&| and /i;

const isPlaceholder = (text: string): boolean => !/\p{L}/u.test(text) || wordsOf(text).some((word) => PLACEHOLDER.test(word));

function divided(words: readonly string[]): PersonName {
  const capitals = wordsInCapitals(words);
  if (capitals > 0) return { givenName: words.slice(capitals).join(' '), familyName: words.slice(0, capitals).join(' ') };
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && PARTICLES.has(word));
  const suffixed = words.length > 2 && isOneOf(SUFFIXES, words.at(-1)!);
  const from = particle > 0 ? particle : words.length - (suffixed ? 2 : 1);
  return { givenName: words.slice(0, from).join(' '), familyName: words.slice(from).join(' ') };
}

/** How many words at the beginning are a family name in capitals, as in `OKAFOR Sarah`. Two letters may be initials: `JP Smith`. */
function wordsInCapitals(words: readonly string[]): number {
  const first = words.findIndex((word) => !CAPITALS.test(word));
  const letters = words.slice(0, Math.max(first, 0)).join('').length;
  return first > 0 && letters > 2 && words.slice(first).every((word) => /\p{Ll}/u.test(word)) ? first : 0;
}

/** Without titles before and degrees behind, as long as a name is left. */
function bareWords(text: string): string[] {
  const words = wordsOf(text);
  while (words.length > 1 && isOneOf(TITLES, words[0]!)) words.shift();
  while (words.length > 2 && isOneOf(DEGREES, words.at(-1)!)) words.pop();
  return words;
}

/** Of `Sarah Okafor (Essex) [she/her]` the name. */
function withoutBrackets(text: string): string {
  let name = '';
  let deep = 0;
  for (const character of text) {
    if (character === '(' || character === '[') deep++;
    if (deep === 0) name += character;
    if ((character === ')' || character === ']') && deep > 0) deep--;
  }
  return oneLine(deep > 0 ? text : name) || oneLine(text);
}

/** A dash or a dot stands where people have nothing to say, and pronouns in brackets are no name. */
function nothingSaid(text: string): string {
  const line = oneLine(text);
  if (/^[-–—.]+$/.test(line)) return '';
  const open = line.indexOf('(');
  return open > 0 && line.endsWith(')') && PRONOUNS.test(line.slice(open + 1, -1)) ? line.slice(0, open).trim() : line;
}

const CAPITALS = /^(Mc|Mac)?\p{Lu}[\p{Lu}\p{M}'’-]+$/u;
const PRONOUNS = /^(she|he|they|ze|xe)( ?\/ ?[a-z]{2,5}){1,3}$/i;
const wordsOf = (text: string): string[] => oneLine(text).split(' ').filter(Boolean);
const isOneOf = (words: ReadonlySet<string>, word: string): boolean => words.has(word.toLowerCase().replaceAll('.', ''));
