import { foldEmail } from '@waymark/shared/kernel/email';
import { Injectable } from '@nestjs/common';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Jobs } from '@waymark/shared/api/jobs';
import { SYSTEM } from '@waymark/shared/api/actor';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing, must, Refused } from '@waymark/shared/kernel/refusal';
import { guessMapping, headersKey, mappingRefusals, type PersonMapping } from '@waymark/people/domain/person-import';
import { sortName } from '@waymark/people/domain/text';
import { ImportBatch } from './import-batch.entity';
import type { ApplyPeople, Counts, MapPeople, PeopleImportView, UploadPeople } from './people-imports.contract';
import { PeopleImportsQueries } from './people-imports.queries';
import { judgeRows, type Judged } from './people-judgement';
import { sheetIn } from './uploaded-file';

/**
 * Upload, map, look, confirm. Nothing about people changes before the confirmation, and then everything does in one transaction:
 * an import that dies half-way has changed nothing, and the same file again changes nothing.
 */
@Injectable()
export class PeopleImportsService {
  constructor(
    private readonly db: Db,
    private readonly queries: PeopleImportsQueries,
    jobs: Jobs,
  ) {
    jobs.handle('people.forget-imports', () => this.forget());
    jobs.every('45 3 * * *', 'people.forget-imports');
  }

