import { foldEmail } from '@waymark/shared/kernel/email';
import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import { isSameName, oneNameSuffices, type PersonName } from '@waymark/shared/kernel/name';
import { isOfName, type CellMessage, type ParsedPerson, type ReadPerson } from '@waymark/people/domain/person-import';
import { jobMeant, moveOf, type HeldJob, type Move } from '@waymark/people/domain/employment';
import { KEEPER } from '../persons/persons.queries';

/** What a row would do, judged against what is in the database now. */
export interface Judged {
  line: number;
  outcome: 'new' | 'changed' | 'same' | 'attention';
  messages: CellMessage[];
  person: ParsedPerson | null;
  personId: string;
  /** Nobody here has this address yet. */
  unknown: boolean;
  /** What of the name and the pronouns the file has otherwise than they are held. */
  changed: ('givenName' | 'familyName' | 'pronouns')[];
  /** What becomes of the jobs held, where there is a job to write. */
  move: Move | null;
}

interface Held {
  personId: string;
  folded: string;
  known: boolean;
  /** By this provider, which added them first. */
  kept: boolean;
  givenName: string;
  familyName: string;
  pronouns: string | null;
  jobs: (HeldJob & { jobTitle: string; gradeBand: string | null; managerEmail: string | null })[];
}

/** Judges every row of a file. One statement, however many rows. */
export async function judgeRows(read: Reader, providerId: string, parsed: readonly ReadPerson[], today: LocalDate): Promise<Judged[]> {
  const emails = parsed.flatMap(({ person }) => (person ? [foldEmail(person.email)] : []));
  const held = new Map((await read.query<Held>(heldBy(providerId, emails))).map((row) => [row.folded, row]));
  const seen = new Map<string, number>();

  return parsed.map((read): Judged => {
    const row = {
      line: read.line,
      messages: read.messages,
      person: read.person,
      personId: newId(),
      unknown: true,
      changed: [],
      move: null,
    };
    if (!read.person) return { ...row, outcome: 'attention' };
    const key = foldEmail(read.person.email);
    const refuse = (field: CellMessage['field'], message: string): Judged => ({
      ...row,
      person: null,
      outcome: 'attention',
      messages: [...row.messages, { field, level: 'error', message }],
    });
    const earlier = seen.get(key);
    if (earlier !== undefined) return refuse('email', `This email address is already in row ${earlier}`);
    seen.set(key, read.line);
    const here = held.get(key);
    const { person, messages } = asHeldAlready({ ...read, person: read.person }, here, today);
    Object.assign(row, { person, messages });
    if (messages.some(({ level }) => level === 'error')) return { ...row, person: null, outcome: 'attention' };
    const move =
      person.organisationId === null ? null : moveOf({ ...person, organisationId: person.organisationId }, here?.jobs ?? [], today);
    if (!here) return move && 'wrong' in move ? refuse('startsOn', move.wrong) : { ...row, move, outcome: 'new' };
    // A name that only a file divides another way stays as it is held, also where something else about them changes.
    const named = isRenamed(here, person) ? person : { ...person, givenName: here.givenName, familyName: here.familyName };
    Object.assign(row, { person: named });
    const changed = CHANGING.filter((field) => named[field] !== null && named[field] !== here[field]);
    const job = jobMeant(person.organisationId, here.jobs, today);
    const newJob = move !== null && (!job || differs(job, person));
    // Somebody whose details another provider keeps: they become known here too, and nothing about them changes.
    if (!here.kept) {
      const told: CellMessage = {
        field: 'email',
        level: 'check',
        message: 'Another provider manages their details, so these are not changed',
      };
      const asHeld = { ...row, personId: here.personId, unknown: false, outcome: here.known ? ('same' as const) : ('new' as const) };
      return changed.length > 0 || newJob ? { ...asHeld, messages: [...messages, told] } : asHeld;
    }
    if (newJob && 'wrong' in move) return refuse('startsOn', move.wrong);
    return {
      ...row,
      personId: here.personId,
      unknown: false,
      changed,
      move: newJob && !('wrong' in move) ? move : null,
      outcome: changed.length > 0 || newJob ? 'changed' : 'same',
    };
  });
}

/**
 * What a row says, as it is held already: of several organisations that are called so, or none in force, the one where somebody works, because a
 * name is no news of a move; and a name that would be asked about, where they are called so.
 */
function asHeldAlready({ person, messages }: ReadPerson & { person: ParsedPerson }, here: Held | undefined, today: LocalDate) {
  const there = person.organisationsMeant.map((id) => jobMeant(id, here?.jobs ?? [], today)).find((job) => job !== undefined);
  const known = here !== undefined && !isRenamed(here, person);
  const settled = ({ field, level }: CellMessage) =>
    level === 'error' && ((field === 'organisation' && there) || (isOfName(field) && known));
  return {
    person: there ? { ...person, organisationId: there.organisationId } : person,
    messages: messages.filter((message) => !settled(message)),
  };
}

const CHANGING = ['givenName', 'familyName', 'pronouns'] as const;

/** A name in one is another only when it is so joined; in two columns each part counts. */
function isRenamed(here: PersonName, person: ParsedPerson): boolean {
  if (person.fullName !== null) return !isSameName(here, person.fullName);
  const [held, wanted] = [oneNameSuffices(here), oneNameSuffices(person)];
  return held.givenName !== wanted.givenName || held.familyName !== wanted.familyName;
}

/** An empty cell says nothing, so it changes nothing. */
const differs = (job: Held['jobs'][number], person: ParsedPerson): boolean =>
  (person.jobTitle !== null && person.jobTitle !== job.jobTitle) ||
  (person.gradeBand !== null && person.gradeBand !== job.gradeBand) ||
  (person.lineManagerEmail !== null && foldEmail(person.lineManagerEmail) !== foldEmail(job.managerEmail ?? '')) ||
  (person.startsOn !== null && person.startsOn !== job.startsOn);

const heldBy = (providerId: string, emails: readonly string[]) => sql`
  SELECT p.id AS "personId", p.folded, p.given_name AS "givenName", p.family_name AS "familyName", p.pronouns,
         EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = p.id AND k.provider_id = ${providerId}) AS known, coalesce(${KEEPER} = ${providerId}, true) AS kept,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', j.id, 'organisationId', j.organisation_id, 'organisation', (SELECT o.official_name FROM organisation o WHERE o.id = j.organisation_id), 'jobTitle', j.job_title, 'gradeBand', j.grade_band, 'startsOn', j.starts_on, 'endsOn', j.ends_on,
                    'managerEmail', coalesce(j.line_manager_email, (SELECT me.email FROM person_email me WHERE me.person_id = j.line_manager_id AND me.is_primary))) ORDER BY j.starts_on DESC)
           FROM employment j WHERE j.person_id = p.id), '[]') AS jobs
    FROM (SELECT person_id AS id, folded, given_name, family_name, pronouns FROM waymark_people_at(${emails}::text[])) p`;
