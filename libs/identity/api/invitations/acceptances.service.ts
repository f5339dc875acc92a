import { Injectable } from '@nestjs/common';
import { longDate } from '@waymark/shared/kernel/dates';
import { foldEmail } from '@waymark/shared/kernel/email';
import { toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import { NOBODY } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Jobs } from '@waymark/shared/api/jobs';
import { Settings } from '@waymark/shared/api/settings';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { Refused } from '@waymark/shared/kernel/refusal';
import { roleWords } from '@waymark/shared/kernel/roles';
import { Mailer, MAILS_AT_ONCE } from '@waymark/messages/api/mailer';
import { verifyEmail } from '@waymark/people/api/people.rows';
import { Account } from '../accounts/account.entity';
import { PasswordsService } from '../accounts/passwords.service';
import { RolesService } from '../roles.service';
import { hashOf, newToken } from '../sessions/session-token';
import { actingAs, SessionsService, type Browser, type Started } from '../sessions/sessions.service';
import { Attempts } from '../sign-in/attempts';
import type { AcceptInvitation, InvitationFound } from './invitations.contract';
import { InvitationsQueries } from './invitations.queries';
import { SEND_INVITATION } from './invitations.service';

/** What the person who was invited does: read who asks, and accept. A token that is wrong, used, withdrawn or too old reads the same. */
@Injectable()
export class AcceptancesService {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly attempts: Attempts,
    private readonly passwords: PasswordsService,
    private readonly queries: InvitationsQueries,
    private readonly roles: RolesService,
    private readonly sessions: SessionsService,
    private readonly mailer: Mailer,
    jobs: Jobs,
  ) {
    jobs.handle(SEND_INVITATION, ({ invitationId }: { invitationId: string }, job) => this.deliver(invitationId, job.id), {
      atOnce: MAILS_AT_ONCE,
    });
  }

  async lookUp(token: string, address: string): Promise<InvitationFound> {
    const invitation = await this.attempts.guessed({ what: 'invitation', address }, async () => {
      const there = await this.db.reading(NOBODY, (read) => this.queries.byToken(read, hashOf(token)));
      return there?.status === 'waiting' ? there : null;
    });
    if (!invitation) throw closed();
    return invitation;
  }

  /** @returns what the cookies hold when an account was made. An old account is not signed in by a link that lives for a week. */
  async accept(wish: AcceptInvitation, address: string, browser: Browser): Promise<Started | null> {
    const { name, email, scopeName, hasAccount } = await this.lookUp(wish.token, address);
    const passwordHash =
      hasAccount || wish.password === undefined
        ? null
        : await this.passwords.judged(wish.password, { names: name.split(' '), email, places: scopeName ? [scopeName] : [] });

    return this.db.tx(NOBODY, async (nobody) => {
      const { made, ...account } = await this.admit(nobody, hashOf(wish.token), passwordHash);
      return made ? this.sessions.start(nobody.as(actingAs(account.personId, account.accountId)), account, 'invitation', browser) : null;
    });
  }

  /** Gives whoever was invited the role, and an account where they have none (`made`). `tokenHash` is all that opens an invitation. */
  async admit(nobody: Tx, tokenHash: Buffer, passwordHash: string | null): Promise<{ personId: string; accountId: string; made: boolean }> {
    const now = nobody.clock.now();
    const invitation = await this.queries.accept(nobody, tokenHash);
    if (!invitation) throw closed();
    const { personId } = invitation;
    const old = await this.queries.accountOf(nobody, personId);
    // Who reads the mail is who was invited: not whoever signs in as that person with another address, nor one who had this address before.
    const folded = foldEmail(invitation.email);
    const theirs = await this.queries.hasEmail(nobody, personId, folded);
    if (old ? old.closed || old.foldedEmail !== folded : !theirs) throw closed();

    const accountId = old?.id ?? newId();
    const tx = nobody.as(actingAs(personId, accountId));
    if (!old) {
      await tx.rows.insert(Account, {
        id: accountId,
        personId,
        email: invitation.email,
        foldedEmail: folded,
        passwordHash,
        passwordChangedAt: passwordHash === null ? null : now,
        disabledAt: null,
        createdAt: now,
      });
      await tx.record('account.created', accountId, { personId, by: 'invitation' });
    }
    await verifyEmail(tx, personId, folded);
    await tx.record('invitation.accepted', invitation.id, { personId }, { providerId: invitation.providerId });
    await this.roles.grant(tx, invitation, invitation.invitedBy);
    return { personId, accountId, made: !old };
  }

  /** The token exists in the mail alone. Whoever is sent a second mail finds that the first no longer works. */
  private async deliver(id: string, jobId: string): Promise<void> {
    const { token, hash } = newToken();
    const invitation = await this.db.tx(NOBODY, async (tx) => {
      return (await this.queries.renewToken(tx, id, hash)) ? this.queries.one(tx, id) : null;
    });
    if (!invitation) return;
    const { email, role, scopeName, invitedBy, name, expiresAt, organiser } = invitation;
    const place = scopeName ?? 'all of Waymark';
    await this.mailer.deliver(
      {
        to: email,
        subject: organiser ? `${organiser.name}: your invitation` : `${invitedBy} has invited you to Waymark`,
        text: [
          `Hello ${name},`,
          organiser
            ? `${invitedBy} at ${organiser.name} has invited you. ${organiser.name} runs its programmes with Waymark. Your role: ${roleWords(role)}, ${place}.`
            : `${invitedBy} has invited you to use Waymark. Your role: ${roleWords(role)}, ${place}.`,
          'Use this link to accept the invitation:',
          `${this.settings.origin}/invitation?token=${token}`,
          `The link works until ${longDate(wallDate(toWall(new Date(expiresAt))))}.`,
          ...(organiser?.contact ? [`If you have a question, ask ${organiser.name}: ${organiser.contact}`] : []),
        ].join('\n\n'),
      },
      jobId,
    );
  }
}

const closed = () => new Refused([{ code: 'identity_invitation_closed' }]);
