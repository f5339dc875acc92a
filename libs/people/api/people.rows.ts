import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { foldEmail } from '@waymark/shared/kernel/email';
import { newId } from '@waymark/shared/kernel/ids';
import type { EventName } from '@waymark/shared/kernel/manifest';

// Rows of people that other domains have written, inside their own transaction. They have judged whether that may be.

/** A person with one email address, whom no provider knows yet. `by` is the domain that asks. */
export async function addPerson(
  tx: Tx,
  { givenName, familyName, email }: { givenName: string; familyName: string; email: string },
  by: string,
): Promise<string> {
  const id = newId();
  await tx.query(sql`INSERT INTO person (id, given_name, family_name) VALUES (${id}, ${givenName}, ${familyName})`);
  await tx.query(
    sql`INSERT INTO person_email (id, person_id, email, folded, is_primary) VALUES (${newId()}, ${id}, ${email}, ${foldEmail(email)}, true)`,
  );
  await tx.record('person.added', id, { by });
  return id;
}

/** Makes a person known to a provider, so that its lists show them: somebody new, whom the transaction sees, or whose address this is. */
export async function makeKnown(tx: Tx, personId: string, providerId: string, email: string): Promise<void> {
  await tx.query(sql`SELECT waymark_make_known(${[personId]}::uuid[], ${providerId}, ${tx.clock.now()}, ${[foldEmail(email)]}::text[])`);
}

/** The providers that know somebody. */
export async function providersOf(read: Reader, personId: string): Promise<string[]> {
  const rows = await read.query<{ id: string }>(sql`SELECT known AS id FROM waymark_known_to(${personId}) AS known`);
  return rows.map(({ id }) => id);
}

/** What happens to a person, or to something that is theirs (`subjectId`), is told to every provider that knows them. */
export async function recordForProviders(
  tx: Tx,
  name: EventName,
  personId: string,
  facts: Record<string, unknown> = {},
  subjectId = personId,
): Promise<void> {
  const providers = await providersOf(tx, personId);
  await tx.recordAll(
    name,
    (providers.length > 0 ? providers : [null]).map((providerId) => ({ subjectId, facts, providerId })),
  );
}

/** Somebody has shown that they read the mail of this address of theirs. */
export async function verifyEmail(tx: Tx, personId: string, folded: string): Promise<void> {
  await tx.query(
    sql`UPDATE person_email SET verified_at = coalesce(verified_at, ${tx.clock.now()}) WHERE person_id = ${personId} AND folded = ${folded}`,
  );
}

export async function addProvider(tx: Tx, name: string): Promise<string> {
  const id = newId();
  await tx.query(sql`INSERT INTO provider (id, name) VALUES (${id}, ${name})`);
  await tx.record('provider.added', id, { name }, { providerId: id });
  return id;
}

/** Where those who take part in a provider's programmes ask; null when nowhere. Answers whether there is such a provider. */
export async function setProviderContact(tx: Tx, id: string, email: string | null): Promise<true | undefined> {
  const rows = await tx.query(sql`UPDATE provider SET contact_email = ${email} WHERE id = ${id} RETURNING id`);
  if (rows.length === 0) return undefined;
  await tx.record('provider.contactChanged', id, { set: email === null ? 'removed' : 'set' }, { providerId: id });
  return true;
}
