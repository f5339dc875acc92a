import { Injectable } from '@nestjs/common';
import { mayAt, SYSTEM, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { patiently } from '@waymark/shared/api/connection';
import { Db, type Reader } from '@waymark/shared/api/db';
import { Jobs } from '@waymark/shared/api/jobs';
import { OffThread } from '@waymark/shared/api/off-thread';
import { Malformed } from '@waymark/shared/api/problem.filter';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing, must, Refused } from '@waymark/shared/kernel/refusal';
import { headingsOf, type Row, type Sheet } from '@waymark/people/domain/csv';
import { guessColumns, mappingRefusals, type PersonMapping, type ReadPerson } from '@waymark/people/domain/person-import';
import { ImportBatch } from './import-batch.entity';
import { ImportedPeopleQueries } from './imported-people.queries';
import { READ_PEOPLE, READ_SHEET } from './imports.tasks';
import type { ApplyPeople, Counts, HeadPeople, MapPeople, PeopleImportView, UploadPeople } from './people-imports.contract';
import { PeopleImportsQueries, type BatchRow, type State } from './people-imports.queries';
import { judgeRows, type Judged } from './people-judgement';
import { bytesOf, ofFile } from './uploaded-file';

/**
 * Upload, map, look, confirm. Nothing about people changes before the confirmation, and then everything does in one transaction:
 * an import that dies half-way has changed nothing, and the same file again changes nothing.
 */
@Injectable()
export class PeopleImportsService {
  constructor(
    private readonly db: Db,
    private readonly queries: PeopleImportsQueries,
    private readonly people: ImportedPeopleQueries,
    private readonly offThread: OffThread,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.handle('people.forget-imports', () => this.forget());
    jobs.every('45 3 * * *', 'people.forget-imports');
  }

  /** The rows that need attention as a file: who takes them away is in the audit log before they leave. */
  async errors(actor: Actor, id: string): Promise<{ fileName: string; text: string }> {
    const { fileName, text, rows, providerId } = await this.queries.errors(actor, id);
    await this.db.tx(actor, (tx) => tx.record('people.exported', actor.sessionId, { rows }, { providerId }));
    return { fileName, text };
  }

  upload(actor: Actor, { providerId, ...file }: UploadPeople): Promise<PeopleImportView> {
    return patiently('file', async () => {
      if (!mayAt(actor, 'people:import', { providerId })) throw new Missing();
      const bytes = bytesOf(file.content);
      const { rows, top, ...sheet } = ofFile(await this.offThread.run(READ_SHEET, { fileName: file.fileName, bytes }, [bytes.buffer]));
      const known = await this.db.reading(actor, (read) => this.queries.mappingOf(read, providerId, sheet.headings));
      const { state, people } = await this.read(
        actor,
        providerId,
        { headers: sheet.headings, headingLine: sheet.headingLine, ...mappedBy(known, sheet, top), dateOrder: null, dates: null },
        rows,
      );
      return this.db.tx(actor, async (tx) => {
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
        await this.queries.addRows(tx, id, rows);
        await this.check(tx, id, providerId, people);
        return this.queries.view(tx, actor, id);
      });
    });
  }

  /** Another row is the headings, or none: the columns are guessed anew. */
  async head(actor: Actor, id: string, { line, version }: HeadPeople): Promise<PeopleImportView> {
    return this.change(actor, id, version, async (read, { providerId, state }) => {
      const top = await this.queries.top(read, id);
      if (line > 0 && !top.some((row) => row.line === line)) throw Malformed.at('/line', 'Choose a row from the top of the file');
      if ((await this.queries.rowsBelow(read, id, line)) === 0) throw Malformed.at('/line', 'Choose a row with other rows below it');
      const headers = headingsOf(top, line);
      const known = await this.queries.mappingOf(read, providerId, headers);
      return { ...state, headers, headingLine: line, ...mappedBy(known, { headings: headers, headingLine: line }, top), dateOrder: null };
    });
  }

  map(actor: Actor, id: string, { mapping, dateOrder, version }: MapPeople): Promise<PeopleImportView> {
    return this.change(actor, id, version, async (_, { state }) => ({ ...state, mapping, dateOrder }));
  }

