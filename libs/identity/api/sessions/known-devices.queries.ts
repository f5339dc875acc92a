import { Injectable } from '@nestjs/common';
import { NOBODY } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { hashOf, newToken } from './session-token';

export const KNOWN_DAYS = 180;

/** Browsers that accounts have signed in with. */
@Injectable()
export class KnownDevicesQueries {
  constructor(private readonly db: Db) {}

  /** Which of an account's devices shows this token, if there is such an account and it knows it. One statement, whether or not there is. */
  async known(token: string | null, foldedEmail: string, now: Date): Promise<string | null> {
    const [device] = await this.db.reading(
      NOBODY,
      (read) =>
        read.query<{ id: string }>(sql`SELECT d.id FROM known_device d JOIN account a ON a.id = d.account_id
           WHERE d.token_hash = ${hashOf(token ?? '')} AND a.folded_email = ${foldedEmail} AND d.expires_at > ${now}`),
      { statements: 1 },
    );
    return device?.id ?? null;
  }

  /** The same once it is known whose account it is. */
  async knownTo(read: Reader, accountId: string, token: string | null, now: Date): Promise<string | null> {
    const [device] = await read.query<{ id: string }>(
      sql`SELECT id FROM known_device WHERE token_hash = ${hashOf(token ?? '')} AND account_id = ${accountId} AND expires_at > ${now}`,
    );
    return device?.id ?? null;
  }

  /** Every device that an account knows. */
  async of(read: Reader, accountId: string): Promise<string[]> {
    return (await read.query<{ id: string }>(sql`SELECT id FROM known_device WHERE account_id = ${accountId}`)).map(({ id }) => id);
  }

  /**
   * The browser is known to the account from now on. Its token is new each time, for whoever else signs in there too: one that somebody
   * planted, or copied, is worth nothing after. `tx` sees as nobody does: what the browser is known by to others is theirs.
   */
  async remember(tx: Tx, accountId: string, old: string | null): Promise<{ id: string; token: string }> {
    const { token, hash } = newToken();
    const now = tx.clock.now();
    const expiresAt = new Date(now.getTime() + KNOWN_DAYS * 86_400_000);
    if (old) await tx.query(sql`UPDATE known_device SET token_hash = ${hash} WHERE token_hash = ${hashOf(old)}`);
    const [device] = await tx.query<{ id: string }>(
      sql`INSERT INTO known_device (id, account_id, token_hash, since, expires_at) VALUES (${newId()}, ${accountId}, ${hash}, ${now}, ${expiresAt})
          ON CONFLICT (token_hash, account_id) DO UPDATE SET expires_at = excluded.expires_at
          RETURNING id`,
    );
    return { id: device!.id, token };
  }

  /** Every device of an account, but for the one of the session `except`. */
  async forgetAll(tx: Tx, accountId: string, except: string | null): Promise<void> {
    await tx.query(
      sql`DELETE FROM known_device WHERE account_id = ${accountId}
             AND id IS DISTINCT FROM (SELECT known_device_id FROM auth_session WHERE id = ${except}::uuid)`,
    );
  }

  /** The device of one session. */
  async forgetOf(tx: Tx, sessionId: string): Promise<void> {
    await tx.query(sql`DELETE FROM known_device WHERE id = (SELECT known_device_id FROM auth_session WHERE id = ${sessionId})`);
  }
}
