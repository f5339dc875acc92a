import { foldEmail } from '@waymark/shared/kernel/email';
import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import type { CellMessage, ParsedPerson, ReadPerson } from '@waymark/people/domain/person-import';
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
  /** The name, as the file has it, should replace the one held. */
  rename: boolean;
  /** The job at the organisation of the row that is to change, or null for a new job. */
  jobId: string | null;
  /** Is there a job to write? */
  work: boolean;
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
  jobs: {
    id: string;
    organisationId: string;
    jobTitle: string;
    gradeBand: string | null;
    managerEmail: string | null;
    startsOn: LocalDate;
    endsOn: LocalDate | null;
  }[];
}

/** Judges every row of a file. One statement, however many rows. */
export async function judgeRows(read: Reader, providerId: string, parsed: readonly ReadPerson[], today: LocalDate): Promise<Judged[]> {
  const emails = parsed.flatMap(({ person }) => (person ? [foldEmail(person.email)] : []));
  const held = new Map((await read.query<Held>(heldBy(providerId, emails))).map((row) => [row.folded, row]));
  const seen = new Map<string, number>();

  return parsed.map(({ line, person, messages }): Judged => {
    const row = { line, messages, person, personId: newId(), unknown: true, rename: false, jobId: null, work: false };
    if (!person) return { ...row, outcome: 'attention' };
    const key = foldEmail(person.email);
    const earlier = seen.get(key);
    if (earlier !== undefined)
      return {
        ...row,
        person: null,
        outcome: 'attention',
        messages: [...messages, { field: 'email', level: 'error', message: `This email address is already in row ${earlier}` }],
      };
    seen.set(key, line);
    const here = held.get(key);
    const work = person.organisationId !== null;
    if (!here) return { ...row, work, outcome: 'new' };
    const rename =
      here.givenName !== person.givenName ||
      here.familyName !== person.familyName ||
      (person.pronouns !== null && here.pronouns !== person.pronouns);
    const job = jobOf(here, person, today);
    const newJob = work && (!job || differs(job, person));
    // Somebody whose details another provider keeps: they become known here too, and nothing about them changes.
    if (!here.kept) {
      const told: CellMessage = {
        field: 'email',
        level: 'check',
        message: 'Another provider manages their details, so these are not changed',
      };
      const asHeld = { ...row, personId: here.personId, unknown: false, outcome: here.known ? ('same' as const) : ('new' as const) };
      return rename || newJob ? { ...asHeld, messages: [...messages, told] } : asHeld;
    }
    return {
      ...row,
      personId: here.personId,
      unknown: false,
      rename,
      jobId: job?.id ?? null,
      work: newJob,
      outcome: rename || newJob ? 'changed' : 'same',
    };
  });
}

/** The job at the row's organisation that goes on today or later, if there is one. */
const jobOf = (here: Held, person: ParsedPerson, today: LocalDate) =>
  here.jobs.find((job) => job.organisationId === person.organisationId && (job.endsOn === null || job.endsOn >= today));

/** An empty cell says nothing, so it changes nothing. */
const differs = (job: Held['jobs'][number], person: ParsedPerson): boolean =>
  (person.jobTitle !== null && person.jobTitle !== job.jobTitle) ||
  (person.gradeBand !== null && person.gradeBand !== job.gradeBand) ||
  (person.lineManagerEmail !== null && foldEmail(person.lineManagerEmail) !== foldEmail(job.managerEmail ?? '')) ||
  (person.startsOn !== null && person.startsOn !== job.startsOn);

const heldBy = (providerId: string, emails: readonly string[]) => sql`
  SELECT e.person_id AS "personId", e.folded, p.given_name AS "givenName", p.family_name AS "familyName", p.pronouns,
         EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = p.id AND k.provider_id = ${providerId}) AS known, coalesce(${KEEPER} = ${providerId}, true) AS kept,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', j.id, 'organisationId', j.organisation_id, 'jobTitle', j.job_title, 'gradeBand', j.grade_band, 'startsOn', j.starts_on, 'endsOn', j.ends_on,
                    'managerEmail', coalesce(j.line_manager_email, (SELECT me.email FROM person_email me WHERE me.person_id = j.line_manager_id AND me.is_primary))) ORDER BY j.starts_on DESC)
           FROM employment j WHERE j.person_id = p.id), '[]') AS jobs
    FROM person_email e JOIN person p ON p.id = e.person_id WHERE e.folded = ANY(${emails}::text[])`;
