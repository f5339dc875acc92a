import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import { foldEmail } from '@waymark/shared/kernel/email';
import { newId } from '@waymark/shared/kernel/ids';
import { found, Missing, must } from '@waymark/shared/kernel/refusal';
import { grantRefusals, resendRefusals } from '@waymark/identity/domain/granting';
import type { Role, ScopeKind } from '@waymark/shared/kernel/roles';
import { addPerson, makeKnown } from '../providers/people.rows';
import { mustReachPlace } from '../roles/place';
import type { InvitationView, Invite } from './invitations.contract';
import { Invitation } from './invitation.entity';
import { InvitationsQueries } from './invitations.queries';

export const INVITATION_DAYS = 7;
export const SEND_INVITATION = 'identity.send-invitation';

/** Inviting people: what staff do. Accepting is in `acceptances.service.ts`. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly queries: InvitationsQueries,
  ) {}

  invite(actor: Actor, wish: Invite): Promise<InvitationView> {
    return this.db.tx(actor, async (tx) => {
      const at = await mustReachPlace(tx, 'accounts:invite', wish);
      const person = await this.personFor(tx, wish);
      const [held] = await tx.query(HELD, [person.id, wish.role, wish.scopeKind, wish.scopeId]);
      must(held ? [{ code: 'identity_role_held' }] : []);
      await this.mustReachAll(tx, person.id);

      const id = newId();
      const now = tx.clock.now();
      await tx.rows.insert(Invitation, {
        id,
        personId: person.id,
        email: person.email,
        // The token is made where the mail is written; until then nothing opens this invitation.
        tokenHash: randomBytes(32),
        role: wish.role,
        scopeKind: wish.scopeKind,
        scopeId: wish.scopeId,
        providerId: wish.providerId,
        invitedBy: actor.personId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
        acceptedAt: null,
        revokedAt: null,
      });
      await tx.record(
        'invitation.made',
        id,
        { personId: person.id, role: wish.role, scopeKind: wish.scopeKind, scopeId: wish.scopeId },
        at,
      );
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
    const all = await tx.query<{ role: Role; scopeKind: ScopeKind; providerId: string | null; cohortId: string | null }>(OPENED, [
      personId,
      tx.clock.now(),
    ]);
    const refusals = all.flatMap(({ role, scopeKind, ...at }) =>
      grantRefusals({ role, scopeKind, editsRoles: mayAt(tx.actor, 'roles:edit', at) }),
    );
    must(refusals.length > 0 ? [{ code: 'identity_invitation_above' }] : []);
  }

  /**
   * Somebody known by id must be known to a provider within reach. Somebody new is looked up by address first, as people are shared by the
   * installation: who is known already keeps their own name, and becomes known to this provider too.
   */
  private async personFor(tx: Tx, wish: Invite): Promise<{ id: string; email: string }> {
    if (wish.personId) {
      const reach = reachOf(tx.actor, 'accounts:invite');
      const [person] = await tx.query<{ id: string; email: string | null }>(KNOWN, [
        wish.personId,
        reach.providers,
        reach.cohorts,
        reach.all,
      ]);
      const { id, email } = found(person);
      must(email === null ? [{ code: 'identity_invitation_email', pointer: '/personId' }] : []);
      return { id, email: email! };
    }
    const email = wish.email!;
    const [there] = await tx.query<{ id: string; elsewhere: boolean }>(
      `SELECT e.person_id AS id, EXISTS (SELECT 1 FROM account a WHERE a.person_id = e.person_id AND a.folded_email <> e.folded) AS elsewhere
         FROM person_email e WHERE e.folded = $1`,
      [foldEmail(email)],
    );
    // An address in somebody's details proves nothing; the one they sign in with does.
    must(there?.elsewhere ? [{ code: 'identity_invitation_address', pointer: '/email' }] : []);
    const id = there?.id ?? (await addPerson(tx, { givenName: wish.givenName!, familyName: wish.familyName!, email }));
    if (wish.providerId) await makeKnown(tx, id, wish.providerId);
    return { id, email };
  }
}

/** Somebody put on a cohort holds the role before they can sign in: without an account the invitation is what they still need. */
const HELD = `
  SELECT 1 FROM role_assignment
   WHERE person_id = $1 AND role = $2 AND scope_kind = $3 AND scope_id IS NOT DISTINCT FROM $4::uuid AND ended_at IS NULL
     AND EXISTS (SELECT 1 FROM account WHERE person_id = $1)`;

/** What the first account of a person would open: their roles, and the invitations that wait for them. Nothing where there is an account. */
const OPENED = `
  SELECT r.role, r.scope_kind AS "scopeKind", coalesce(c.provider_id, CASE WHEN r.scope_kind = 'provider' THEN r.scope_id END) AS "providerId", c.id AS "cohortId"
    FROM (
      SELECT role, scope_kind, scope_id FROM role_assignment WHERE person_id = $1 AND ended_at IS NULL
      UNION ALL
      SELECT role, scope_kind, scope_id FROM invitation WHERE person_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $2
    ) r LEFT JOIN cohort c ON r.scope_kind = 'cohort' AND c.id = r.scope_id
   WHERE NOT EXISTS (SELECT 1 FROM account WHERE person_id = $1)`;

/** An account's address goes before the one in the person's details: it is where they sign in from. */
const KNOWN = `
  SELECT p.id, coalesce((SELECT email FROM account WHERE person_id = p.id), (SELECT email FROM person_email WHERE person_id = p.id AND is_primary)) AS email
    FROM person p
   WHERE p.id = $1
     AND ($4::boolean
       OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = p.id AND k.provider_id = ANY($2::uuid[]))
       OR EXISTS (SELECT 1 FROM enrolment e WHERE e.person_id = p.id AND e.cohort_id = ANY($3::uuid[])))`;
