import { Injectable } from '@nestjs/common';
import { availabilityRefusals } from '@waymark/catalogue/domain/availability';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing, must } from '@waymark/shared/kernel/refusal';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import { FacilitatorAvailability } from './facilitator-availability.entity';
import { Facilitator } from './facilitator.entity';
import type { AddFacilitator, EditFacilitator, FacilitatorView, SetAvailability } from './facilitators.contract';
import { FacilitatorsQueries } from './facilitators.queries';

@Injectable()
export class FacilitatorsService {
  constructor(
    private readonly db: Db,
    private readonly queries: FacilitatorsQueries,
  ) {}

  add(actor: Actor, wish: AddFacilitator): Promise<FacilitatorView> {
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, 'facilitators:edit', wish)) throw new Missing();
      if (!(await this.queries.knows(tx, wish.providerId, wish.personId))) throw Malformed.at('/personId', 'Choose a person');
      const id = newId();
      await tx.rows.insert(Facilitator, { id, ...wish, status: 'active', version: 1 });
      await tx.record('facilitator.added', id, { personId: wish.personId }, wish);
      return this.queries.one(tx, id);
    });
  }

  edit(actor: Actor, id: string, { version, ...wish }: EditFacilitator): Promise<FacilitatorView> {
    return this.db.tx(actor, async (tx) => {
      const now = await this.queries.forEdit(tx, actor, id);
      const { status, skills, note, providerId } = now;
      await mustBeCurrent(tx, now, version, { status, skills, note });
      await tx.rows.update(Facilitator, { id }, { ...wish, version: version + 1 });
      await tx.record('facilitator.edited', id, { personId: now.personId, status: wish.status }, { providerId });
      return this.queries.one(tx, id);
    });
  }

  setAvailability(actor: Actor, id: string, { version, spans }: SetAvailability): Promise<FacilitatorView> {
    return this.db.tx(actor, async (tx) => {
      const now = await this.queries.forEdit(tx, actor, id);
      const { providerId } = now;
      await mustBeCurrent(tx, now, version, { availability: now.availability });
      const walls = spans.map(({ kind, note, ...span }) => ({
        kind,
        note,
        start: wallMinute(span.startsOn, span.startsAt),
        end: wallMinute(span.endsOn, span.endsAt),
      }));
      must(availabilityRefusals(walls));

      await tx.rows.delete(FacilitatorAvailability, { facilitatorId: id });
      if (walls.length > 0)
        await tx.rows.insert(
          FacilitatorAvailability,
          walls.map(({ kind, note, start, end }) => ({
            id: newId(),
            providerId,
            facilitatorId: id,
            kind,
            note,
            startsAt: fromWall(start),
            endsAt: fromWall(end),
          })),
        );
      await tx.rows.update(Facilitator, { id }, { version: version + 1 });
      await tx.record('facilitator.availabilitySet', id, { spans: spans.length }, { providerId });
      return this.queries.one(tx, id);
    });
  }
}
