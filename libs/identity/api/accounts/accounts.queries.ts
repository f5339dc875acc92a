import { Injectable } from '@nestjs/common';
import { reachOf } from '@waymark/shared/api/actor';
import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { found } from '@waymark/shared/kernel/refusal';
import type { PasswordContext } from '@waymark/identity/domain/passwords';

@Injectable()
export class AccountsQueries {
  /**
   * Locks the account of somebody known to a provider within reach. `elsewhere`: they also have roles out of reach. Roles at cohorts count for
   * the cohort's provider, those at organisations for the provider that gave them.
   */
  async forEdit(tx: Tx, id: string): Promise<{ personId: string; closed: boolean; elsewhere: boolean }> {
    const reach = reachOf(tx.actor, 'roles:edit');
    const [row] = await tx.query<{ personId: string; closed: boolean; elsewhere: boolean }>(
      sql`SELECT a.person_id AS "personId", a.disabled_at IS NOT NULL AS closed,
                 NOT ${reach.all}::boolean AND (
                   EXISTS (SELECT 1 FROM waymark_roles_of(a.person_id) r WHERE (${within(reach, 'r.place_provider_id')}) IS NOT TRUE)
                   OR coalesce((SELECT keeper FROM waymark_known_to(a.person_id) AS keeper LIMIT 1) <> ALL (${reach.providers}::uuid[]), false)
                 ) AS elsewhere
            FROM account a
           WHERE a.id = ${id}
             AND (${reach.all}::boolean
               OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = a.person_id AND ${within(reach, 'k.provider_id')})
               OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = a.person_id AND r.ended_at IS NULL AND r.scope_kind = 'provider' AND ${within(reach, 'r.scope_id')}))
             FOR UPDATE OF a`,
    );
    return found(row);
  }

  /**
   * Locks an account, so that what begins a session of it and what ends them come one after the other, and each finds what the other did.
   * @returns its version, which a new password raises; null where it is closed.
   */
  async lock(tx: Tx, id: string): Promise<number | null> {
    const [row] = await tx.query<{ version: number }>(
      sql`SELECT version FROM account WHERE id = ${id} AND disabled_at IS NULL FOR NO KEY UPDATE`,
    );
    return row?.version ?? null;
  }

  async close(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`UPDATE account SET disabled_at = ${tx.clock.now()}, version = version + 1 WHERE id = ${id}`);
  }

  async open(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`UPDATE account SET disabled_at = NULL, version = version + 1 WHERE id = ${id}`);
  }

  /** The provider within the actor's reach that knew the person first: where it shows what was done with their account. */
  async providerFor(tx: Tx, personId: string): Promise<string | null> {
    const [place] = await tx.query<{ providerId: string }>(
      sql`SELECT k.provider_id AS "providerId" FROM person_provider k
           WHERE k.person_id = ${personId} AND ${within(reachOf(tx.actor, 'roles:edit'), 'k.provider_id')} ORDER BY k.since LIMIT 1`,
    );
    return place?.providerId ?? null;
  }

  /** What a password is compared with: the one there is, and words that a new one may not be made of. */
  async forPassword(read: Reader, id: string): Promise<{ hash: string | null; version: number; context: PasswordContext }> {
    const [row] = await read.query<{ hash: string | null; version: number; context: PasswordContext }>(
      sql`SELECT a.password_hash AS hash, a.version, json_build_object('names', json_build_array(p.given_name, p.family_name), 'email', a.email, 'places', coalesce((
                   SELECT json_agg(v.name) FROM provider v
                    WHERE v.id IN (SELECT provider_id FROM person_provider WHERE person_id = p.id
                                   UNION SELECT scope_id FROM role_assignment WHERE person_id = p.id AND scope_kind = 'provider' AND ended_at IS NULL)
                 ), '[]'::json)) AS context
            FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = ${id}`,
    );
    return found(row);
  }

  async setPassword(tx: Tx, id: string, hash: string): Promise<void> {
    await tx.query(
      sql`UPDATE account SET password_hash = ${hash}, password_changed_at = ${tx.clock.now()}, version = version + 1 WHERE id = ${id}`,
    );
  }

  /** The same password, hashed with today's cost; unless it was changed meanwhile. */
  async strengthenPassword(tx: Tx, id: string, { from, to }: { from: string; to: string }): Promise<void> {
    await tx.query(sql`UPDATE account SET password_hash = ${to} WHERE id = ${id} AND password_hash = ${from}`);
  }
}
