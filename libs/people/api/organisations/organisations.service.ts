import { Injectable } from '@nestjs/common';
import { mayAt, mayKeep, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing, must } from '@waymark/shared/kernel/refusal';
import { OrganisationContact } from './organisation.entity';
import { OrganisationWriting } from './organisation-writing';
import type { AddOrganisation, EditOrganisation, KeepOrganisation, OrganisationView, OwnDetails } from './organisations.contract';
import { OrganisationsQueries } from './organisations.queries';
import { RegisterProposalsQueries } from './register-proposals.queries';

/**
 * Organisations are shared, so what all see is changed by the register's keeper alone. What a provider adds is its own at once, and is proposed
 * to the keeper; what it calls an organisation, and whom it speaks with there, is always its own.
 */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly db: Db,
    private readonly queries: OrganisationsQueries,
    private readonly proposals: RegisterProposalsQueries,
    private readonly writing: OrganisationWriting,
  ) {}

  add(actor: Actor, { providerId, ...said }: AddOrganisation): Promise<OrganisationView> {
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, 'organisations:edit', { providerId })) throw new Missing();
      const id = newId();
      await this.writing.add(tx, id, providerId, said);
      await this.proposals.make(tx, { id: newId(), providerId, organisationId: id, kind: 'add', reason: '' });
      await tx.record('proposal.made', id, { officialName: said.officialName, kind: 'add' }, { providerId });
      return this.queries.view(tx, actor, id);
    });
  }

  /** One's own: what all share is only proposed. */
  edit(actor: Actor, id: string, { version, ...said }: EditOrganisation): Promise<OrganisationView> {
    return this.db.tx(actor, async (tx) => {
      // Before it is locked: what all share is not there for somebody else's writing.
      const { owner } = await this.queries.view(tx, actor, id);
      must(owner === null ? [{ code: 'people_organisation_shared' }] : []);
      if (!mayAt(actor, 'organisations:edit', { providerId: owner?.id ?? null })) throw new Missing();
      const now = await this.queries.forEdit(tx, id);
      await mustBeCurrent(tx, now, version, { ...now });
      await this.writing.edit(tx, now, said);
      return this.queries.view(tx, actor, id);
    });
  }

  keep(actor: Actor, said: KeepOrganisation): Promise<OrganisationView> {
    return this.db.tx(actor, async (tx) => {
      if (!mayKeep(actor, 'register:keep')) throw new Missing();
      const id = newId();
      await this.writing.add(tx, id, null, said);
      return this.queries.view(tx, actor, id);
    });
  }

  editKept(actor: Actor, id: string, { version, ...said }: EditOrganisation): Promise<OrganisationView> {
    return this.db.tx(actor, async (tx) => {
      if (!mayKeep(actor, 'register:keep')) throw new Missing();
      const now = await this.queries.forEdit(tx, id);
      must(now.providerId === null ? [] : [{ code: 'people_organisation_own' }]);
      await mustBeCurrent(tx, now, version, { ...now });
      await this.writing.edit(tx, now, said);
      return this.queries.view(tx, actor, id);
    });
  }

  sayForOneself(actor: Actor, id: string, { providerId, aliases, contacts, version: seen }: OwnDetails): Promise<OrganisationView> {
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, 'organisations:edit', { providerId })) throw new Missing();
      const { officialName, owner } = await this.queries.view(tx, actor, id);
      const version = await this.queries.ownVersion(tx, id, providerId);
      const { own } = await this.queries.view(tx, actor, id);
      await mustBeCurrent(tx, { id, version }, seen, { ...own.find((one) => one.providerId === providerId) });
      // The other names of what is one's own anyway are among its facts.
      if (owner?.id !== providerId) {
        await this.queries.forgetOwnNames(tx, id, providerId);
        await this.writing.writeAliases(tx, id, providerId, aliases);
      }
      await this.queries.forgetContacts(tx, id, providerId);
      const rows = contacts.map((contact, position) => ({ id: newId(), providerId, organisationId: id, position, ...contact }));
      if (rows.length > 0) await tx.rows.insert(OrganisationContact, rows);
      await tx.record('organisation.ownDetailsChanged', id, { officialName }, { providerId });
      return this.queries.view(tx, actor, id);
    });
  }
}
