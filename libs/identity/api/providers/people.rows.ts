import type { Tx } from '@waymark/shared/api/tx';
import { foldEmail } from '@waymark/shared/kernel/email';
import { newId } from '@waymark/shared/kernel/ids';

/** A person with one email address. People are shared by the installation; identity makes one only when somebody is invited or sets Waymark up. */
export async function addPerson(
  tx: Tx,
  { givenName, familyName, email }: { givenName: string; familyName: string; email: string },
): Promise<string> {
  const id = newId();
  await tx.query('INSERT INTO person (id, given_name, family_name) VALUES ($1, $2, $3)', [id, givenName, familyName]);
  await tx.query('INSERT INTO person_email (id, person_id, email, folded, is_primary) VALUES ($1, $2, $3, $4, true)', [
    newId(),
    id,
    email,
    foldEmail(email),
  ]);
  await tx.record('person.added', id, { by: 'identity' });
  return id;
}

/** Makes a person known to a provider, so that its lists show them. */
export async function makeKnown(tx: Tx, personId: string, providerId: string): Promise<void> {
  await tx.query(
    `INSERT INTO person_provider (person_id, provider_id, sort_name, since)
     SELECT id, $2, waymark_fold(family_name || ' ' || given_name), $3 FROM person WHERE id = $1 ON CONFLICT DO NOTHING`,
    [personId, providerId, tx.clock.now()],
  );
}

export async function addProvider(tx: Tx, name: string): Promise<string> {
  const id = newId();
  await tx.query('INSERT INTO provider (id, name) VALUES ($1, $2)', [id, name]);
  await tx.record('provider.added', id, { name }, { providerId: id });
  return id;
}
