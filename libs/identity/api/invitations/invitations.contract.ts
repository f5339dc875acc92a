import { z } from 'zod';
import { pageAsked, pageOf } from '@waymark/shared/api/page';
import { email, familyName, givenName, Id, named } from '@waymark/shared/api/schema';
import { ROLES, SCOPE_KINDS } from '@waymark/shared/kernel/roles';
import { newPassword } from '../accounts/account.contract';

/** A role and where it is held. `providerId` says whose list it stands in; null for the installation alone. */
export const roleAndPlace = {
  providerId: Id.nullable(),
  role: z.enum(ROLES, 'Choose a role'),
  scopeKind: z.enum(SCOPE_KINDS, 'Choose where the role applies'),
  scopeId: Id.nullable(),
};

/** Somebody who is known, by id; or somebody new, by name and email address. */
export const Invite = named(
  z.strictObject({
    personId: Id.optional(),
    givenName: givenName.optional(),
    familyName: familyName('Enter a last name').optional(),
    email: email.optional(),
    ...roleAndPlace,
  }),
)
  .superRefine((wish, check) => {
    if (wish.personId) return;
    for (const [field, message] of [
      ['familyName', 'Enter a last name'],
      ['email', 'Enter an email address'],
    ] as const) {
      if (wish[field] === undefined) check.addIssue({ code: 'custom', path: [field], message });
    }
  })
  .meta({ id: 'Invite' });
export type Invite = z.infer<typeof Invite>;

export const InvitationView = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    email: z.string(),
    role: z.string(),
    scopeKind: z.string(),
    scopeId: Id.nullable(),
    scopeName: z.string().nullable(),
    invitedBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    status: z.enum(['waiting', 'accepted', 'withdrawn', 'expired']),
  })
  .meta({ id: 'Invitation' });
export type InvitationView = z.infer<typeof InvitationView>;
export const InvitationPage = pageOf(InvitationView).meta({ id: 'Invitations' });
export type InvitationPage = z.infer<typeof InvitationPage>;

export const InvitationsAsked = pageAsked.extend({ providerId: Id });
export type InvitationsAsked = z.infer<typeof InvitationsAsked>;

/** What the person who was invited sees before they accept. `hasAccount`: they sign in as they always do. */
export const InvitationFound = z
  .object({
    name: z.string(),
    email: z.string(),
    role: z.string(),
    scopeName: z.string().nullable(),
    invitedBy: z.string(),
    /** Who runs what they are invited to; null where it is the installation itself. */
    organiser: z.object({ name: z.string(), contact: z.string().nullable() }).nullable(),
    expiresAt: z.string(),
    hasAccount: z.boolean(),
  })
  .meta({ id: 'InvitationFound' });
export type InvitationFound = z.infer<typeof InvitationFound>;

export const AcceptInvitation = z
  .strictObject({ token: z.string('Open the link in your email again').min(1).max(100), password: newPassword.optional() })
  .meta({ id: 'AcceptInvitation' });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** `signedIn` when an account was made and its session begun; otherwise the role is there at the next sign-in. */
export const InvitationAccepted = z.object({ signedIn: z.boolean() }).meta({ id: 'InvitationAccepted' });
