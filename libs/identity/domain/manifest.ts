import type { Manifest } from '@waymark/shared/kernel/manifest';
import { STAFF } from '@waymark/shared/kernel/roles';
import { refusedWords } from './refused-requests';

export const identityManifest = {
  permissions: {
    'accounts:invite': STAFF,
    'roles:edit': ['administrator'],
    'audit:read': ['administrator'],
    'providers:edit': ['installation'],
  },
  kinds: {
    access: 'Refused requests',
    account: 'Accounts',
    invitation: 'Invitations',
    link: 'Sign-in links',
    password: 'Passwords',
    provider: 'Providers',
    role: 'Roles',
    secondFactor: 'Second steps of signing in',
  },
  events: {
    'access.refused': refusedWords,
    'account.closed': 'Account of {person} closed',
    'account.created': 'Account created for {person}',
    'account.opened': 'Account of {person} reopened',
    'invitation.accepted': 'Invitation accepted by {person}',
    'invitation.made': '{person} invited: {role}',
    'invitation.resent': 'Invitation for {person} renewed',
    'invitation.withdrawn': 'Invitation for {person} withdrawn',
    'link.sent': 'Sign-in link asked for',
    'password.changed': 'Password changed',
    'role.ended': '{person} no longer has the role {role}',
    'role.granted': '{person} was given the role {role}',
    'secondFactor.added': 'Second step of signing in set up',
    'secondFactor.asked': 'Second step of signing in required of staff within {days} days',
    'secondFactor.refused': 'Second step of signing in failed',
    'secondFactor.released': 'Second step of signing in no longer required of staff',
    'secondFactor.removed': 'Second step of signing in removed',
    'secondFactor.renewed': 'New recovery codes made',
    'secondFactor.reset': 'Second step of signing in of {person} reset',
    'secondFactor.shown': 'Second step of signing in done',
    'session.ended': 'Signed out',
    'session.endedEverywhere': 'Signed out everywhere',
    'session.refused': 'Sign-in failed',
    'session.started': 'Signed in',
  },
  refusals: {
    identity_credentials: 'The email address or password is not correct',
    identity_link_used: 'This link has already been used or has expired. Ask for a new one',
    identity_current_password: 'Your current password is not correct',
    identity_password_short: 'Use a password of 15 characters or more. Three or four unrelated words are easy to remember',
    identity_password_long: 'Use a password of 200 characters or fewer',
    identity_password_common: 'This password is easy to guess because it is based on “{word}”. Use unrelated words',
    identity_password_repeats: 'This password repeats the same few characters. Use unrelated words',
    identity_password_sequence: 'This password follows the order of the alphabet, the numbers or the keyboard. Use unrelated words',
    identity_password_context: 'This password is based on “{word}”, which other people know about you. Use unrelated words',
    identity_email_taken: 'There is already an account with this email address',
    identity_account_person: 'This person already has an account',
    identity_account_elsewhere: 'This person also belongs to another provider. End their roles here instead',
    identity_account_self: 'You cannot close your own account. Ask another administrator',
    identity_role_held: 'This person already has this role here',
    identity_role_scope: 'This role cannot be given there',
    identity_role_administrators: 'Only an administrator can give or end this role',
    identity_role_last: 'This is the last administrator. Give someone else the role first',
    identity_invitation_closed: 'This invitation has been used or withdrawn, or has expired. Ask the person who sent it for a new one',
    identity_invitation_settled: 'This invitation has been accepted or withdrawn, so it cannot be sent again',
    identity_invitation_soon: 'This invitation was sent a moment ago. Wait a minute before you send it again',
    identity_invitation_above:
      'This person has, or has been offered, a role that only an administrator can give. Ask an administrator to invite them',
    identity_invitation_address:
      'The person with this email address signs in with a different one. Have the email address in their details corrected first',
    identity_invitation_quota: 'Your team has sent {most} invitations in 24 hours, which is the most it can. Send the others tomorrow',
    identity_invitation_email: 'This person has no email address. Add one to their details first',
    identity_second_factor_code: 'The code is not correct, or it has been used already. Enter the code that your app shows now',
    identity_second_factor_passkey: 'The passkey could not be checked. Try again, or use a code',
    identity_second_factor_needed: 'Your team asks for a second step. Set up another one before you remove this one',
    identity_second_factor_there: 'You already have an authenticator app. Remove it before you set up another one',
    identity_second_factor_stale: 'You signed in more than 15 minutes ago. Sign out and sign in again, then change your second step',
    identity_second_factor_first: 'Set up an authenticator app or a passkey first',
    identity_second_factor_own: 'Set up a second step for yourself before you require it of others',
    identity_second_factor_self: 'You cannot reset your own second step. Remove it under Your details, or ask another administrator',
    identity_second_factor_elsewhere:
      'This person also belongs to another provider. Only an administrator of all of Waymark can reset their second step',
    identity_set_up: 'Waymark has already been set up. Sign in instead',
    identity_setup_code: 'The setup code is not correct. It is what SETUP_CODE was set to when Waymark was installed',
  },
} as const satisfies Manifest;

export type IdentityCode = keyof (typeof identityManifest)['refusals'];

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    identity: typeof identityManifest;
  }
}
