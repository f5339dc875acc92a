import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { patiently } from '@waymark/shared/api/connection';
import { Db, type Reader } from '@waymark/shared/api/db';
import { OffThread } from '@waymark/shared/api/off-thread';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import {
  codeTaken,
  namesLost,
  registerChanges,
  type Held,
  type ReadRegisterRow,
  type RegisterChange,
  type RegisterEntry,
} from '@waymark/people/domain/council-register';
import type { ImportOrganisations, OrganisationImportReport } from './organisation-imports.contract';
import { READ_REGISTER } from './imports.tasks';
import { CODE, OrganisationImportsQueries } from './organisation-imports.queries';
import { bytesOf, ofFile } from './uploaded-file';

const SHOWN = 500;

interface Judged {
  line: number;
  entry: RegisterEntry;
  id: string;
  outcome: 'new' | 'changed' | 'same';
  changes: RegisterChange[];
  /** Names that it has no more, which stay as other names. */
  lost: string[];
}

/** The council register, compared with what is here and brought in. The same file twice changes nothing. */
@Injectable()
export class OrganisationImportsService {
  constructor(
    private readonly db: Db,
    private readonly queries: OrganisationImportsQueries,
    private readonly offThread: OffThread,
  ) {}

  import(actor: Actor, wish: ImportOrganisations): Promise<OrganisationImportReport> {
    return patiently('file', async () => {
      const bytes = bytesOf(wish.content);
      const sheet = ofFile(await this.offThread.run(READ_REGISTER, { fileName: wish.fileName, bytes }, [bytes.buffer])).rows;
      if (!wish.apply) return this.db.reading(actor, async (read) => report(wish.fileName, false, await this.judge(read, sheet)));
      return this.db.tx(actor, async (tx) => {
        await this.queries.lock(tx);
        const judged = await this.judge(tx, sheet);
        if (wish.allOrNothing && judged.rejected.length > 0) return report(wish.fileName, false, judged);
        await this.write(tx, judged.rows);
        const answer = report(wish.fileName, true, judged);
        await tx.record('organisations.imported', newId(), { fileName: wish.fileName, counts: answer.counts });
        return answer;
      });
    });
  }

  private async judge(read: Reader, sheet: readonly ReadRegisterRow[]) {
    const held = await this.queries.heldByCode(read);
    const rows: Judged[] = [];
    const rejected: OrganisationImportReport['messages'] = [];
    const [seen, rowOf] = [new Map<string, number>(), new Map<string, number>()];
    for (const { line, name, entry, messages } of sheet) {
      if (!entry) {
        rejected.push(...messages.map(({ field, message }) => ({ line, name, field, message })));
        continue;
      }
      const here = held.get(entry.code) ?? (entry.gss ? held.get(entry.gss) : undefined);
      const id = here?.id ?? newId();
      const taken = codeTaken(entry, id, seen, held) ?? twice(here, rowOf);
      if (taken) {
        rejected.push({ line, name, ...taken });
        continue;
      }
      for (const code of [entry.code, entry.gss]) if (code) seen.set(code, line);
      rowOf.set(id, line);
      const changes = here ? registerChanges(here, entry) : [];
      const outcome = !here ? 'new' : changes.length > 0 ? 'changed' : 'same';
      rows.push({ line, entry, id, outcome, changes, lost: here ? namesLost(here, entry) : [] });
    }
    return { total: sheet.length, rows, rejected };
  }

  private async write(tx: Tx, rows: Judged[]): Promise<void> {
    const fresh = rows.filter(({ outcome }) => outcome === 'new');
    const touched = rows.filter(({ outcome }) => outcome !== 'same');
    await this.queries.add(tx, fresh);
    await this.queries.change(
      tx,
      touched.filter(({ outcome }) => outcome === 'changed'),
    );
    await this.queries.identify(tx, touched);
    await this.queries.name(tx, touched);
    const held = await this.queries.heldByCode(tx);
    const successions = rows.flatMap(({ id, entry }) =>
      entry.replacedBy.flatMap((code) => {
        const successorId = held.get(code)?.id;
        return successorId !== undefined && successorId !== id ? [{ id, successorId }] : [];
      }),
    );
    await this.queries.succeed(tx, successions);
  }
}

/** Two rows may name one organisation by different codes of it. */
function twice(here: Held | undefined, rowOf: ReadonlyMap<string, number>): { field: string; message: string } | null {
  const earlier = here && rowOf.get(here.id);
  return earlier ? { field: CODE, message: `This is ${here.officialName}, which is already in row ${earlier}` } : null;
}

function report(
  fileName: string,
  applied: boolean,
  { total, rows, rejected }: { total: number; rows: Judged[]; rejected: OrganisationImportReport['messages'] },
): OrganisationImportReport {
  const count = (outcome: Judged['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    fileName,
    applied,
    counts: { rows: total, new: count('new'), changed: count('changed'), same: count('same'), rejected: total - rows.length },
    messages: rejected.slice(0, SHOWN),
    more: Math.max(0, rejected.length - SHOWN),
    changes: rows
      .filter(({ outcome }) => outcome === 'changed')
      .slice(0, SHOWN)
      .map(({ line, entry, changes }) => ({ line, name: entry.officialName, changes })),
  };
}
