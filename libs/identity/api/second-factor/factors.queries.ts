import { Injectable } from '@nestjs/common';
import type { Reader } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';

/** What an account has of second factors. `due`: until when its owner may go without; null where nobody asks. */
interface Standing {
  enrolled: boolean;
  totp: boolean;
  passkeys: number;
  recoveryCodes: number;
  due: Date | null;
}

export interface KeptPasskey {
  id: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

@Injectable()
export class FactorsQueries {
  /** Asked for by a provider's policy: of its administrators and programme staff, at its cohorts too, and of those of the installation. */
  async standing(read: Reader, accountId: string): Promise<Standing> {
    const [row] = await read.query<Standing>(
      sql`SELECT totp OR passkeys > 0 AS enrolled, totp, passkeys, "recoveryCodes", due FROM (
            SELECT EXISTS (SELECT 1 FROM totp_factor WHERE account_id = a.id AND confirmed_at IS NOT NULL) AS totp,
                   (SELECT count(*)::int FROM passkey WHERE account_id = a.id) AS passkeys,
                   (SELECT count(*)::int FROM recovery_code WHERE account_id = a.id AND used_at IS NULL) AS "recoveryCodes",
                   (SELECT min(greatest(f.since, r.granted_at) + f.grace_days * interval '1 day')
                      FROM role_assignment r
                      LEFT JOIN scope s ON r.scope_kind = 'cohort' AND s.id = r.scope_id
                      JOIN second_factor_policy f
                        ON r.scope_kind = 'installation' OR (r.scope_kind = 'provider' AND f.provider_id = r.scope_id) OR f.provider_id = s.provider_id
                     WHERE r.person_id = a.person_id AND r.ended_at IS NULL AND r.role IN ('administrator', 'programme_staff')) AS due
              FROM account a WHERE a.id = ${accountId}
          ) found`,
    );
    return row!;
  }

  async owner(read: Reader, accountId: string): Promise<{ email: string; name: string }> {
    const [row] = await read.query<{ email: string; name: string }>(
      sql`SELECT a.email, ${nameOf('p')} AS name FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = ${accountId}`,
    );
    return row!;
  }

  /** A secret that nobody has shown a code of yet, in place of another such. Answers false where there is one that is in use. */
  async beginTotp(tx: Tx, secret: Buffer): Promise<boolean> {
    const rows = await tx.query(
      sql`INSERT INTO totp_factor AS t (account_id, secret, created_at) VALUES (${tx.actor.accountId}, ${secret}, ${tx.clock.now()})
          ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at WHERE t.confirmed_at IS NULL
          RETURNING t.account_id`,
    );
    return rows.length > 0;
  }

  async totpSecret(read: Reader, accountId: string, { confirmed }: { confirmed: boolean }): Promise<Buffer | null> {
    const [row] = await read.query<{ secret: Buffer }>(
      sql`SELECT secret FROM totp_factor WHERE account_id = ${accountId} AND (confirmed_at IS NOT NULL) = ${confirmed}::boolean`,
    );
    return row?.secret ?? null;
  }

  /** A code is good once: of two that show it at once, and of whoever shows it again, one finds its step used. */
  async useStep(tx: Tx, step: number): Promise<boolean> {
    const rows = await tx.query(
      sql`UPDATE totp_factor SET last_step = ${step}::bigint, confirmed_at = coalesce(confirmed_at, ${tx.clock.now()})
           WHERE account_id = ${tx.actor.accountId} AND (last_step IS NULL OR last_step < ${step}::bigint) RETURNING account_id`,
    );
    return rows.length > 0;
  }

  async removeTotp(tx: Tx): Promise<boolean> {
    return (await tx.query(sql`DELETE FROM totp_factor WHERE account_id = ${tx.actor.accountId} RETURNING account_id`)).length > 0;
  }

  async useRecoveryCode(tx: Tx, codeHash: Buffer): Promise<boolean> {
    const rows = await tx.query(
      sql`UPDATE recovery_code SET used_at = ${tx.clock.now()} WHERE account_id = ${tx.actor.accountId} AND code_hash = ${codeHash} AND used_at IS NULL RETURNING account_id`,
    );
    return rows.length > 0;
  }

