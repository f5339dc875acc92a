import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { page } from '@waymark/shared/api/page';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { foldEmail } from '@waymark/shared/kernel/email';
import { found, Missing } from '@waymark/shared/kernel/refusal';
import type { Role, ScopeKind } from '@waymark/shared/kernel/roles';
import { emailOf } from '@waymark/people/api/people.sql';
import { isRole, type RoleAt } from '../roles/roles.queries';
import type { InvitationFound, InvitationPage, InvitationsAsked, InvitationView } from './invitations.contract';
import { PLACE_NAME, placeOf } from '../roles/place.sql';

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class InvitationsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  list(actor: Actor, { providerId, after, limit }: InvitationsAsked): Promise<InvitationPage> {
    if (!mayAt(actor, 'accounts:invite', { providerId })) throw new Missing();
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<InvitationView>(
        sql`${this.view()} WHERE i.provider_id = ${providerId} AND i.id < ${after ?? LAST}::uuid ORDER BY i.id DESC LIMIT ${limit + 1}`,
      );
      return page(rows, limit, (row) => row.id);
    });
  }

  async one(read: Reader, id: string): Promise<InvitationView & Pick<InvitationFound, 'organiser'>> {
    const [row] = await read.query<InvitationView & Pick<InvitationFound, 'organiser'>>(sql`${this.view()} WHERE i.id = ${id}`);
    return found(row);
  }

  /** What a token stands for, whoever shows it. */
  async byToken(read: Reader, tokenHash: Buffer): Promise<(InvitationFound & { id: string; status: string }) | undefined> {
    const [row] = await read.query<InvitationFound & { id: string; status: string }>(sql`${this.view()} WHERE i.token_hash = ${tokenHash}`);
    return row;
  }

  /**
   * Does the person have this role already, know of it, and have an account to use it with? Somebody put on a cohort holds the role before that:
   * without an account the invitation is what they still need.
   */
  async roleIsUsed(read: Reader, role: RoleAt): Promise<boolean> {
    const rows = await read.query(
      sql`SELECT 1 FROM role_assignment r
           WHERE ${isRole(role)} AND r.told AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = r.person_id)`,
    );
    return rows.length > 0;
  }

  /** What the first account of a person would open: their roles, and the invitations that wait for them. Nothing where there is an account. */
  openedByAccount(
    read: Reader,
    personId: string,
  ): Promise<{ role: Role; scopeKind: ScopeKind; providerId: string | null; cohortId: string | null }[]> {
    return read.query(
      sql`SELECT r.role, r.scope_kind AS "scopeKind", r.place_provider_id AS "providerId",
                 CASE WHEN r.scope_kind = 'cohort' THEN r.scope_id END AS "cohortId"
            FROM (SELECT * FROM waymark_roles_of(${personId}) UNION ALL SELECT * FROM waymark_invitations_of(${personId}, ${this.clock.now()})) r
           WHERE NOT EXISTS (SELECT 1 FROM account WHERE person_id = ${personId})`,
    );
  }

  /**
   * Somebody known to the provider that the actor invites for, or who has or had a role on the cohort they invite to, as everybody who was put on it. An account's address goes before the one in the person's
   * details: it is where they sign in from.
   */
  async knownPerson(
    tx: Tx,
    id: string,
    { providerId, cohortId }: { providerId: string | null; cohortId: string | null },
  ): Promise<{ id: string; email: string | null }> {
    const reach = reachOf(tx.actor, 'accounts:invite');
    const [person] = await tx.query<{ id: string; email: string | null }>(
      sql`SELECT p.id, coalesce((SELECT email FROM account WHERE person_id = p.id), ${emailOf('p')}) AS email
            FROM person p
           WHERE p.id = ${id}
             AND (${reach.all}::boolean
               OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = p.id AND k.provider_id = ${providerId}::uuid AND ${within(reach, 'k.provider_id')})
               OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id AND r.scope_kind = 'cohort' AND r.scope_id = ${cohortId}::uuid
                           AND r.scope_id = ANY(${reach.cohorts}::uuid[])))`,
    );
    return found(person);
  }

  /** Who has this address in their details, if anybody. `elsewhere`: they sign in with another. */
  async personWithEmail(read: Reader, email: string): Promise<{ id: string; elsewhere: boolean } | undefined> {
    const [there] = await read.query<{ id: string; elsewhere: boolean }>(
      sql`SELECT p.person_id AS id, waymark_signs_in_elsewhere(p.person_id, p.folded) AS elsewhere FROM waymark_people_at(${[foldEmail(email)]}::text[]) p`,
    );
    return there;
  }

  /** Of two that come at once, one finds it accepted. */
  async accept(tx: Tx, tokenHash: Buffer): Promise<Accepted | undefined> {
    const now = tx.clock.now();
    const [accepted] = await tx.query<Accepted>(
      sql`UPDATE invitation SET accepted_at = ${now}, version = version + 1
           WHERE token_hash = ${tokenHash} AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ${now}
          RETURNING id, person_id AS "personId", email, role, scope_kind AS "scopeKind", scope_id AS "scopeId", provider_id AS "providerId", invited_by AS "invitedBy"`,
    );
    return accepted;
  }

  async accountOf(read: Reader, personId: string): Promise<{ id: string; closed: boolean; foldedEmail: string } | undefined> {
    const [account] = await read.query<{ id: string; closed: boolean; foldedEmail: string }>(
      sql`SELECT id, disabled_at IS NOT NULL AS closed, folded_email AS "foldedEmail" FROM account WHERE person_id = ${personId}`,
    );
    return account;
  }

  /** Is this address in the person's details? */
  async hasEmail(read: Reader, personId: string, folded: string): Promise<boolean> {
    return (await read.query(sql`SELECT 1 FROM person_email WHERE person_id = ${personId} AND folded = ${folded}`)).length > 0;
  }

  /** What opens it from now on. Answers whether it is still open. */
  async renewToken(tx: Tx, id: string, tokenHash: Buffer): Promise<boolean> {
    const rows = await tx.query(
      sql`UPDATE invitation SET token_hash = ${tokenHash} WHERE id = ${id} AND accepted_at IS NULL AND revoked_at IS NULL RETURNING id`,
    );
    return rows.length > 0;
  }

  private view(): Sql {
    return sql`
      SELECT i.id, i.person_id AS "personId", ${nameOf('p')} AS name, i.email, i.role, i.scope_kind AS "scopeKind",
             i.scope_id AS "scopeId", ${PLACE_NAME} AS "scopeName", coalesce(${nameOf('b')}, '') AS "invitedBy",
             to_char(i.created_at AT TIME ZONE 'UTC', ${ISO}) AS "createdAt", to_char(i.expires_at AT TIME ZONE 'UTC', ${ISO}) AS "expiresAt",
             CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.revoked_at IS NOT NULL THEN 'withdrawn'
                  WHEN i.expires_at <= ${this.clock.now()}::timestamptz THEN 'expired' ELSE 'waiting' END AS status,
             EXISTS (SELECT 1 FROM account a WHERE a.person_id = i.person_id) AS "hasAccount",
             CASE WHEN organiser.id IS NOT NULL THEN json_build_object('name', organiser.name, 'contact', organiser.contact_email) END AS organiser
        FROM invitation i
        JOIN person p ON p.id = i.person_id
        LEFT JOIN person b ON b.id = i.invited_by
        LEFT JOIN provider organiser ON organiser.id = i.provider_id
        ${placeOf('i')}`;
  }
}

interface Accepted {
  id: string;
  personId: string;
  email: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
  providerId: string | null;
  invitedBy: string;
}

const ISO = sql`'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
