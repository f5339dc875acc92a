import { Injectable } from '@nestjs/common';
import { NOBODY } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { Jobs } from '@waymark/shared/api/jobs';
import { Settings } from '@waymark/shared/api/settings';
import { foldEmail } from '@waymark/shared/kernel/email';
import { newId } from '@waymark/shared/kernel/ids';
import { Refused } from '@waymark/shared/kernel/refusal';
import { Mailer } from '@waymark/messages/api/mailer';
import { hashOf, newToken } from '../sessions/session-token';
import { actingAs, SessionsService, type Browser } from '../sessions/sessions.service';
import { Attempts } from './attempts';
import { SignInLink } from './sign-in-link.entity';
import { SignInQueries } from './sign-in.queries';
import { authenticate, TokenStrategy } from './strategies';

const MINUTES = 15;
const SEND = 'identity.send-link';

/** Signing in by a link in a mail. */
@Injectable()
export class SignInLinksService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly attempts: Attempts,
    private readonly sessions: SessionsService,
    private readonly mailer: Mailer,
    private readonly queries: SignInQueries,
    jobs: Jobs,
  ) {
    jobs.handle(SEND, ({ email }: { email: string }, job) => this.deliver(email, job.id));
  }

  /** Does the same work whoever asks: only the job, later, looks whether there is such an account. */
  async ask(email: string, address: string): Promise<void> {
    const folded = foldEmail(email);
    await this.attempts.begin('link', [folded, address]);
    await this.db.tx(NOBODY, (tx) => tx.enqueue(SEND, { email: folded }));
  }

  /** The token exists in the mail alone; the database has its hash. */
  private async deliver(email: string, jobId: string): Promise<void> {
    const account = await this.queries.account(email);
    if (!account) return;
    const { token, hash } = newToken();
    const now = this.clock.now();
    await this.db.tx(actingAs(account.personId, account.accountId), async (tx) => {
      const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
      await tx.rows.insert(SignInLink, {
        id: newId(),
        accountId: account.accountId,
        tokenHash: hash,
        createdAt: now,
        expiresAt,
        usedAt: null,
      });
      await tx.record('link.sent', account.accountId);
    });
    await this.mailer.deliver(
      {
        to: account.email,
        subject: 'Your link to sign in to Waymark',
        text: [
          'Use this link to sign in to Waymark:',
          `${this.settings.origin}/sign-in/link?token=${token}`,
          `You can use it once, within ${MINUTES} minutes.`,
          'If you did not ask for this link, you can ignore this email. It signs no one in until the link is used.',
        ].join('\n\n'),
      },
      jobId,
    );
  }

  /** @returns the token for the cookie. Of two that come at once, one finds the link used. */
  async signIn(token: string, address: string, browser: Browser): Promise<string> {
    await this.attempts.begin('link-use', [address]);
    const cookie = await this.db.tx(NOBODY, async (tx) => {
      const strategy = new TokenStrategy((given) => this.queries.useLink(tx, hashOf(given)));
      const known = await authenticate(strategy, { token });
      return known ? this.sessions.start(tx.as(actingAs(known.personId, known.accountId)), known, 'link', browser) : null;
    });
    if (!cookie) throw new Refused([{ code: 'identity_link_used' }]);
    await this.attempts.forgive('link-use', address, address);
    return cookie;
  }
}
