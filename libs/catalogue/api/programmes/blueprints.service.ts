import { Injectable } from '@nestjs/common';
import { editRefusals, publicationRefusals, startRefusals, templatesRefusals } from '@waymark/catalogue/domain/blueprint';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import { Blueprint } from './blueprint.entity';
import type { BlueprintView, EditBlueprint, TemplateView, TemplateWish } from './blueprints.contract';
import { BlueprintsQueries } from './blueprints.queries';
import { ProgrammesQueries } from './programmes.queries';
import { SessionTemplate } from './session-template.entity';

@Injectable()
export class BlueprintsService {
  constructor(
    private readonly db: Db,
    private readonly queries: BlueprintsQueries,
    private readonly programmes: ProgrammesQueries,
  ) {}

  /** The next version: a draft that begins as the latest published one, or empty. */
  start(actor: Actor, programmeId: string): Promise<BlueprintView> {
    return this.db.tx(actor, async (tx) => {
      const programme = await this.programmes.forEdit(tx, actor, programmeId);
      const { last, draft, publishedId } = await this.queries.standing(tx, programmeId);
      must(startRefusals({ programme: programme.status, draft }));

      const from = publishedId === null ? { capacity: 24, minViable: 0, templates: [] } : await this.queries.one(tx, publishedId);
      const id = newId();
      const { providerId } = programme;
      const { capacity, minViable } = from;
      await tx.rows.insert(Blueprint, {
        id,
        providerId,
        programmeId,
        number: last + 1,
        status: 'draft',
        publishedAt: null,
        capacity,
        minViable,
        version: 1,
      });
      await this.write(tx, { blueprintId: id, providerId }, from.templates);
      await tx.record('blueprint.started', id, { programmeId, number: last + 1, fromId: publishedId }, programme);
      return this.queries.one(tx, id);
    });
  }

  edit(actor: Actor, id: string, { version, capacity, minViable, templates }: EditBlueprint): Promise<BlueprintView> {
    return this.db.tx(actor, async (tx) => {
      const { providerId, ...now } = await this.queries.forEdit(tx, actor, id);
      await mustBeCurrent(tx, now, version, valuesOf(now));
      must([...editRefusals(now.status), ...templatesRefusals(templates)]);

      await tx.rows.delete(SessionTemplate, { blueprintId: id });
      await this.write(tx, { blueprintId: id, providerId }, templates);
      await tx.rows.update(Blueprint, { id }, { capacity, minViable, version: version + 1 });
      await tx.record('blueprint.edited', id, { sessions: templates.length }, { providerId });
      return this.queries.one(tx, id);
    });
  }

  publish(actor: Actor, id: string, version: number): Promise<BlueprintView> {
    return this.db.tx(actor, async (tx) => {
      const { providerId, ...now } = await this.queries.forEdit(tx, actor, id);
      await mustBeCurrent(tx, now, version, valuesOf(now));
      must(publicationRefusals(now.status, now.templates));

      await tx.rows.update(Blueprint, { id }, { status: 'published', publishedAt: tx.clock.now(), version: version + 1 });
      await tx.record('blueprint.published', id, { programmeId: now.programmeId, number: now.number }, { providerId });
      return this.queries.one(tx, id);
    });
  }

  private async write(tx: Tx, of: { blueprintId: string; providerId: string }, templates: readonly (TemplateWish | TemplateView)[]) {
    if (templates.length === 0) return;
    await tx.rows.insert(
      SessionTemplate,
      templates.map((template, index) => ({ ...template, ...of, id: newId(), position: index + 1 })),
    );
  }
}

function valuesOf({ capacity, minViable, templates, status }: BlueprintView): Record<string, unknown> {
  return { capacity, minViable, templates, status };
}
