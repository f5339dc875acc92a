import { Injectable } from '@nestjs/common';
import { mayKeep, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { countUpTo, page } from '@waymark/shared/api/page';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { changedFacts, changedSince, FACT_NAMES, type OrganisationFacts } from '@waymark/people/domain/register-proposal';
import { found } from '@waymark/shared/kernel/refusal';
import { ORGANISATION_FACTS } from './organisations.queries';
import type { ListProposals, ProposalPage, ProposalView } from './organisations.contract';

/** A proposal as it is decided. */
export interface ProposalRow {
  id: string;
  providerId: string;
  organisationId: string;
  kind: 'add' | 'change';
  status: ProposalView['status'];
  before: OrganisationFacts | null;
  after: OrganisationFacts | null;
  version: number;
}

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Proposals are seen by those of the provider that made them, and by the register's keepers. */
@Injectable()
export class RegisterProposalsQueries {
  constructor(private readonly db: Db) {}

  /** The newest first. */
  list(actor: Actor, { status, after, limit }: ListProposals): Promise<ProposalPage> {
    const matches = sql`${seenBy(actor)} ${sql.when(status, (status) => sql`AND w.status = ${status}`)}`;
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Dated<ProposalPage['items'][number]>>(
        sql`${LINE} WHERE ${matches} AND w.id < ${after ?? LAST}::uuid ORDER BY w.id DESC LIMIT ${limit + 1}`,
      );
      const total = await countUpTo(read, sql`SELECT 1 FROM register_proposal w WHERE ${matches}`);
      return { ...page(rows.map(dated), limit, ({ id }) => id), total };
    });
  }

  one(actor: Actor, id: string): Promise<ProposalView> {
    return this.db.reading(actor, (read) => this.view(read, actor, id));
  }

  async view(read: Reader, actor: Actor, id: string): Promise<ProposalView> {
    const [row] = await read.query<
      Dated<ProposalPage['items'][number]> & {
        reason: string;
        decidedBy: string | null;
        before: ProposalView['before'];
        after: ProposalView['before'];
        there: ProposalView['after'];
        organisationVersion: number;
        version: number;
      }
    >(sql`${LINE_WITH(sql`w.reason, ${nameOf('d')} AS "decidedBy", w.before, w.after, w.version, o.version AS "organisationVersion",
              (SELECT to_jsonb(f) FROM (SELECT ${ORGANISATION_FACTS}) f) AS there`)}
            LEFT JOIN person d ON d.id = w.decided_by
           WHERE w.id = ${id} AND ${seenBy(actor)}`);
    const { there, before, after: wanted, ...proposal } = found(row);
    const after = wanted ?? there;
    const waiting = proposal.status === 'waiting';
    return {
      ...dated(proposal),
      before,
      after,
      now: waiting && before ? there : null,
      fields: before ? changedFacts(before, after) : FACT_NAMES.filter((name) => isSaid(after[name])),
      since: waiting && before ? changedSince({ before, after }, there) : [],
    };
  }

  /** For one keeper at a time: the second finds that it has been decided. */
  async forDecision(tx: Tx, id: string): Promise<ProposalRow> {
    const [row] = await tx.query<ProposalRow>(
      sql`SELECT w.id, w.provider_id AS "providerId", w.organisation_id AS "organisationId", w.kind, w.status, w.before, w.after, w.version
            FROM register_proposal w WHERE w.id = ${id} AND ${seenBy(tx.actor)} FOR UPDATE`,
    );
    return found(row);
  }

  async make(
    tx: Tx,
    wish: Pick<ProposalRow, 'id' | 'providerId' | 'organisationId' | 'kind'> &
      Partial<Pick<ProposalRow, 'before' | 'after'>> & { reason: string },
  ): Promise<void> {
    const { id, providerId, organisationId, kind, before, after, reason } = wish;
    const kept = (facts?: OrganisationFacts | null) => (facts ? JSON.stringify(facts) : null);
    await tx.query(
      sql`INSERT INTO register_proposal (id, provider_id, organisation_id, kind, before, after, reason, status, proposed_by, proposed_at)
          VALUES (${id}, ${providerId}, ${organisationId}, ${kind}, ${kept(before)}::jsonb, ${kept(after)}::jsonb, ${reason}, 'waiting', ${tx.actor.personId}, ${tx.clock.now()})`,
    );
  }

  /** What is taken in is kept as it was then. */
  async decide(
    tx: Tx,
    id: string,
    status: 'taken' | 'left' | 'withdrawn',
    { answer = '', after = null }: { answer?: string; after?: OrganisationFacts | null } = {},
  ): Promise<void> {
    await tx.query(
      sql`UPDATE register_proposal SET status = ${status}, decided_by = ${tx.actor.personId}, decided_at = ${tx.clock.now()}, answer = ${answer},
                 after = coalesce(${after ? JSON.stringify(after) : null}::jsonb, after), version = version + 1 WHERE id = ${id}`,
    );
  }

  /** How many wait for a keeper, and since when the first of them does. */
  async waiting(read: Reader): Promise<number> {
    const [row] = await read.query<{ n: number }>(sql`SELECT count(*) AS n FROM register_proposal WHERE status = 'waiting'`);
    return row!.n;
  }
}

const seenBy = (actor: Actor): Sql =>
  sql`(${mayKeep(actor, 'register:keep')}::boolean OR ${within(reachOf(actor, 'proposals:read'), 'w.provider_id')})`;

const LINE_WITH = (more: Sql): Sql => sql`
  SELECT w.id, w.kind, w.status, jsonb_build_object('id', o.id, 'officialName', o.official_name) AS organisation,
         jsonb_build_object('id', v.id, 'name', v.name) AS provider, ${nameOf('p')} AS "proposedBy", w.proposed_at AS "proposedAt",
         w.decided_at AS "decidedAt", w.answer, ${more}
    FROM register_proposal w JOIN organisation o ON o.id = w.organisation_id JOIN provider v ON v.id = w.provider_id
    LEFT JOIN person p ON p.id = w.proposed_by`;
const LINE = LINE_WITH(sql`w.provider_id`);

type Dated<Line extends { proposedAt: string; decidedAt: string | null }> = Omit<Line, 'proposedAt' | 'decidedAt'> & {
  proposedAt: Date;
  decidedAt: Date | null;
};
const dated = <Line extends { proposedAt: Date; decidedAt: Date | null }>(line: Line) => ({
  ...line,
  proposedAt: line.proposedAt.toISOString(),
  decidedAt: line.decidedAt?.toISOString() ?? null,
});
const isSaid = (fact: OrganisationFacts[keyof OrganisationFacts]): boolean => (Array.isArray(fact) ? fact.length > 0 : fact !== null);
