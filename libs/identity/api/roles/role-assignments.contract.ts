import { z } from 'zod';
import { pageAsked, pageOf } from '@waymark/shared/api/page';
import { Id } from '@waymark/shared/api/schema';
import { ROLES } from '@waymark/shared/kernel/roles';
import { roleAndPlace } from '../invitations/invitations.contract';

export const AssignRole = z.strictObject({ personId: Id, ...roleAndPlace }).meta({ id: 'AssignRole' });
export type AssignRole = z.infer<typeof AssignRole>;

export const RoleAssignmentView = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    role: z.string(),
    scopeKind: z.string(),
    scopeId: Id.nullable(),
    scopeName: z.string().nullable(),
    grantedAt: z.string(),
    /** Null for somebody who has a role but no account to sign in with. */
    account: z.object({ id: Id, email: z.string(), closed: z.boolean(), secondStep: z.boolean() }).nullable(),
  })
  .meta({ id: 'RoleAssignment' });
export type RoleAssignmentView = z.infer<typeof RoleAssignmentView>;
export const RoleAssignmentPage = pageOf(RoleAssignmentView).meta({ id: 'RoleAssignments' });
export type RoleAssignmentPage = z.infer<typeof RoleAssignmentPage>;

/**
 * Participants are many and have pages of their own, so they are listed only when asked for by role. Without a provider, the roles of the
 * installation itself: for its administrators.
 */
export const RoleAssignmentsAsked = pageAsked.extend({ providerId: Id.optional(), role: z.enum(ROLES).optional() });
export type RoleAssignmentsAsked = z.infer<typeof RoleAssignmentsAsked>;
