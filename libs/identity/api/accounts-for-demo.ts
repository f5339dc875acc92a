import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { Account } from './accounts/account.entity';
import { PasswordHasher } from './password-hasher';

const hasher = new PasswordHasher();

/** An account with a password for a person who has none; answers its id. For seeding: it asks nobody's permission and judges no password. */
export async function createAccount(
  tx: Tx,
  { personId, email, password }: { personId: string; email: string; password: string },
): Promise<string> {
  const id = newId();
  const now = tx.clock.now();
  await tx.rows.insert(Account, {
    id,
    personId,
    email,
    foldedEmail: email.trim().toLowerCase(),
    passwordHash: await hasher.hash(password),
    passwordChangedAt: now,
    disabledAt: null,
    createdAt: now,
  });
  await tx.record('account.created', id, { personId, by: 'demo' });
  return id;
}
