import { NOBODY, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Made, type Demo } from '@waymark/shared/api/demo';
import { sql } from '@waymark/shared/api/sql';
import { found } from '@waymark/shared/kernel/refusal';
import { AcceptancesService } from '../api/invitations/acceptances.service';
import { InvitationsService } from '../api/invitations/invitations.service';
import type { Invite } from '../api/invitations/invitations.contract';
import { PasswordHasher } from '../api/password-hasher';
import { PASSWORD } from './accounts';

const HASH = new Made<Promise<string>, 'of everybody'>('password hash');

/** Hashing takes long on purpose, and everybody has one password: it is begun once, and waited for where it is needed. */
export function hashPassword(demo: Demo): void {
  demo.keep(HASH, 'of everybody', demo.service(PasswordHasher).hash(PASSWORD));
}

/**
 * Invites somebody, who accepts and so can sign in. The mail that has been asked for is not sent: when its turn comes, the invitation is
 * no longer open.
 * @returns the person
 */
export async function join(demo: Demo, by: Actor, wish: Invite): Promise<string> {
  const { id, personId } = await demo.service(InvitationsService).invite(by, wish);
  const hash = await demo.the(HASH, 'of everybody');
  await demo.service(Db).tx(NOBODY, async (nobody) => {
    const [invitation] = await nobody.query<{ token: Buffer }>(sql`SELECT token_hash AS token FROM invitation WHERE id = ${id}`);
    await demo.service(AcceptancesService).admit(nobody, found(invitation).token, hash);
  });
  return personId;
}