  upload(actor: Actor, { providerId, ...file }: UploadPeople): Promise<PeopleImportView> {
    const sheet = sheetIn(file);
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, 'people:import', { providerId })) throw new Missing();
      const [known] = await tx.query<{ mapping: PersonMapping }>(
        `SELECT mapping FROM import_mapping WHERE provider_id = $1 AND kind = 'people' AND headers_key = $2`,
        [providerId, headersKey(sheet.headers)],
      );
      const state = { headers: sheet.headers, mapping: known?.mapping ?? guessMapping(sheet.headers), remembered: known !== undefined };
      const id = newId();
      await tx.rows.insert(ImportBatch, {
        id,
        providerId,
        kind: 'people',
        fileName: file.fileName,
        status: 'uploaded',
        mapping: state as never,
        counts: NONE as never,
        createdBy: actor.personId,
        createdAt: tx.clock.now(),
        finishedAt: null,
        version: 1,
      });
      await tx.query(
        `INSERT INTO import_row (batch_id, line, raw, outcome, messages) SELECT $1, r.line, r.raw, 'attention', '[]' FROM jsonb_to_recordset($2::jsonb) AS r(line int, raw jsonb)`,
        [id, JSON.stringify(sheet.rows.map(({ line, cells }) => ({ line, raw: cells })))],
      );
      await this.check(tx, id, providerId, state.mapping);
      return this.queries.view(tx, actor, id);
    });
  }

  map(actor: Actor, id: string, { mapping, version }: MapPeople): Promise<PeopleImportView> {
    return this.db.tx(actor, async (tx) => {
      const batch = await this.queries.batch(tx, actor, id, 'FOR UPDATE');
      if (batch.version !== version || batch.status === 'completed') throw new Refused([{ code: 'people_import_stale' }]);
      await tx.query(`UPDATE import_batch SET mapping = $2, version = version + 1 WHERE id = $1`, [
        id,
        JSON.stringify({ ...batch.state, mapping }),
      ]);
      await this.check(tx, id, batch.providerId, mapping);
      return this.queries.view(tx, actor, id);
    });
  }

  apply(actor: Actor, id: string, { version, leaveOut }: ApplyPeople): Promise<PeopleImportView> {
    return this.db.tx(actor, async (tx) => {
      const batch = await this.queries.batch(tx, actor, id, 'FOR UPDATE');
      if (batch.version !== version || batch.status === 'completed') throw new Refused([{ code: 'people_import_stale' }]);
      // Two imports at once may hold the same people: one after the other, and the second sees what the first wrote.
      await tx.query('SELECT pg_advisory_xact_lock(720514)');
      const judged = await this.check(tx, id, batch.providerId, batch.state.mapping);
      const todo = judged.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
      must(todo.length === 0 ? [{ code: 'people_import_nothing' }] : []);
      must(!leaveOut && judged.some(({ outcome }) => outcome === 'attention') ? [{ code: 'people_import_rejected_rows' }] : []);
      await this.write(tx, batch.providerId, todo);
      await this.remember(tx, batch.providerId, batch.state);
      await tx.query(
        `UPDATE import_row SET raw = NULL, parsed = NULL, messages = '[]', outcome = 'done' WHERE batch_id = $1 AND outcome <> 'attention'`,
        [id],
      );
      await tx.query(`UPDATE import_batch SET status = 'completed', finished_at = $2, version = version + 1 WHERE id = $1`, [
        id,
        tx.clock.now(),
      ]);
      await tx.record('people.imported', id, { counts: countsOf(judged) }, { providerId: batch.providerId });
      return this.queries.view(tx, actor, id);
    });
  }

  /** Rows hold personal data: those of an import that nobody finished, or that needed attention, go after a month. */
  private forget(): Promise<void> {
    return this.db.tx(SYSTEM, async (tx) => {
      await tx.query(
        `UPDATE import_row SET raw = NULL, messages = '[]' WHERE raw IS NOT NULL AND batch_id IN (SELECT id FROM import_batch WHERE created_at < $1::timestamptz - interval '30 days')`,
        [tx.clock.now()],
      );
    });
  }

  private async check(tx: Tx, id: string, providerId: string, mapping: PersonMapping): Promise<Judged[]> {
    if (mappingRefusals(mapping).length > 0) {
      await tx.query(
        `UPDATE import_batch SET status = 'uploaded', counts = jsonb_build_object('rows', (SELECT count(*) FROM import_row WHERE batch_id = $1), 'new', 0, 'changed', 0, 'same', 0, 'attention', 0) WHERE id = $1`,
        [id],
      );
      return [];
    }
    const rows = await tx.query<{ line: number; cells: string[] }>(
      'SELECT line, raw AS cells FROM import_row WHERE batch_id = $1 AND raw IS NOT NULL ORDER BY line',
      [id],
    );
    const judged = await judgeRows(tx, providerId, rows, mapping, tx.clock.today());
    await tx.query(
      `UPDATE import_row r SET outcome = n.outcome, messages = n.messages FROM jsonb_to_recordset($2::jsonb) AS n(line int, outcome text, messages jsonb) WHERE r.batch_id = $1 AND r.line = n.line`,
      [id, JSON.stringify(judged.map(({ line, outcome, messages }) => ({ line, outcome, messages })))],
    );
    await tx.query(`UPDATE import_batch SET status = 'checked', counts = $2 WHERE id = $1`, [id, JSON.stringify(countsOf(judged))]);
    return judged;
  }

  private async write(tx: Tx, providerId: string, todo: readonly Judged[]): Promise<void> {
    const people = todo.map(({ person, ...row }) => ({ ...row, person: person! }));
    const names = people
      .filter(({ unknown, rename }) => unknown || rename)
      .map(({ personId, person }) => ({
        id: personId,
        given_name: person.givenName,
        family_name: person.familyName,
        pronouns: person.pronouns,
        version: 1,
        sort_name: sortName(person),
      }));
    await tx.query(
      `INSERT INTO person (id, given_name, family_name, pronouns, version) SELECT id, given_name, family_name, pronouns, 1 FROM jsonb_populate_recordset(NULL::person, $1)
       ON CONFLICT (id) DO UPDATE SET given_name = excluded.given_name, family_name = excluded.family_name, pronouns = coalesce(excluded.pronouns, person.pronouns), version = person.version + 1`,
      [JSON.stringify(names)],
    );
    await tx.query(
      'INSERT INTO person_email (id, person_id, email, folded, is_primary) SELECT id, person_id, email, folded, true FROM jsonb_populate_recordset(NULL::person_email, $1)',
      [
        JSON.stringify(
          people
            .filter(({ unknown }) => unknown)
            .map(({ personId, person }) => ({ id: newId(), person_id: personId, email: person.email, folded: foldEmail(person.email) })),
        ),
      ],
    );
    await tx.query(
      `INSERT INTO person_provider (provider_id, person_id, sort_name, since)
       SELECT $2, p.id, waymark_fold(p.family_name || ' ' || p.given_name), $3 FROM person p WHERE p.id = ANY($1::uuid[])
       ON CONFLICT (provider_id, person_id) DO UPDATE SET sort_name = excluded.sort_name`,
      [people.map(({ personId }) => personId), providerId, tx.clock.now()],
    );
    await this.writeJobs(
      tx,
      providerId,
      people.filter(({ work }) => work),
    );
  }

  /** A change of organisation ends the job before; the same organisation keeps its row. Managers are found among those the provider knows. */
  private async writeJobs(
    tx: Tx,
    providerId: string,
    people: readonly (Judged & { person: NonNullable<Judged['person']> })[],
  ): Promise<void> {
    const jobs = JSON.stringify(
      people.map(({ personId, person, jobId }) => ({
        id: jobId ?? newId(),
        person_id: personId,
        organisation_id: person.organisationId,
        job_title: person.jobTitle,
        grade_band: person.gradeBand,
        line_manager_email: person.lineManagerEmail,
        folded: person.lineManagerEmail ? foldEmail(person.lineManagerEmail) : null,
        starts_on: person.startsOn,
      })),
    );
    const source = `jsonb_to_recordset($1::jsonb) AS n(id uuid, person_id uuid, organisation_id uuid, job_title text, grade_band text, line_manager_email text, folded text, starts_on date)`;
    await tx.query(
      `UPDATE employment j SET ends_on = greatest(j.starts_on, coalesce(n.starts_on, $2::date) - 1), version = j.version + 1 FROM ${source}
        WHERE j.person_id = n.person_id AND j.id <> n.id AND j.organisation_id <> n.organisation_id AND j.ends_on IS NULL AND j.starts_on <= coalesce(n.starts_on, $2::date)
          AND NOT EXISTS (SELECT 1 FROM employment e WHERE e.id = n.id)`,
      [jobs, tx.clock.today()],
    );
    await tx.query(
      `INSERT INTO employment (id, person_id, organisation_id, job_title, grade_band, line_manager_id, line_manager_email, starts_on, version)
       SELECT n.id, n.person_id, n.organisation_id, coalesce(n.job_title, 'Not known'), n.grade_band, m.person_id, n.line_manager_email, coalesce(n.starts_on, $2::date), 1
         FROM ${source} LEFT JOIN person_email m ON m.folded = n.folded AND m.person_id <> n.person_id AND EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = m.person_id AND k.provider_id = $3)
       ON CONFLICT (id) DO UPDATE SET job_title = CASE WHEN excluded.job_title = 'Not known' THEN employment.job_title ELSE excluded.job_title END, grade_band = coalesce(excluded.grade_band, employment.grade_band),
         line_manager_id = coalesce(excluded.line_manager_id, employment.line_manager_id), line_manager_email = coalesce(excluded.line_manager_email, employment.line_manager_email),
         starts_on = CASE WHEN (SELECT n.starts_on FROM ${source} WHERE n.id = employment.id) IS NULL THEN employment.starts_on ELSE excluded.starts_on END, version = employment.version + 1`,
      [jobs, tx.clock.today(), providerId],
    );
  }

  private async remember(tx: Tx, providerId: string, { headers, mapping }: { headers: string[]; mapping: PersonMapping }): Promise<void> {
    await tx.query(
      `INSERT INTO import_mapping (id, provider_id, kind, headers_key, mapping) VALUES ($1, $2, 'people', $3, $4)
       ON CONFLICT ON CONSTRAINT people_mapping_known DO UPDATE SET mapping = excluded.mapping`,
      [newId(), providerId, headersKey(headers), JSON.stringify(mapping)],
    );
  }
}

const NONE: Counts = { rows: 0, new: 0, changed: 0, same: 0, attention: 0 };

function countsOf(judged: readonly Judged[]): Counts {
  const counts = { ...NONE, rows: judged.length };
  for (const { outcome } of judged) counts[outcome]++;
  return counts;
}
