import type { Manifest } from '@waymark/shared/kernel/manifest';
import { STAFF } from '@waymark/shared/kernel/roles';

export const identityManifest = {
  permissions: {
    'accounts:invite': STAFF,
    'roles:edit': ['administrator'],
    'audit:read': ['administrator'],
    'providers:edit': ['installation'],
  },
  events: {
    'account.closed': 'Account of {person} closed',
    'account.created': 'Account made for {person}',
    'account.opened': 'Account of {person} opened again',
    'invitation.accepted': 'Invitation accepted by {person}',
    'invitation.made': '{person} invited: {role}',
    'invitation.resent': 'Invitation of {person} sent again',
    'invitation.withdrawn': 'Invitation of {person} withdrawn',
    'link.sent': 'Link to sign in sent',
    'password.changed': 'Password changed',
    'role.ended': '{person} no longer has the role {role}',
    'role.granted': '{person} has the role {role}',
    'session.ended': 'Signed out',
    'session.endedEverywhere': 'Signed out everywhere',
    'session.refused': 'Sign-in refused',
    'session.started': 'Signed in',
  },
  refusals: {
    identity_credentials: 'Email or password is not right',
    identity_link_used: 'This link has been used or has run out. Ask for a new one',
    identity_current_password: 'Your current password is not right',
    identity_password_short:
      'Use a password of 15 characters or more. Three or four words that do not belong together are easy to remember',
    identity_password_long: 'Use a password of 200 characters or fewer',
    identity_password_common: 'This password is easy to guess because it is built from “{word}”. Use words that do not belong together',
    identity_password_repeats: 'This password repeats the same few characters. Use words that do not belong together',
    identity_password_sequence:
      'This password follows the order of the alphabet, the numbers or the keyboard. Use words that do not belong together',
    identity_password_context: 'This password is built from “{word}”, which others know about you. Use words that do not belong together',
    identity_email_taken: 'There is already an account with this email address',
    identity_account_person: 'This person already has an account',
    identity_account_elsewhere: 'This person also has roles with another provider. End their roles here instead',
    identity_account_self: 'You cannot close your own account. Ask another administrator',
    identity_role_held: 'This person already has this role here',
    identity_role_scope: 'This role cannot be held there',
    identity_role_administrators: 'Only an administrator can give or end this role',
    identity_role_last: 'This is the last administrator. Give somebody else the role first',
    identity_invitation_closed: 'This invitation has been used, withdrawn or has run out. Ask the person who sent it for a new one',
    identity_invitation_settled: 'This invitation has been accepted or withdrawn, so it cannot be sent again',
    identity_invitation_soon: 'This invitation was sent a moment ago. Wait a minute before you send it again',
    identity_invitation_above:
      'This person holds or is offered a role that only an administrator can give. Ask an administrator to invite them',
    identity_invitation_address:
      'Somebody has this address in their details but signs in with another one. Invite them from their name, or have their details corrected',
    identity_invitation_email: 'This person has no email address. Add one to their details first',
    identity_set_up: 'Waymark has been set up already. Sign in instead',
    identity_setup_code: 'The setup code is not right. It is in the log of the server, from when it started',
  },
} as const satisfies Manifest;

export type IdentityCode = keyof (typeof identityManifest)['refusals'];

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    identity: typeof identityManifest;
  }
}