  apply(actor: Actor, id: string, { version, leaveOut }: ApplyPeople): Promise<PeopleImportView> {
    return patiently('file', async () => {
      const { people } = await this.readAgain(actor, id, async (_, { state }) => state);
      return this.db.tx(actor, async (tx) => {
        const batch = await this.currentBatch(tx, id, version);
        await this.people.lock(tx);
        const judged = await this.check(tx, id, batch.providerId, people);
        const todo = judged.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
        must(todo.length === 0 ? [{ code: 'people_import_nothing' }] : []);
        must(!leaveOut && judged.some(({ outcome }) => outcome === 'attention') ? [{ code: 'people_import_rejected_rows' }] : []);
        await this.people.write(tx, batch.providerId, todo);
        await this.queries.rememberMapping(tx, batch.providerId, batch.state);
        await this.queries.complete(tx, id);
        await this.recordChanged(tx, todo);
        await tx.record('people.imported', id, { counts: countsOf(judged) }, { providerId: batch.providerId });
        return this.queries.view(tx, actor, id);
      });
    });
  }

  /** What happens to a person is told to every provider that knows them, as when it is changed by hand. */
  private async recordChanged(tx: Tx, rows: readonly Judged[]): Promise<void> {
    const edited = rows.filter(({ changed }) => changed.length > 0);
    const known = await this.people.knownTo(
      tx,
      edited.map(({ personId }) => personId),
    );
    await tx.recordAll(
      'person.edited',
      edited.flatMap(({ personId, changed }) =>
        known.get(personId)!.map((providerId) => ({ subjectId: personId, facts: { changed }, providerId })),
      ),
    );
  }

  /** Reads the same rows in another way, which `next` says. */
  private change(actor: Actor, id: string, version: number, next: NextState): Promise<PeopleImportView> {
    return patiently('file', async () => {
      const { state, people } = await this.readAgain(actor, id, next);
      return this.db.tx(actor, async (tx) => {
        const { providerId } = await this.currentBatch(tx, id, version);
        await this.queries.writeState(tx, id, state);
        await this.check(tx, id, providerId, people);
        return this.queries.view(tx, actor, id);
      });
    });
  }

  /** What stands in the rows, read before the transaction that uses it: whether they are still the same is told by the version, in there. */
  private async readAgain(actor: Actor, id: string, next: NextState): Promise<Read> {
    const { providerId, state, rows } = await this.db.reading(actor, async (read) => {
      const batch = await this.queries.batch(read, actor, id);
      return { providerId: batch.providerId, state: await next(read, batch), rows: await this.queries.rowsToRead(read, id) };
    });
    return this.read(actor, providerId, state, rows);
  }

  private async read(actor: Actor, providerId: string, state: State, rows: string): Promise<Read> {
    const { mapping, headingLine, dateOrder } = state;
    if (mappingRefusals(mapping).length > 0) return { state: { ...state, dates: null }, people: null };
    const organisations = await this.db.reading(actor, (read) => this.queries.organisations(read, providerId, this.clock.today()));
    const { people, dates } = await this.offThread.run(READ_PEOPLE, { rows, headingLine, mapping, organisations, dateOrder });
    return { state: { ...state, dates }, people };
  }

  private async currentBatch(tx: Tx, id: string, version: number): Promise<BatchRow> {
    const batch = await this.queries.batchForEdit(tx, id);
    if (batch.version !== version || batch.status === 'completed') throw new Refused([{ code: 'people_import_stale' }]);
    return batch;
  }

  private forget(): Promise<void> {
    return this.db.tx(SYSTEM, (tx) => this.queries.forgetRows(tx));
  }

  private async check(tx: Tx, id: string, providerId: string, people: readonly ReadPerson[] | null): Promise<Judged[]> {
    if (!people) {
      await this.queries.writeUnjudged(tx, id);
      return [];
    }
    const judged = await judgeRows(tx, providerId, people, tx.clock.today());
    await this.queries.writeOutcomes(tx, id, judged, countsOf(judged));
    return judged;
  }
}

type NextState = (read: Reader, batch: BatchRow) => Promise<State>;

/** The rows as the columns have them: null where these are not mapped as they must be. */
interface Read {
  state: State;
  people: ReadPerson[] | null;
}

const mappedBy = (known: PersonMapping | undefined, { headings, headingLine }: Omit<Sheet, 'rows'>, top: readonly Row[]) => ({
  mapping:
    known ??
    guessColumns(
      headings,
      top.filter(({ line }) => line > headingLine).map(({ cells }) => cells),
    ),
  remembered: known !== undefined,
});

const NONE: Counts = { rows: 0, new: 0, changed: 0, same: 0, attention: 0 };

function countsOf(judged: readonly Judged[]): Counts {
  const counts = { ...NONE, rows: judged.length };
  for (const { outcome } of judged) counts[outcome]++;
  return counts;
}
