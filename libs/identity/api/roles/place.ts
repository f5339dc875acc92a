import { mayAt } from '@waymark/shared/api/actor';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import type { Permission } from '@waymark/shared/kernel/manifest';
import { Missing, must } from '@waymark/shared/kernel/refusal';
import { grantRefusals } from '@waymark/identity/domain/granting';
import type { Role, ScopeKind } from '@waymark/shared/kernel/roles';

interface Wish {
  providerId: string | null;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
}

/**
 * Is this a place where the actor may give this role? A provider or cohort out of reach, or one that does not belong to the provider named, is
 * missing; organisations are shared, so any that exists will do for those who act for the provider, through which the role then reaches.
 */
export async function mustReachPlace(
  tx: Tx,
  permission: Permission,
  wish: Wish,
): Promise<{ providerId: string | null; cohortId: string | null }> {
  const { providerId, role, scopeKind, scopeId } = wish;
  const cohortId = scopeKind === 'cohort' ? scopeId : null;
  const at = { providerId, cohortId };
  const everywhere = scopeKind === 'installation';
  if (everywhere !== (scopeId === null) || everywhere !== (providerId === null)) throw new Missing();
  // Whoever holds the permission at one cohort alone gives roles of that cohort, not of organisations.
  if (!mayAt(tx.actor, permission, at)) throw new Missing();
  if (scopeKind === 'provider' && scopeId !== providerId) throw new Missing();
  if (!everywhere) {
    const [there] = await tx.query(
      scopeKind === 'cohort'
        ? sql`SELECT 1 FROM scope WHERE kind = 'cohort' AND id = ${scopeId} AND provider_id = ${providerId}`
        : scopeKind === 'organisation'
          ? sql`SELECT 1 FROM organisation o CROSS JOIN provider v WHERE o.id = ${scopeId} AND v.id = ${providerId}`
          : sql`SELECT 1 FROM provider WHERE id = ${providerId}`,
    );
    if (!there) throw new Missing();
  }
  must(grantRefusals({ role, scopeKind, editsRoles: mayAt(tx.actor, 'roles:edit', at) }));
  return at;
}
