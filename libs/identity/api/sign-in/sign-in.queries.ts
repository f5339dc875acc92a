import { Injectable } from '@nestjs/common';
import { NOBODY } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import type { Known } from './strategies';

/** Who is signing in. Asked before anybody is known, so in nobody's name. */
@Injectable()
export class SignInQueries {
  constructor(private readonly db: Db) {}

  /** The account with this address, unless it is closed. */
  async account(foldedEmail: string): Promise<(Known & { email: string; hash: string | null }) | undefined> {
    const [account] = await this.db.reading(
      NOBODY,
      (read) =>
        read.query<Known & { email: string; hash: string | null }>(
          sql`SELECT id AS "accountId", person_id AS "personId", folded_email AS "foldedEmail", version, email, password_hash AS hash FROM account WHERE folded_email = ${foldedEmail} AND disabled_at IS NULL`,
        ),
      { statements: 1 },
    );
    return account;
  }

  /** Whose link it is, once: of two that come at once, one finds it used. Their account is locked first, as by whoever ends what signs in to it. */
  async useLink(tx: Tx, tokenHash: Buffer): Promise<Known | null> {
    const now = tx.clock.now();
    const [known] = await tx.query<Known>(
      sql`SELECT a.id AS "accountId", a.person_id AS "personId", a.folded_email AS "foldedEmail", a.version
            FROM sign_in_link l JOIN account a ON a.id = l.account_id
           WHERE l.token_hash = ${tokenHash} AND l.used_at IS NULL AND l.expires_at > ${now} AND a.disabled_at IS NULL
             FOR NO KEY UPDATE OF a`,
    );
    if (!known) return null;
    const used = await tx.query(
      sql`UPDATE sign_in_link SET used_at = ${now} WHERE token_hash = ${tokenHash} AND used_at IS NULL RETURNING id`,
    );
    return used.length > 0 ? known : null;
  }
}
