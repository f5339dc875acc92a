import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { Role, ScopeKind } from '@waymark/shared/kernel/roles';
import { SCOPES_OF } from './permissions';
import type { IdentityCode } from './manifest';

/** Roles that can give roles, see everything a provider has or everybody who works somewhere, or change what all share: only administrators hand them out. */
const GUARDED: readonly Role[] = ['administrator', 'programme_staff', 'employer', 'register_keeper'];

/** Why somebody may not give or end this role there. An empty list means they may. `editsRoles`: holds roles:edit at that place. */
export function grantRefusals({
  role,
  scopeKind,
  editsRoles,
}: {
  role: Role;
  scopeKind: ScopeKind;
  editsRoles: boolean;
}): Refusal<IdentityCode>[] {
  if (!SCOPES_OF[role].includes(scopeKind)) return [{ code: 'identity_role_scope', pointer: '/role' }];
  if (GUARDED.includes(role) && !editsRoles) return [{ code: 'identity_role_administrators', pointer: '/role' }];
  return [];
}

/** Milliseconds between two mails to one address. */
const RESEND_AFTER = 60_000;

/** Why an invitation may not be sent again. `since` is how many milliseconds ago it was sent last. */
export function resendRefusals({ settled, since }: { settled: boolean; since: number }): Refusal<IdentityCode>[] {
  if (settled) return [{ code: 'identity_invitation_settled' }];
  return since < RESEND_AFTER ? [{ code: 'identity_invitation_soon' }] : [];
}

/** Why this administrator may not go. `others` counts those who would still administer the same place and can sign in. */
export function lastAdministratorRefusals({ others }: { others: number }): Refusal<IdentityCode>[] {
  return others === 0 ? [{ code: 'identity_role_last' }] : [];
}
