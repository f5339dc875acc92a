import { oneLine } from '@waymark/shared/kernel/line';
import { foldEmail } from '@waymark/shared/kernel/email';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { nameDoubts, nameIn, oneNameSuffices } from '@waymark/shared/kernel/name';
import { dateIn, saysNoDate, type ColumnOrder, type DateOrder } from './import-dates';
import { addressIn, fold, organisationKey } from './text';

/** What a column of somebody's spreadsheet can hold. */
export const PERSON_FIELDS = [
  {
    field: 'fullName',
    label: 'Full name',
    guesses: ['name', 'full name', 'participant', 'delegate', 'your name', 'attendee', 'learner', 'contact name', 'employee name'],
  },
  {
    field: 'givenName',
    label: 'First name',
    guesses: ['first name', 'firstname', 'given name', 'forename', 'first', 'known as', 'preferred name'],
  },
  { field: 'familyName', label: 'Last name', guesses: ['last name', 'lastname', 'surname', 'family name', 'last'] },
  {
    field: 'email',
    label: 'Email address',
    guesses: ['email', 'e mail', 'email address', 'work email', 'e mail address', 'mail', 'your work email address'],
  },
  { field: 'jobTitle', label: 'Job title', guesses: ['job title', 'job', 'role', 'position', 'title', 'post', 'job role', 'current role'] },
  {
    field: 'organisation',
    label: 'Organisation',
    guesses: [
      'organisation',
      'organization',
      'employer',
      'council',
      'authority',
      'local authority',
      'company',
      'org',
      'which council do you work for',
      'employing organisation',
    ],
  },
  { field: 'gradeBand', label: 'Grade or band', guesses: ['grade', 'band', 'grade band', 'pay band', 'level'] },
  {
    field: 'lineManagerEmail',
    label: 'Line manager’s email address',
    guesses: [
      'line manager email',
      'manager email',
      'mgr email',
      'mgr e mail',
      'line mgr email',
      'line manager s email',
      'managers email',
      'line manager e mail',
      'line manager',
    ],
  },
  {
    field: 'startsOn',
    label: 'Job start date',
    guesses: ['start date', 'started', 'job start date', 'date started', 'in post since', 'start'],
  },
  { field: 'pronouns', label: 'Pronouns', guesses: ['pronouns', 'pronoun'] },
] as const;

export type PersonField = (typeof PERSON_FIELDS)[number]['field'];

/** Column number (from 0) for each field that has one. */
export type PersonMapping = Partial<Record<PersonField, number>>;

const plainHeader = (header: string): string =>
  fold(header)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The two columns that Waymark adds to the rows it could not import. */
export const ERROR_HEADINGS = ['Row', 'What needs attention'] as const;

/** The same headers in the same order, however they are typed: what a remembered mapping is kept under. Rows that Waymark gave back count as theirs. */
export function headersKey(headers: readonly string[]): string {
  const plain = headers.map(plainHeader);
  const given = ERROR_HEADINGS.map(plainHeader);
  return plain.slice(0, given.every((heading, i) => plain.at(i - given.length) === heading) ? -given.length : undefined).join('|');
}

/** Guesses which column holds what: whole headers first, then headers that begin or end with a guess. Each column is used once. */
export function guessMapping(
  headers: readonly string[],
  fields: readonly PersonField[] = PERSON_FIELDS.map(({ field }) => field),
): PersonMapping {
  const plain = headers.map(plainHeader);
  const mapping: PersonMapping = {};
  const taken = new Set<number>();
  const fits: ((header: string, guess: string) => boolean)[] = [
    (header, guess) => header === guess,
    (header, guess) => header.startsWith(`${guess} `) || header.endsWith(` ${guess}`),
    (header, guess) => guess.length > 4 && header.includes(guess),
  ];
  for (const fit of fits) {
    // Longer guesses first, so that "line manager email" is not taken for an email.
    const guesses = PERSON_FIELDS.filter(({ field }) => fields.includes(field))
      .flatMap(({ field, guesses: words }) => words.map((guess) => ({ field, guess })))
      .sort((a, b) => b.guess.length - a.guess.length);
    for (const { field, guess } of guesses) {
      if (mapping[field] !== undefined) continue;
      const column = plain.findIndex((header, i) => !taken.has(i) && fit(header, guess));
      if (column < 0) continue;
      mapping[field] = column;
      taken.add(column);
    }
  }
  // With a first and a last name, "full name" in a heading means something else: an organisation's, say.
  const both = mapping.givenName !== undefined && mapping.familyName !== undefined && mapping.fullName !== undefined;
  return both
    ? guessMapping(
        headers,
        fields.filter((field) => field !== 'fullName'),
      )
    : mapping;
}

