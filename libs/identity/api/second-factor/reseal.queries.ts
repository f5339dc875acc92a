import type { ClientBase } from 'pg';
import type { Secrets } from './secrets';

/**
 * Seals the secrets of authenticator apps with another key, in the owner's transaction. `left`: how many the key of before does not open, which
 * are as they were; those that are sealed with the new one already are among them, so that it may be run again.
 */
export async function reseal(client: Pick<ClientBase, 'query'>, before: Secrets, now: Secrets): Promise<{ sealed: number; left: number }> {
  const { rows } = await client.query<{ account_id: string; secret: Buffer }>('SELECT account_id, secret FROM totp_factor FOR UPDATE');
  let sealed = 0;
  for (const { account_id: accountId, secret } of rows) {
    const plain = before.open(secret, accountId);
    if (!plain) continue;
    await client.query('UPDATE totp_factor SET secret = $2 WHERE account_id = $1', [accountId, now.seal(plain, accountId)]);
    sealed++;
  }
  return { sealed, left: rows.length - sealed };
}
