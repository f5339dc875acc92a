import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import { identifierRefusals, organisationRefusals } from '@waymark/people/domain/organisation';
import { fold } from '@waymark/people/domain/text';
import { Organisation, OrganisationAlias, OrganisationIdentifier } from './organisation.entity';
import type { AddOrganisation, EditOrganisation, OrganisationView } from './organisations.contract';
import { OrganisationsQueries } from './organisations.queries';

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly db: Db,
    private readonly queries: OrganisationsQueries,
  ) {}

  add(actor: Actor, wish: AddOrganisation): Promise<OrganisationView> {
    return this.db.tx(actor, async (tx) => {
      must(organisationRefusals(wish));
      const { aliases, identifiers, ...facts } = wish;
      const id = newId();
      await this.mustBeFree(tx, id, identifiers);
      await tx.rows.insert(Organisation, { id, ...facts, source: 'person', version: 1 });
      await this.writeNames(tx, id, aliases, identifiers);
      await tx.record('organisation.added', id, { officialName: facts.officialName });
      return this.queries.view(tx, id);
    });
  }

  edit(actor: Actor, id: string, { version, aliases, identifiers, ...facts }: EditOrganisation): Promise<OrganisationView> {
    return this.db.tx(actor, async (tx) => {
      const now = await this.queries.forEdit(tx, id);
      await mustBeCurrent(tx, now, version, now);
      must(organisationRefusals({ ...facts, identifiers }));
      await this.mustBeFree(tx, id, identifiers);
      await tx.rows.update(Organisation, { id }, { ...facts, version: version + 1 });
      await this.queries.forgetNames(tx, id);
      await this.writeNames(tx, id, aliases, identifiers);
      await tx.record('organisation.edited', id, { before: now, after: { ...facts, aliases, identifiers } });
      return this.queries.view(tx, id);
    });
  }

  private async mustBeFree(tx: Tx, id: string, identifiers: AddOrganisation['identifiers']): Promise<void> {
    must(identifierRefusals(identifiers, await this.queries.codesElsewhere(tx, id, identifiers)));
  }

  private async writeNames(tx: Tx, organisationId: string, aliases: string[], identifiers: AddOrganisation['identifiers']): Promise<void> {
    const byFold = new Map(aliases.map((alias) => [fold(alias), alias]));
    if (byFold.size > 0)
      await tx.rows.insert(
        OrganisationAlias,
        [...byFold].map(([folded, alias]) => ({ id: newId(), organisationId, alias, folded })),
      );
    if (identifiers.length > 0)
      await tx.rows.insert(
        OrganisationIdentifier,
        identifiers.map((identifier) => ({ id: newId(), organisationId, ...identifier })),
      );
  }
}