/** The columns by their headings, and the email address by what stands below where no heading says it. */
export function guessColumns(headings: readonly string[], below: readonly (readonly string[])[]): PersonMapping {
  const mapping = guessMapping(headings);
  if (mapping.email !== undefined) return mapping;
  const taken = new Set(Object.values(mapping));
  const addresses = headings.map((_, i) => (taken.has(i) ? 0 : below.filter((cells) => addressIn(cells[i] ?? '').email !== null).length));
  const most = Math.max(0, ...addresses);
  return 2 * most > below.length ? { ...mapping, email: addresses.indexOf(most) } : mapping;
}

/** What is wrong with the choice of columns, by the field to mend. */
export function mappingFaults(mapping: PersonMapping): { field: PersonField; message: string }[] {
  const faults: { field: PersonField; message: string }[] = [];
  if (mapping.email === undefined) faults.push({ field: 'email', message: 'Choose the column with the email address' });
  if (mapping.fullName === undefined && (mapping.givenName === undefined || mapping.familyName === undefined))
    faults.push({
      field: 'fullName',
      message: 'Choose the column with the full name, or the columns with the first and last names',
    });
  const chosen = Object.entries(mapping) as [PersonField, number][];
  const twice = chosen.find(([, column], i) => chosen.slice(0, i).some(([, other]) => other === column));
  if (twice) faults.push({ field: twice[0], message: 'Choose each column once' });
  return faults;
}

/** Why these columns cannot be imported. */
export const mappingRefusals = (mapping: PersonMapping): string[] => mappingFaults(mapping).map(({ message }) => message);

export interface CellMessage {
  field: PersonField | null;
  level: 'error' | 'check';
  message: string;
}

export interface ParsedPerson {
  givenName: string;
  familyName: string;
  /** The name in one, as the file has it: it means the same name however that is divided. Null where the file has two columns. */
  fullName: string | null;
  email: string;
  pronouns: string | null;
  jobTitle: string | null;
  organisationId: string | null;
  /** All organisations that are called so: of several, or of none in force, it may be the one where somebody is already. */
  organisationsMeant: string[];
  gradeBand: string | null;
  lineManagerEmail: string | null;
  startsOn: LocalDate | null;
}

/** What became of one row of a file. */
export interface ReadPerson {
  line: number;
  /** There too where what is wrong may be how it is held: an organisation that is one of several, or a name that is doubtful. */
  person: ParsedPerson | null;
  messages: CellMessage[];
}

/** By what an organisation is found. */
export interface ImportedOrganisation {
  id: string;
  names: readonly string[];
  codes: readonly string[];
  officialName: string;
  /** Its last day, where that is over. */
  endedOn: LocalDate | null;
  /** What replaced it, by name. */
  successors: readonly string[];
}

/** Finds organisations by any of their names or codes. */
interface OrganisationFinder {
  find(text: string): readonly ImportedOrganisation[];
}

/** An index over names, other names and codes; each key may belong to several. */
export function organisationFinder(organisations: readonly ImportedOrganisation[]): OrganisationFinder {
  const exact = new Map<string, Set<ImportedOrganisation>>();
  const loose = new Map<string, Set<ImportedOrganisation>>();
  const add = (index: typeof exact, key: string, one: ImportedOrganisation) => {
    if (key) index.set(key, (index.get(key) ?? new Set()).add(one));
  };
  for (const one of organisations) {
    for (const name of [...one.names, ...one.codes]) add(exact, fold(name), one);
    for (const name of one.names) add(loose, organisationKey(name), one);
  }
  return {
    find: (text) => [...(exact.get(fold(text)) ?? loose.get(organisationKey(text)) ?? [])],
  };
}

/** Which of those found is meant: the one in force. `wrong` says why none can be chosen. */
function chosen(text: string, found: readonly ImportedOrganisation[]): { id: string; wrong: null } | { id: null; wrong: string } {
  const inForce = found.filter(({ endedOn }) => endedOn === null);
  if (inForce.length === 1) return { id: inForce[0]!.id, wrong: null };
  if (inForce.length > 1) return { id: null, wrong: `"${short(text)}" matches ${inForce.length} organisations. Use the official name` };
  if (found.length === 0)
    return { id: null, wrong: `There is no organisation called "${short(text)}". Add it, or add this as another name for one` };
  const [ended] = found;
  const next =
    ended!.successors.length > 0 ? `Use ${ended!.successors.join(' or ')}, which replaced it` : 'Use the organisation that replaced it';
  return { id: null, wrong: `${ended!.officialName} ended on ${longDate(ended!.endedOn!)}. ${next}` };
}

const LONGEST_CELL = 400;

