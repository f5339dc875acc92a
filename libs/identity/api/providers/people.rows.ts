import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { foldEmail } from '@waymark/shared/kernel/email';
import { newId } from '@waymark/shared/kernel/ids';

/** A person with one email address. People are shared by the installation; identity makes one only when somebody is invited or sets Waymark up. */
export async function addPerson(
  tx: Tx,
  { givenName, familyName, email }: { givenName: string; familyName: string; email: string },
): Promise<string> {
  const id = newId();
  await tx.query(sql`INSERT INTO person (id, given_name, family_name) VALUES (${id}, ${givenName}, ${familyName})`);
  await tx.query(
    sql`INSERT INTO person_email (id, person_id, email, folded, is_primary) VALUES (${newId()}, ${id}, ${email}, ${foldEmail(email)}, true)`,
  );
  await tx.record('person.added', id, { by: 'identity' });
  return id;
}

/** Makes a person known to a provider, so that its lists show them. */
export async function makeKnown(tx: Tx, personId: string, providerId: string): Promise<void> {
  await tx.query(
    sql`INSERT INTO person_provider (person_id, provider_id, sort_name, since)
        SELECT id, ${providerId}, waymark_fold(family_name || ' ' || given_name), ${tx.clock.now()} FROM person WHERE id = ${personId} ON CONFLICT DO NOTHING`,
  );
}

export async function addProvider(tx: Tx, name: string): Promise<string> {
  const id = newId();
  await tx.query(sql`INSERT INTO provider (id, name) VALUES (${id}, ${name})`);
  await tx.record('provider.added', id, { name }, { providerId: id });
  return id;
}
