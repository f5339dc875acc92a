/** Every "no" this domain can say: the stable code, and the words people see. */
export const identityProblems = {
  identity_email_taken: 'There is already an account with this email address',
  identity_account_person: 'This person already has an account',
  identity_role_held: 'This person already has this role here',
} as const;

export type IdentityCode = keyof typeof identityProblems;
