import { Injectable } from '@nestjs/common';
import { mayAt, SYSTEM, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Jobs } from '@waymark/shared/api/jobs';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing, must, Refused } from '@waymark/shared/kernel/refusal';
import { guessMapping, mappingRefusals, type PersonMapping } from '@waymark/people/domain/person-import';
import { ImportBatch } from './import-batch.entity';
import { ImportedPeopleQueries } from './imported-people.queries';
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
    private readonly people: ImportedPeopleQueries,
    jobs: Jobs,
  ) {
    jobs.handle('people.forget-imports', () => this.forget());
    jobs.every('45 3 * * *', 'people.forget-imports');
  }

  upload(actor: Actor, { providerId, ...file }: UploadPeople): Promise<PeopleImportView> {
    const sheet = sheetIn(file);
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, 'people:import', { providerId })) throw new Missing();
      const known = await this.queries.mappingOf(tx, providerId, sheet.headers);
      const state = { headers: sheet.headers, mapping: known ?? guessMapping(sheet.headers), remembered: known !== undefined };
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
      await this.queries.addRows(tx, id, sheet.rows);
      await this.check(tx, id, providerId, state.mapping);
      return this.queries.view(tx, actor, id);
    });
  }

  map(actor: Actor, id: string, { mapping, version }: MapPeople): Promise<PeopleImportView> {
    return this.db.tx(actor, async (tx) => {
      const batch = await this.queries.batchForEdit(tx, id);
      if (batch.version !== version || batch.status === 'completed') throw new Refused([{ code: 'people_import_stale' }]);
      await this.queries.writeMapping(tx, id, { ...batch.state, mapping });
      await this.check(tx, id, batch.providerId, mapping);
      return this.queries.view(tx, actor, id);
    });
  }

  apply(actor: Actor, id: string, { version, leaveOut }: ApplyPeople): Promise<PeopleImportView> {
    return this.db.tx(actor, async (tx) => {
      const batch = await this.queries.batchForEdit(tx, id);
      if (batch.version !== version || batch.status === 'completed') throw new Refused([{ code: 'people_import_stale' }]);
      await this.people.lock(tx);
      const judged = await this.check(tx, id, batch.providerId, batch.state.mapping);
      const todo = judged.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
      must(todo.length === 0 ? [{ code: 'people_import_nothing' }] : []);
      must(!leaveOut && judged.some(({ outcome }) => outcome === 'attention') ? [{ code: 'people_import_rejected_rows' }] : []);
      await this.people.write(tx, batch.providerId, todo);
      await this.queries.rememberMapping(tx, batch.providerId, batch.state);
      await this.queries.complete(tx, id);
      await tx.record('people.imported', id, { counts: countsOf(judged) }, { providerId: batch.providerId });
      return this.queries.view(tx, actor, id);
    });
  }

  private forget(): Promise<void> {
    return this.db.tx(SYSTEM, (tx) => this.queries.forgetRows(tx));
  }

  private async check(tx: Tx, id: string, providerId: string, mapping: PersonMapping): Promise<Judged[]> {
    if (mappingRefusals(mapping).length > 0) {
      await this.queries.writeUnjudged(tx, id);
      return [];
    }
    const judged = await judgeRows(tx, providerId, await this.queries.rowsToJudge(tx, id), mapping, tx.clock.today());
    await this.queries.writeOutcomes(tx, id, judged, countsOf(judged));
    return judged;
  }
}

const NONE: Counts = { rows: 0, new: 0, changed: 0, same: 0, attention: 0 };

function countsOf(judged: readonly Judged[]): Counts {
  const counts = { ...NONE, rows: judged.length };
  for (const { outcome } of judged) counts[outcome]++;
  return counts;
}
