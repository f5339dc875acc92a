import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { found, Missing, must } from '@waymark/shared/kernel/refusal';
import { grantRefusals, resendRefusals } from '@waymark/identity/domain/granting';
import type { Role, ScopeKind } from '@waymark/shared/kernel/roles';
import { Settings } from '@waymark/shared/api/settings';
import { addPerson, makeKnown } from '@waymark/people/api/people.rows';
import { InvitationFollowers } from '../invitation-followers';
import { mustReachPlace } from '../roles/place';
import { Attempts } from '../sign-in/attempts';
import type { InvitationView, Invite } from './invitations.contract';
import { Invitation } from './invitation.entity';
import { InvitationsQueries } from './invitations.queries';

const INVITATION_DAYS = 7;
export const SEND_INVITATION = 'identity.send-invitation';

/** Inviting people: what staff do. Accepting is in `acceptances.service.ts`. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly queries: InvitationsQueries,
    private readonly followers: InvitationFollowers,
    private readonly attempts: Attempts,
    private readonly settings: Settings,
  ) {}

  invite(actor: Actor, wish: Invite): Promise<InvitationView> {
    return this.db.tx(actor, async (tx) => {
      const at = await mustReachPlace(tx, 'accounts:invite', wish);
      const person = await this.personFor(tx, wish);
      const { role, scopeKind, scopeId, providerId } = wish;
      const held = await this.queries.roleIsUsed(tx, { personId: person.id, role, scopeKind, scopeId, providerId });
      must(held ? [{ code: 'identity_role_held' }] : []);
      await this.mustReachAll(tx, person.id);
      await this.spend(tx, providerId);

      const id = newId();
      const now = tx.clock.now();
      await tx.rows.insert(Invitation, {
        id,
        personId: person.id,
        email: person.email,
        // The token is made where the mail is written; until then nothing opens this invitation.
        tokenHash: randomBytes(32),
        role,
        scopeKind,
        scopeId,
        providerId,
        invitedBy: actor.personId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
        acceptedAt: null,
        revokedAt: null,
      });
      await tx.record('invitation.made', id, { personId: person.id, role, scopeKind, scopeId }, at);
      await this.followers.made(tx, { personId: person.id, role, scopeKind, scopeId });
      await tx.enqueue(SEND_INVITATION, { invitationId: id });
      return this.queries.one(tx, id);
    });
  }

  /** The link sent before stops working when the new mail is written. */
  resend(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const invitation = await this.within(tx, id);
      const expiresAt = new Date(tx.clock.now().getTime() + INVITATION_DAYS * 86_400_000);
      const settled = invitation.acceptedAt !== null || invitation.revokedAt !== null;
      must(resendRefusals({ settled, since: expiresAt.getTime() - invitation.expiresAt.getTime() }));
      await this.spend(tx, invitation.providerId);
      await tx.rows.update(Invitation, { id }, { expiresAt, version: invitation.version + 1 });
      await tx.record('invitation.resent', id, { personId: invitation.personId }, { providerId: invitation.providerId });
      await tx.enqueue(SEND_INVITATION, { invitationId: id });
    });
  }

  withdraw(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const invitation = await this.within(tx, id);
      must(invitation.acceptedAt ? [{ code: 'identity_invitation_settled' }] : []);
      if (invitation.revokedAt) return;
      await tx.rows.update(Invitation, { id }, { revokedAt: tx.clock.now(), version: invitation.version + 1 });
      await tx.record('invitation.withdrawn', id, { personId: invitation.personId }, { providerId: invitation.providerId });
    });
  }

  /** Each is a mail to somebody who has not asked for one. */
  private async spend(tx: Tx, providerId: string | null): Promise<void> {
    const most = this.settings.invitationsADay;
    must((await this.attempts.spend(tx, 'invitations', providerId, most)) ? [] : [{ code: 'identity_invitation_quota', facts: { most } }]);
  }

  /** An invitation whose place the actor reaches, locked. */
  private async within(tx: Tx, id: string): Promise<Invitation> {
    const invitation = found(await tx.rows.findOne(Invitation, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    const { providerId, role, scopeKind, scopeId } = invitation;
    const at = { providerId, cohortId: scopeKind === 'cohort' ? scopeId : null };
    if (!mayAt(tx.actor, 'accounts:invite', at)) throw new Missing();
    must(grantRefusals({ role: role as Role, scopeKind: scopeKind as ScopeKind, editsRoles: mayAt(tx.actor, 'roles:edit', at) }));
    return invitation;
  }

  /** An account opens everything its person holds or is invited to: whoever asks for the first one must be able to give all of it. */
  private async mustReachAll(tx: Tx, personId: string): Promise<void> {
    const all = await this.queries.openedByAccount(tx, personId);
    const refusals = all.flatMap(({ role, scopeKind, ...at }) =>
      grantRefusals({ role, scopeKind, editsRoles: mayAt(tx.actor, 'roles:edit', at) }),
    );
    must(refusals.length > 0 ? [{ code: 'identity_invitation_above' }] : []);
  }

  /**
   * Somebody known by id must be known to the provider they are invited for. Somebody new is looked up by address first, as people are shared by the
   * installation: who is known already keeps their own name, and becomes known to this provider too.
   */
  private async personFor(tx: Tx, wish: Invite): Promise<{ id: string; email: string }> {
    if (wish.personId) {
      const { id, email } = await this.queries.knownPerson(tx, wish.personId, {
        providerId: wish.providerId,
        cohortId: wish.scopeKind === 'cohort' ? wish.scopeId : null,
      });
      must(email === null ? [{ code: 'identity_invitation_email', pointer: '/personId' }] : []);
      return { id, email: email! };
    }
    const email = wish.email!;
    const there = await this.queries.personWithEmail(tx, email);
    // An address in somebody's details proves nothing; the one they sign in with does.
    must(there?.elsewhere ? [{ code: 'identity_invitation_address', pointer: '/email' }] : []);
    const id = there?.id ?? (await addPerson(tx, { givenName: wish.givenName ?? '', familyName: wish.familyName!, email }, 'identity'));
    if (wish.providerId) await makeKnown(tx, id, wish.providerId, email);
    return { id, email };
  }
}
