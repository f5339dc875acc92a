import { ProgrammesVenuesAndFacilitators1796000030000 } from '@waymark/catalogue/api/migrations/1796000030000-programmes-venues-and-facilitators';
import { CohortsAndEnrolments1796000040000 } from '@waymark/cohorts/api/migrations/1796000040000-cohorts-and-enrolments';
import { AccountsAndRoles1796000020000 } from '@waymark/identity/api/migrations/1796000020000-accounts-and-roles';
import { PersonsAndOrganisations1796000010000 } from '@waymark/people/api/migrations/1796000010000-persons-and-organisations';
import { SessionsAndReleases1796000050000 } from '@waymark/schedule/api/migrations/1796000050000-sessions-and-releases';
import { WallsAndAuditLog1796000000000 } from '@waymark/shared/api/migrations/1796000000000-walls-and-audit-log';

/** In order: a domain after those it uses. Explicit, because globbing when the process starts would not survive being bundled. */
export const migrations = [
  WallsAndAuditLog1796000000000,
  PersonsAndOrganisations1796000010000,
  AccountsAndRoles1796000020000,
  ProgrammesVenuesAndFacilitators1796000030000,
  CohortsAndEnrolments1796000040000,
  SessionsAndReleases1796000050000,
];
