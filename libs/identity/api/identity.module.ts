import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Actors } from '@waymark/shared/api/allow';
import { AccountController, AccountsController } from './accounts/account.controller';
import { Account } from './accounts/account.entity';
import { AccountsQueries } from './accounts/accounts.queries';
import { AccountsService } from './accounts/accounts.service';
import { PasswordsService } from './accounts/passwords.service';
import type { DemoAccount } from '@waymark/shared/api/demo';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { EventsController } from './audit/events.controller';
import { EventsQueries } from './audit/events.queries';
import { RefusedRequests } from './audit/refused-requests';
import { AcceptancesService } from './invitations/acceptances.service';
import { AcceptancesController, InvitationsController } from './invitations/invitations.controller';
import { InvitationsQueries } from './invitations/invitations.queries';
import { InvitationsService } from './invitations/invitations.service';
import { RoleAssignmentsController } from './roles/role-assignments.controller';
import { RoleAssignmentsQueries } from './roles/role-assignments.queries';
import { RoleAssignmentsService } from './roles/role-assignments.service';
import { InvitationFollowers } from './invitation-followers';
import { IdentityHousekeeping } from './sessions/identity-housekeeping';
import { Invitation } from './invitations/invitation.entity';
import { ProvidersController } from './providers/providers.controller';
import { ProvidersQueries } from './providers/providers.queries';
import { ProvidersService } from './providers/providers.service';
import { SetupController } from './providers/setup.controller';
import { SetupQueries } from './providers/setup.queries';
import { SetupService } from './providers/setup.service';
import { RolesService } from './roles.service';
import { RolesQueries } from './roles/roles.queries';
import { RoleAssignment } from './roles/role-assignment.entity';
import { FactorsQueries } from './second-factor/factors.queries';
import { SecondFactorPoliciesController, SecondFactorsController, SigningInController } from './second-factor/second-factor.controller';
import { SecondFactorPoliciesService } from './second-factor/second-factor-policies.service';
import { SecondFactorsService } from './second-factor/second-factors.service';
import { SecondStepTask } from './second-factor/second-step-task';
import { Secrets } from './second-factor/secrets';
import { AuthSession } from './sessions/auth-session.entity';
import { KnownDevice } from './sessions/known-device.entity';
import { KnownDevicesQueries } from './sessions/known-devices.queries';
import { SessionActors } from './sessions/session-actors';
import { SessionController, SessionsController } from './sessions/session.controller';
import { SessionQueries } from './sessions/session.queries';
import { SessionsService } from './sessions/sessions.service';
import { Attempts } from './sign-in/attempts';
import { AttemptsQueries } from './sign-in/attempts.queries';
import { DemoAccountsController } from './sign-in/demo-accounts.controller';
import { PasswordHasher } from './password-hasher';
import { SignInLink } from './sign-in/sign-in-link.entity';
import { SignInLinksController } from './sign-in/sign-in-links.controller';
import { SignInLinksService } from './sign-in/sign-in-links.service';
import { SignInQueries } from './sign-in/sign-in.queries';
import { SignInService } from './sign-in/sign-in.service';
import { AccountsAndRoles1796100020000 } from './migrations/1796100020000-accounts-and-roles';

export const identityEntities = [Account, AuthSession, KnownDevice, SignInLink, Invitation, RoleAssignment];
export const identityMigrations = [AccountsAndRoles1796100020000];

@Global()
@Module({})
export class IdentityModule {
  /** `demoAccounts` are offered on the sign-in page of a demo, and nowhere else. */
  static with({ demoAccounts }: { demoAccounts: () => readonly DemoAccount[] }): DynamicModule {
    return {
      module: IdentityModule,
      controllers: [
        SessionController,
        SessionsController,
        SignInLinksController,
        DemoAccountsController,
        AccountController,
        AccountsController,
        ProvidersController,
        SetupController,
        InvitationsController,
        AcceptancesController,
        RoleAssignmentsController,
        EventsController,
        SigningInController,
        SecondFactorsController,
        SecondFactorPoliciesController,
      ],
      providers: [
        { provide: Actors, useClass: SessionActors },
        { provide: DEMO_ACCOUNTS, useFactory: demoAccounts },
        AcceptancesService,
        AccountsQueries,
        AccountsService,
        Attempts,
        AttemptsQueries,
        EventsQueries,
        FactorsQueries,
        IdentityHousekeeping,
        InvitationFollowers,
        InvitationsQueries,
        InvitationsService,
        KnownDevicesQueries,
        PasswordHasher,
        PasswordsService,
        ProvidersQueries,
        ProvidersService,
        RefusedRequests,
        RoleAssignmentsQueries,
        RoleAssignmentsService,
        RolesQueries,
        RolesService,
        SecondFactorPoliciesService,
        SecondFactorsService,
        SecondStepTask,
        Secrets,
        SessionQueries,
        SessionsService,
        SetupQueries,
        SetupService,
        SignInQueries,
        SignInLinksService,
        SignInService,
      ],
      exports: [Actors, InvitationFollowers, RefusedRequests, RolesService],
    };
  }
}
