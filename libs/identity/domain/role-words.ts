import type { Role } from './permissions';

/** What a role is called on screen and in mails. */
export const ROLE_WORDS: Record<Role, string> = {
  administrator: 'Administrator',
  programme_staff: 'Programme staff',
  facilitator: 'Facilitator',
  participant: 'Participant',
  line_manager: 'Line manager or sponsor',
  employer: 'Employer',
  evaluator: 'Evaluator',
};

/** The words of a role as it came over the wire; what is not known is said as it is. */
export const roleWords = (role: string): string => ROLE_WORDS[role as Role] ?? role;
