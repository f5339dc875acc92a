/** What a person can be. Every domain says for each of its permissions which of these hold it; `identity` says where each may be held. */
export const ROLES = [
  'administrator',
  'programme_staff',
  'facilitator',
  'participant',
  'line_manager',
  'employer',
  'evaluator',
  'register_keeper',
] as const;
export type Role = (typeof ROLES)[number];

/** Where a role is held: at the whole installation, a provider, an organisation or a cohort. */
export const SCOPE_KINDS = ['installation', 'provider', 'organisation', 'cohort'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** What a role is called on screen, in mails and in the audit log. */
export const ROLE_WORDS: Record<Role, string> = {
  administrator: 'Administrator',
  programme_staff: 'Programme staff',
  facilitator: 'Facilitator',
  participant: 'Participant',
  line_manager: 'Line manager or sponsor',
  employer: 'Employer',
  evaluator: 'Evaluator',
  register_keeper: 'Register keeper',
};

/** The words of a role as it came over the wire; what is not known is said as it is. */
export const roleWords = (role: string): string => ROLE_WORDS[role as Role] ?? role;

/** Those who run programmes, as most permissions name them. */
export const STAFF = ['administrator', 'programme_staff'] as const satisfies readonly Role[];
