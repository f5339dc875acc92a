import { oneLine } from '@waymark/shared/kernel/line';
import { foldEmail } from '@waymark/shared/kernel/email';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { dateIn } from './import-dates';
import { emailIn, fold, nameParts, organisationKey } from './text';

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

/** The same headers in the same order, however they are typed: what a remembered mapping is kept under. */
export const headersKey = (headers: readonly string[]): string => headers.map(plainHeader).join('|');

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
  email: string;
  pronouns: string | null;
  jobTitle: string | null;
  organisationId: string | null;
  gradeBand: string | null;
  lineManagerEmail: string | null;
  startsOn: LocalDate | null;
}

/** What became of one row of a file. */
export interface ReadPerson {
  line: number;
  person: ParsedPerson | null;
  messages: CellMessage[];
}

/** By what an organisation is found. */
export interface ImportedOrganisation {
  id: string;
  names: readonly string[];
  codes: readonly string[];
}

/** Finds organisations by any of their names or codes. */
interface OrganisationFinder {
  find(text: string): { id: string }[];
}

/** An index over names, other names and codes; each key may belong to several. */
export function organisationFinder(organisations: readonly ImportedOrganisation[]): OrganisationFinder {
  const exact = new Map<string, Set<string>>();
  const loose = new Map<string, Set<string>>();
  const add = (index: Map<string, Set<string>>, key: string, id: string) => {
    if (key) index.set(key, (index.get(key) ?? new Set()).add(id));
  };
  for (const { id, names, codes } of organisations) {
    for (const name of [...names, ...codes]) add(exact, fold(name), id);
    for (const name of names) add(loose, organisationKey(name), id);
  }
  return {
    find: (text) => [...(exact.get(fold(text)) ?? loose.get(organisationKey(text)) ?? [])].map((id) => ({ id })),
  };
}

const LONGEST_CELL = 400;

/** Reads one row. An `error` keeps it out; a `check` lets it in with a word to look at. Says everything at once. */
export function parsePerson(
  cells: readonly string[],
  mapping: PersonMapping,
  organisations: OrganisationFinder,
): { person: ParsedPerson | null; messages: CellMessage[] } {
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

  const names =
    mapping.givenName !== undefined && mapping.familyName !== undefined
      ? { givenName: cell('givenName'), familyName: cell('familyName') }
      : nameParts(cell('fullName'));
  const nameField = mapping.familyName !== undefined && mapping.givenName !== undefined ? 'familyName' : 'fullName';
  if (!names.familyName) problem(nameField, 'Name is missing');
  else if (/^(tbc|tba|n\/?a|unknown|anonymous)$/i.test(names.familyName)) problem(nameField, `"${names.familyName}" is not a name`);
  else if (names.givenName.length > 100 || names.familyName.length > 100) problem(nameField, 'Use 100 characters or fewer');
  else if (!names.givenName) problem(nameField, 'There is only one name, so it is used as the last name', 'check');

  const email = emailIn(cell('email'));
  if (!cell('email')) problem('email', 'Email address is missing');
  else if (!email) problem('email', `"${short(cell('email'))}" is not an email address`);

  let organisationId: string | null = null;
  const organisation = cell('organisation');
  if (organisation) {
    const found = organisations.find(organisation);
    if (found.length === 1) organisationId = found[0]!.id;
    else
      problem(
        'organisation',
        found.length === 0
          ? `There is no organisation called "${short(organisation)}". Add it, or add this as another name for one`
          : `"${short(organisation)}" matches ${found.length} organisations. Use the official name`,
      );
  }

  const managerText = cell('lineManagerEmail');
  const lineManagerEmail = managerText ? emailIn(managerText) : null;
  if (managerText && !lineManagerEmail)
    problem('lineManagerEmail', `"${short(managerText)}" is not an email address, so it is left out`, 'check');
  if (email && lineManagerEmail && foldEmail(email) === foldEmail(lineManagerEmail))
    problem('lineManagerEmail', 'A person cannot be their own line manager');

  let startsOn: LocalDate | null = null;
  const started = cell('startsOn');
  if (started) {
    const date = dateIn(started);
    if (!date) problem('startsOn', `"${short(started)}" is not a date from 1900 to 2099`);
    else {
      startsOn = date.date;
      if (date.ambiguous) problem('startsOn', `"${started}" has been read as day, month, year`, 'check');
    }
  }

  const jobTitle = text('jobTitle', 200);
  if (organisationId && !jobTitle) problem('jobTitle', 'Job title is missing, so "Not known" is used', 'check');
  const rest = { jobTitle, gradeBand: text('gradeBand', 60), pronouns: text('pronouns', 40) };
  if (!organisation && (jobTitle || rest.gradeBand || started || managerText))
    problem('organisation', 'Organisation is missing, so the job is left out', 'check');
  const refused = messages.some(({ level }) => level === 'error');
  return { person: refused ? null : { ...names, email: email!, organisationId, lineManagerEmail, startsOn, ...rest }, messages };
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