/** Reads one row. An `error` keeps it out; a `check` lets it in with a word to look at. Says everything at once. */
export function parsePerson(
  cells: readonly string[],
  mapping: PersonMapping,
  organisations: OrganisationFinder,
  dates: { order: DateOrder; how: ColumnOrder['how'] | 'chosen' } | null = null,
): Omit<ReadPerson, 'line'> {
  const messages: CellMessage[] = [];
  const given = (field: PersonField): string => (mapping[field] === undefined ? '' : (cells[mapping[field]!] ?? ''));
  const cell = (field: PersonField): string => oneLine(given(field).slice(0, LONGEST_CELL));
  const problem = (field: PersonField, message: string, level: CellMessage['level'] = 'error') => {
    if (!messages.some((one) => one.field === field && one.level === 'error')) messages.push({ field, level, message });
  };
  // Before anything else is made of it: some letters become eighteen when they are folded.
  for (const { field } of PERSON_FIELDS) if (given(field).length > LONGEST_CELL) problem(field, `Use ${LONGEST_CELL} characters or fewer`);
  const text = (field: PersonField, most: number): string | null => {
    const value = cell(field);
    if (value.length > most) problem(field, `Use ${most} characters or fewer`);
    return value || null;
  };

  const inTwo = mapping.givenName !== undefined && mapping.familyName !== undefined;
  const names = inTwo ? oneNameSuffices({ givenName: cell('givenName'), familyName: cell('familyName') }) : nameIn(cell('fullName'));
  if (!names.familyName) problem(inTwo ? 'familyName' : 'fullName', 'Name is missing');
  const doubts = nameDoubts(names);
  for (const { part, message } of doubts) problem(inTwo ? part : 'fullName', message);
  if (names.familyName && !names.givenName && doubts.length === 0)
    problem(inTwo ? 'familyName' : 'fullName', 'There is only one name, so it is used as the last name', 'check');

  const { email, wrong } = addressIn(cell('email'));
  if (!cell('email')) problem('email', 'Email address is missing');
  else if (!email) problem('email', `"${short(cell('email'))}" is not an email address${wrong}`);

  const organisation = cell('organisation');
  const found = organisation ? organisations.find(organisation) : [];
  const choice = organisation ? chosen(organisation, found) : null;
  if (choice?.wrong) problem('organisation', choice.wrong);

  const managerText = cell('lineManagerEmail');
  const manager = managerText ? addressIn(managerText) : null;
  const lineManagerEmail = manager?.email ?? null;
  if (manager?.wrong != null)
    problem('lineManagerEmail', `"${short(managerText)}" is not an email address${manager.wrong}, so it is left out`, 'check');
  if (email && lineManagerEmail && foldEmail(email) === foldEmail(lineManagerEmail))
    problem('lineManagerEmail', 'A person cannot be their own line manager');

  let startsOn: LocalDate | null = null;
  const started = cell('startsOn');
  if (started && saysNoDate(started)) problem('startsOn', `"${started}" is not a date, so it is left out`, 'check');
  else if (started) {
    const date = dateIn(started, dates?.order);
    if (!date) problem('startsOn', notADate(started, dates?.order));
    else {
      startsOn = date.date;
      if (date.ambiguous && (dates?.how ?? 'assumed') !== 'chosen' && !(dates?.how === 'sure' && dates.order === 'day-first'))
        problem('startsOn', `"${started}" has been read as ${longDate(startsOn)}`, 'check');
    }
  }

  const jobTitle = text('jobTitle', 200);
  if (choice?.id && !jobTitle) problem('jobTitle', 'Job title is missing, so "Not known" is used', 'check');
  const rest = { jobTitle, gradeBand: text('gradeBand', 60), pronouns: text('pronouns', 40) };
  if (!organisation && (jobTitle || rest.gradeBand || started || managerText))
    problem('organisation', 'Organisation is missing, so the job is left out', 'check');

  const named = names.familyName !== '' && names.familyName.length <= 100 && names.givenName.length <= 100;
  const heldMayTell = (field: CellMessage['field']): boolean => (field === 'organisation' ? found.length > 0 : isOfName(field) && named);
  const refused = messages.some(({ level, field }) => level === 'error' && !heldMayTell(field));
  const person: ParsedPerson | null = refused
    ? null
    : {
        ...names,
        fullName: inTwo ? null : cell('fullName'),
        email: email!,
        organisationId: choice?.id ?? null,
        organisationsMeant: found.map(({ id }) => id),
        lineManagerEmail,
        startsOn,
        ...rest,
      };
  return { person, messages };
}

/** The fields of a name. */
export const isOfName = (field: CellMessage['field']): boolean => field === 'fullName' || field === 'givenName' || field === 'familyName';

function notADate(text: string, order: DateOrder = 'day-first'): string {
  const other = dateIn(text, order === 'day-first' ? 'month-first' : 'day-first');
  if (other)
    return `"${short(text)}" is not a date with the ${order === 'day-first' ? 'day' : 'month'} first, as the others in this column`;
  return `"${short(text)}" is not a date from 1900 to 2099. Enter it like 24/06/2027`;
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
