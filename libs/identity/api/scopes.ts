import type { Tx } from '@waymark/shared/api/tx';
import { sql } from '@waymark/shared/api/sql';
import type { ScopeKind } from '@waymark/shared/kernel/roles';

/** A place below a provider where roles are held, which another domain makes. Identity knows providers and organisations by itself. */
export interface Scope {
  kind: Exclude<ScopeKind, 'installation' | 'provider' | 'organisation'>;
  id: string;
  providerId: string;
  name: string;
}

/** Tells identity of a place, in the transaction that makes or renames it: without that nobody can be given a role there. */
export async function keepScope(tx: Tx, { kind, id, providerId, name }: Scope): Promise<void> {
  await tx.query(
    sql`INSERT INTO scope (id, kind, provider_id, name) VALUES (${id}, ${kind}, ${providerId}, ${name})
        ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
  );
}
