import { Injectable } from '@nestjs/common';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import { identifierRefusals, organisationRefusals, successorRefusals } from '@waymark/people/domain/organisation';
import { changedFacts, otherNames, type OrganisationFacts } from '@waymark/people/domain/register-proposal';
import { Organisation, OrganisationAlias, OrganisationIdentifier } from './organisation.entity';
import type { KeepOrganisation } from './organisations.contract';
import { OrganisationsQueries } from './organisations.queries';

/** What somebody says of an organisation, as it came in. */
export type Said = KeepOrganisation;

/** Judges and writes what is said of an organisation: of the register (`providerId` null), or of one provider's own. */
@Injectable()
export class OrganisationWriting {
  constructor(private readonly queries: OrganisationsQueries) {}

  /** Answers the facts with the successors by name, or refuses them. */
  async judged(tx: Tx, id: string, providerId: string | null, { successors: named, ...said }: Said): Promise<OrganisationFacts> {
    must(organisationRefusals(said));
    must(identifierRefusals(said.identifiers, await this.queries.codesElsewhere(tx, id, providerId, said.identifiers)));
    const ids = named.map(({ id }) => id);
    const successors = await this.queries.successors(tx, ids, providerId);
    must(successorRefusals(id, ids, new Set(successors.map(({ id }) => id))));
    return { ...said, successors };
  }

  async add(tx: Tx, id: string, providerId: string | null, said: Said): Promise<void> {
    const { aliases, identifiers, successors, ...facts } = await this.judged(tx, id, providerId, said);
    await tx.rows.insert(Organisation, { id, providerId, ...facts, source: 'person', version: 1 });
    await this.writeNames(tx, id, providerId, { aliases, identifiers, successors });
    await tx.record('organisation.added', id, { officialName: facts.officialName }, { providerId });
  }

  /** `now`: what stands there, locked. */
  async edit(tx: Tx, now: OrganisationFacts & { id: string; providerId: string | null; version: number }, said: Said): Promise<void> {
    const { id, providerId, version } = now;
    const after = await this.judged(tx, id, providerId, said);
    const { aliases, identifiers, successors, ...facts } = after;
    await tx.rows.update(Organisation, { id }, { ...facts, version: version + 1 });
    await this.queries.forgetNames(tx, id, providerId);
    await this.writeNames(tx, id, providerId, { aliases, identifiers, successors });
    const changed = changedFacts(now, after);
    const only = (of: OrganisationFacts) => Object.fromEntries(changed.map((name) => [name, of[name]]));
    await tx.record('organisation.edited', id, { officialName: after.officialName, before: only(now), after: only(after) }, { providerId });
  }

  /** Other names that only one provider uses. */
  async writeAliases(tx: Tx, organisationId: string, providerId: string | null, aliases: readonly string[]): Promise<void> {
    const rows = otherNames(aliases).map((names) => ({ id: newId(), organisationId, providerId, ...names }));
    if (rows.length > 0) await tx.rows.insert(OrganisationAlias, rows);
  }

  private async writeNames(
    tx: Tx,
    organisationId: string,
    providerId: string | null,
    { aliases, identifiers, successors }: Pick<OrganisationFacts, 'aliases' | 'identifiers' | 'successors'>,
  ): Promise<void> {
    await this.writeAliases(tx, organisationId, providerId, aliases);
    const codes = identifiers.map((identifier) => ({ id: newId(), organisationId, providerId, ...identifier }));
    if (codes.length > 0) await tx.rows.insert(OrganisationIdentifier, codes);
    await this.queries.writeSuccessors(
      tx,
      organisationId,
      successors.map(({ id }) => id),
    );
  }
}
