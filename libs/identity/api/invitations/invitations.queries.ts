import { Injectable } from '@nestjs/common';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { page } from '@waymark/shared/api/page';
import { found, Missing } from '@waymark/shared/kernel/refusal';
import type { InvitationFound, InvitationPage, InvitationsAsked, InvitationView } from './invitations.contract';

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
      const rows = await read.query<InvitationView>(`${VIEW} WHERE i.provider_id = $2 AND i.id < $3::uuid ORDER BY i.id DESC LIMIT $4`, [
        this.clock.now(),
        providerId,
        after ?? LAST,
        limit + 1,
      ]);
      return page(rows, limit, (row) => row.id);
    });
  }

  async one(read: Reader, id: string): Promise<InvitationView> {
    const [row] = await read.query<InvitationView>(`${VIEW} WHERE i.id = $2`, [this.clock.now(), id]);
    return found(row);
  }

  /** What a token stands for. The caller reads as the system: whoever has only a token is in no scope yet. */
  async behind(read: Reader, tokenHash: Buffer): Promise<(InvitationFound & { id: string; status: string }) | undefined> {
    const [row] = await read.query<InvitationFound & { id: string; status: string }>(`${VIEW} WHERE i.token_hash = $2`, [
      this.clock.now(),
      tokenHash,
    ]);
    return row;
  }
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

const VIEW = `
  SELECT i.id, i.person_id AS "personId", concat_ws(' ', p.given_name, p.family_name) AS name, i.email, i.role, i.scope_kind AS "scopeKind",
         i.scope_id AS "scopeId", coalesce(v.name, o.short_name, c.name) AS "scopeName", concat_ws(' ', b.given_name, b.family_name) AS "invitedBy",
         to_char(i.created_at AT TIME ZONE 'UTC', ${ISO}) AS "createdAt", to_char(i.expires_at AT TIME ZONE 'UTC', ${ISO}) AS "expiresAt",
         CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.revoked_at IS NOT NULL THEN 'withdrawn'
              WHEN i.expires_at <= $1::timestamptz THEN 'expired' ELSE 'waiting' END AS status,
         EXISTS (SELECT 1 FROM account a WHERE a.person_id = i.person_id) AS "hasAccount"
    FROM invitation i
    JOIN person p ON p.id = i.person_id
    LEFT JOIN person b ON b.id = i.invited_by
    LEFT JOIN provider v ON i.scope_kind = 'provider' AND v.id = i.scope_id
    LEFT JOIN organisation o ON i.scope_kind = 'organisation' AND o.id = i.scope_id
    LEFT JOIN cohort c ON i.scope_kind = 'cohort' AND c.id = i.scope_id`;
