import { Injectable } from '@nestjs/common';
import { mayAt, mayKeep, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import { TaskSources } from '@waymark/shared/api/task-sources';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing, must } from '@waymark/shared/kernel/refusal';
import { many } from '@waymark/shared/kernel/words';
import { decisionRefusals } from '@waymark/people/domain/organisation';
import { changedFacts, withProposal, type OrganisationFacts } from '@waymark/people/domain/register-proposal';
import { OrganisationWriting, type Said } from './organisation-writing';
import type { LeaveProposal, ProposalView, ProposeChange, TakeProposal, WithdrawProposal } from './organisations.contract';
import { OrganisationsQueries } from './organisations.queries';
import { RegisterProposalsQueries, type ProposalRow } from './register-proposals.queries';

/** Providers propose what the register is to say, and its keepers take or leave it. */
@Injectable()
export class RegisterProposalsService {
  constructor(
    private readonly db: Db,
    private readonly organisations: OrganisationsQueries,
    private readonly queries: RegisterProposalsQueries,
    private readonly writing: OrganisationWriting,
    tasks: TaskSources,
  ) {
    tasks.add('staff', {
      domain: 'people',
      tasks: async (read, actor) => {
        if (!mayKeep(actor, 'register:keep')) return [];
        const waiting = await this.queries.waiting(read);
        if (waiting === 0) return [];
        return [
          {
            code: 'proposals',
            title: `${many(waiting, 'proposed change waits', 'proposed changes wait')} for your decision`,
            detail: '',
            tone: 'warn',
            status: '',
            due: null,
            link: '/organisations/proposals',
            fragment: null,
            about: { id: 'register', name: 'Register of organisations', link: '/organisations' },
          },
        ];
      },
    });
  }

  propose(actor: Actor, organisationId: string, { providerId, version, reason, ...said }: ProposeChange): Promise<ProposalView> {
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, 'organisations:edit', { providerId })) throw new Missing();
      const { owner, ...before } = await this.organisations.view(tx, actor, organisationId);
      await mustBeCurrent(tx, before, version, before);
      const id = newId();
      // One's own that was left once, or taken back, may be proposed again, as it is said by now.
      if (owner !== null) {
        if (owner.id !== providerId) throw new Missing();
        const now = await this.organisations.forEdit(tx, organisationId);
        await mustBeCurrent(tx, now, version, { ...now });
        await this.writing.edit(tx, now, said);
        await this.queries.make(tx, { id, providerId, organisationId, kind: 'add', reason });
        await tx.record('proposal.made', organisationId, { officialName: said.officialName, kind: 'add' }, { providerId });
        return this.queries.view(tx, actor, id);
      }
      const after = await this.writing.judged(tx, organisationId, null, said);
      must(changedFacts(before, after).length === 0 ? [{ code: 'people_proposal_none' }] : []);
      await this.queries.make(tx, {
        id,
        providerId,
        organisationId,
        kind: 'change',
        before: factsOf(before),
        after: factsOf(after),
        reason,
      });
      await tx.record('proposal.made', organisationId, { officialName: before.officialName, kind: 'change' }, { providerId });
      return this.queries.view(tx, actor, id);
    });
  }

  /** What the proposal changes is written over what the register says by now, as the keeper has seen it beside that. */
  take(actor: Actor, id: string, { version, organisationVersion }: TakeProposal): Promise<ProposalView> {
    return this.db.tx(actor, async (tx) => {
      const proposal = await this.decidable(tx, id, version);
      const now = await this.organisations.forEdit(tx, proposal.organisationId);
      must(now.version === organisationVersion ? [] : [{ code: 'people_proposal_moved' }]);
      const { before, after } = proposal;
      if (before && after) await this.writing.edit(tx, now, saidOf(withProposal({ before, after }, now)));
      else {
        await this.writing.judged(tx, now.id, null, saidOf(now));
        await this.organisations.takeIn(tx, now.id);
      }
      await this.queries.decide(tx, id, 'taken', { after: after ?? factsOf(now) });
      await tx.record('proposal.taken', ...(await this.told(tx, proposal)));
      return this.queries.view(tx, actor, id);
    });
  }

  leave(actor: Actor, id: string, { version, answer }: LeaveProposal): Promise<ProposalView> {
    return this.db.tx(actor, async (tx) => {
      const proposal = await this.decidable(tx, id, version);
      await this.queries.decide(tx, id, 'left', { answer });
      await tx.record('proposal.left', ...(await this.told(tx, proposal)));
      return this.queries.view(tx, actor, id);
    });
  }

  withdraw(actor: Actor, id: string, { version }: WithdrawProposal): Promise<ProposalView> {
    return this.db.tx(actor, async (tx) => {
      const proposal = await this.queries.forDecision(tx, id);
      if (!mayAt(actor, 'organisations:edit', { providerId: proposal.providerId })) throw new Missing();
      must(decisionRefusals(proposal, version));
      await this.queries.decide(tx, id, 'withdrawn');
      await tx.record('proposal.withdrawn', ...(await this.told(tx, proposal)));
      return this.queries.view(tx, actor, id);
    });
  }

  private async decidable(tx: Tx, id: string, version: number): Promise<ProposalRow> {
    if (!mayKeep(tx.actor, 'register:keep')) throw new Missing();
    const proposal = await this.queries.forDecision(tx, id);
    must(decisionRefusals(proposal, version));
    return proposal;
  }

  /** What is recorded of a decision, in the audit log of those who proposed it. */
  private async told(tx: Tx, { organisationId, providerId, kind }: ProposalRow) {
    const officialName = await this.organisations.nameOf(tx, organisationId);
    return [organisationId, { officialName, kind }, { providerId }] as const;
  }
}

const factsOf = (facts: OrganisationFacts): OrganisationFacts => ({
  officialName: facts.officialName,
  shortName: facts.shortName,
  sector: facts.sector,
  organisationType: facts.organisationType,
  nation: facts.nation,
  region: facts.region,
  validFrom: facts.validFrom,
  validTo: facts.validTo,
  aliases: facts.aliases,
  identifiers: facts.identifiers,
  successors: facts.successors,
});

/** Facts as somebody would say them. */
const saidOf = (facts: OrganisationFacts): Said => ({ ...factsOf(facts), successors: facts.successors.map(({ id }) => ({ id })) }) as Said;
