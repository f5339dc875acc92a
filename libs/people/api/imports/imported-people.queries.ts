import { Injectable } from '@nestjs/common';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { foldEmail } from '@waymark/shared/kernel/email';
import { newId } from '@waymark/shared/kernel/ids';
import type { ParsedPerson } from '@waymark/people/domain/person-import';
import type { Judged } from './people-judgement';

type Imported = Judged & { person: ParsedPerson };

/** Brings in the people of a file that has been judged: a few statements, however many people. */
@Injectable()
export class ImportedPeopleQueries {
  /** Two imports at once may hold the same people: one after the other, and the second sees what the first wrote. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(sql`SELECT pg_advisory_xact_lock(720514)`);
  }

  /** The providers that know each of these people. */
  async knownTo(tx: Tx, personIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await tx.query<{ personId: string; providers: string[] }>(
      sql`SELECT p AS "personId", ARRAY(SELECT waymark_known_to(p)) AS providers FROM unnest(${personIds}::uuid[]) p`,
    );
    return new Map(rows.map(({ personId, providers }) => [personId, providers]));
  }

  async write(tx: Tx, providerId: string, rows: readonly Judged[]): Promise<void> {
    const people = rows.map(({ person, ...row }): Imported => ({ ...row, person: person! }));
    await this.addNames(
      tx,
      people.filter(({ unknown }) => unknown),
    );
    await this.changeNames(
      tx,
      people.filter(({ changed }) => changed.length > 0),
    );
    await this.writeEmails(
      tx,
      people.filter(({ unknown }) => unknown),
    );
    await this.makeKnown(tx, providerId, people);
    await this.sortByName(
      tx,
      people.filter(({ changed }) => changed.length > 0).map(({ personId }) => personId),
    );
    await this.writeJobs(
      tx,
      providerId,
      people.filter(({ move }) => move),
    );
  }

  private async addNames(tx: Tx, people: readonly Imported[]): Promise<void> {
    await tx.query(
      sql`INSERT INTO person (id, given_name, family_name, pronouns, version)
          SELECT id, given_name, family_name, pronouns, 1 FROM jsonb_populate_recordset(NULL::person, ${namesOf(people)})`,
    );
  }

  private async changeNames(tx: Tx, people: readonly Imported[]): Promise<void> {
    await tx.query(
      sql`UPDATE person SET given_name = n.given_name, family_name = n.family_name, pronouns = coalesce(n.pronouns, person.pronouns),
                 version = person.version + 1
            FROM jsonb_populate_recordset(NULL::person, ${namesOf(people)}) n WHERE n.id = person.id`,
    );
  }

  private async writeEmails(tx: Tx, people: readonly Imported[]): Promise<void> {
    const emails = people.map(({ personId, person }) => ({
      id: newId(),
      person_id: personId,
      email: person.email,
      folded: foldEmail(person.email),
    }));
    await tx.query(
      sql`INSERT INTO person_email (id, person_id, email, folded, is_primary)
          SELECT id, person_id, email, folded, true FROM jsonb_populate_recordset(NULL::person_email, ${JSON.stringify(emails)})`,
    );
  }

  private async makeKnown(tx: Tx, providerId: string, people: readonly Imported[]): Promise<void> {
    const personIds = people.map(({ personId }) => personId);
    const addresses = people.map(({ person }) => foldEmail(person.email));
    await tx.query(sql`SELECT waymark_make_known(${personIds}::uuid[], ${providerId}, ${tx.clock.now()}, ${addresses}::text[])`);
  }

  /** Also in the lists of other providers that know them. */
  private async sortByName(tx: Tx, personIds: readonly string[]): Promise<void> {
    await tx.query(sql`SELECT waymark_sort_by_name(p) FROM unnest(${personIds}::uuid[]) p`);
  }

  /** As each move says: jobs end, then the one there is written, new or over what it was. Managers are found among those the provider knows. */
  private async writeJobs(tx: Tx, providerId: string, people: readonly Imported[]): Promise<void> {
    const ended = people.flatMap(({ move }) => move!.ends);
    await tx.query(
      sql`UPDATE employment j SET ends_on = n.on, version = j.version + 1
            FROM jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) AS n(id uuid, "on" date) WHERE j.id = n.id`,
    );
    const jobs = people.map(({ personId, person, move }) => ({
      id: move!.jobId ?? newId(),
      person_id: personId,
      organisation_id: person.organisationId,
      job_title: person.jobTitle,
      grade_band: person.gradeBand,
      line_manager_email: person.lineManagerEmail,
      folded: person.lineManagerEmail ? foldEmail(person.lineManagerEmail) : null,
      starts_on: move!.startsOn,
    }));
    await tx.query(
      sql`INSERT INTO employment (id, person_id, organisation_id, job_title, grade_band, line_manager_id, line_manager_email, starts_on, version)
          SELECT n.id, n.person_id, n.organisation_id, coalesce(n.job_title, 'Not known'), n.grade_band, m.person_id, n.line_manager_email, n.starts_on, 1
            FROM jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) AS n(id uuid, person_id uuid, organisation_id uuid, job_title text, grade_band text,
                   line_manager_email text, folded text, starts_on date)
            LEFT JOIN person_email m ON m.folded = n.folded AND m.person_id <> n.person_id
                 AND EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = m.person_id AND k.provider_id = ${providerId})
          ON CONFLICT (id) DO UPDATE SET
            organisation_id = excluded.organisation_id,
            job_title = CASE WHEN excluded.job_title = 'Not known' THEN employment.job_title ELSE excluded.job_title END,
            grade_band = coalesce(excluded.grade_band, employment.grade_band),
            line_manager_id = coalesce(excluded.line_manager_id, employment.line_manager_id),
            line_manager_email = coalesce(excluded.line_manager_email, employment.line_manager_email),
            starts_on = excluded.starts_on,
            version = employment.version + 1`,
    );
  }
}

const namesOf = (people: readonly Imported[]): string =>
  JSON.stringify(
    people.map(({ personId, person }) => ({
      id: personId,
      given_name: person.givenName,
      family_name: person.familyName,
      pronouns: person.pronouns,
    })),
  );