  /** These, in place of all there were. */
  async setRecoveryCodes(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
    await tx.query(sql`DELETE FROM recovery_code WHERE account_id = ${tx.actor.accountId}`);
    for (const hash of hashes)
      await tx.query(sql`INSERT INTO recovery_code (account_id, code_hash) VALUES (${tx.actor.accountId}, ${hash})`);
  }

  async setChallenge(tx: Tx, challenge: string, until: Date): Promise<void> {
    await tx.query(sql`UPDATE auth_session SET challenge = ${challenge}, challenge_until = ${until} WHERE id = ${tx.actor.sessionId}`);
  }

  /** The challenge of this session, once. */
  async takeChallenge(tx: Tx): Promise<string | null> {
    const [row] = await tx.query<{ challenge: string | null }>(
      sql`SELECT challenge FROM auth_session WHERE id = ${tx.actor.sessionId} AND challenge_until > ${tx.clock.now()} FOR UPDATE`,
    );
    await tx.query(sql`UPDATE auth_session SET challenge = NULL WHERE id = ${tx.actor.sessionId}`);
    return row?.challenge ?? null;
  }

  passkeys(read: Reader, accountId: string): Promise<KeptPasskey[]> {
    return read.query(
      sql`SELECT id, credential_id AS "credentialId", public_key AS "publicKey", counter, transports FROM passkey WHERE account_id = ${accountId} ORDER BY id`,
    );
  }

  listed(read: Reader, accountId: string): Promise<{ id: string; name: string; createdAt: string; usedAt: string | null }[]> {
    return read.query(
      sql`SELECT id, name, to_char(created_at AT TIME ZONE 'UTC', ${ISO}) AS "createdAt", to_char(used_at AT TIME ZONE 'UTC', ${ISO}) AS "usedAt"
            FROM passkey WHERE account_id = ${accountId} ORDER BY id`,
    );
  }

  async addPasskey(tx: Tx, key: Omit<KeptPasskey, 'id'> & { name: string }): Promise<void> {
    await tx.query(
      sql`INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
          VALUES (${newId()}, ${tx.actor.accountId}, ${key.credentialId}, ${key.publicKey}, ${key.counter}, ${key.transports}::text[], ${key.name}, ${tx.clock.now()})`,
    );
  }

  async usedPasskey(tx: Tx, id: string, counter: number): Promise<void> {
    await tx.query(sql`UPDATE passkey SET counter = ${counter}, used_at = ${tx.clock.now()} WHERE id = ${id}`);
  }

  async removePasskey(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(sql`DELETE FROM passkey WHERE id = ${id} AND account_id = ${tx.actor.accountId} RETURNING id`)).length > 0;
  }

  async removeAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query(sql`DELETE FROM totp_factor WHERE account_id = ${accountId}`);
    await tx.query(sql`DELETE FROM passkey WHERE account_id = ${accountId}`);
    await tx.query(sql`DELETE FROM recovery_code WHERE account_id = ${accountId}`);
  }

  /** When whoever has this session last showed who they are. */
  async shownAt(read: Reader, sessionId: string): Promise<Date> {
    const [row] = await read.query<{ at: Date }>(
      sql`SELECT greatest(created_at, second_factor_at) AS at FROM auth_session WHERE id = ${sessionId}`,
    );
    return row!.at;
  }

  async isStrong(read: Reader, sessionId: string): Promise<boolean> {
    return (await read.query(sql`SELECT 1 FROM auth_session WHERE id = ${sessionId} AND second_factor_at IS NOT NULL`)).length > 0;
  }

  async policy(read: Reader, providerId: string): Promise<{ graceDays: number } | null> {
    const [row] = await read.query<{ graceDays: number }>(
      sql`SELECT grace_days AS "graceDays" FROM second_factor_policy WHERE provider_id = ${providerId}`,
    );
    return row ?? null;
  }

  /** Since when it is asked for stays as it was where only the days change. */
  async require(tx: Tx, providerId: string, graceDays: number): Promise<void> {
    await tx.query(
      sql`INSERT INTO second_factor_policy (provider_id, since, grace_days) VALUES (${providerId}, ${tx.clock.now()}, ${graceDays})
          ON CONFLICT (provider_id) DO UPDATE SET grace_days = excluded.grace_days`,
    );
  }

  async release(tx: Tx, providerId: string): Promise<void> {
    await tx.query(sql`DELETE FROM second_factor_policy WHERE provider_id = ${providerId}`);
  }
}

const ISO = sql`'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
