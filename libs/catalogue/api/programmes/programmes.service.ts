import { Injectable } from '@nestjs/common';
import { DEFAULT_PROGRAMME_RULES, rulesOf } from '@waymark/catalogue/domain/programme-rules';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing } from '@waymark/shared/kernel/refusal';
import { Programme } from './programme.entity';
import type { AddProgramme, EditProgramme, ProgrammeView } from './programmes.contract';
import { ProgrammesQueries } from './programmes.queries';

@Injectable()
export class ProgrammesService {
  constructor(
    private readonly db: Db,
    private readonly queries: ProgrammesQueries,
  ) {}

  add(actor: Actor, wish: AddProgramme): Promise<ProgrammeView> {
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, 'programmes:edit', wish)) throw new Missing();
      const id = newId();
      await tx.rows.insert(Programme, { id, ...wish, status: 'active', rules: DEFAULT_PROGRAMME_RULES, version: 1 });
      await tx.record('programme.added', id, { code: wish.code }, wish);
      return this.queries.one(tx, id);
    });
  }

  edit(actor: Actor, id: string, { version, ...wish }: EditProgramme): Promise<ProgrammeView> {
    return this.db.tx(actor, async (tx) => {
      const row = await this.queries.forEdit(tx, actor, id);
      const { title, code, summary, status } = row;
      await mustBeCurrent(tx, row, version, { title, code, summary, status, rules: rulesOf(row.rules) });
      await tx.rows.update(Programme, { id }, { ...wish, version: version + 1 });
      await tx.record('programme.edited', id, { code: wish.code, status: wish.status }, row);
      return this.queries.one(tx, id);
    });
  }
}
