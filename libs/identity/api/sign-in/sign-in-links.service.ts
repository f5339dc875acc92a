import { Injectable } from '@nestjs/common';
import { NOBODY } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { Jobs } from '@waymark/shared/api/jobs';
import { Settings } from '@waymark/shared/api/settings';
import type { Tx } from '@waymark/shared/api/tx';
import { foldEmail } from '@waymark/shared/kernel/email';
import { newId } from '@waymark/shared/kernel/ids';
import { Refused } from '@waymark/shared/kernel/refusal';
import { Mailer, MAILS_AT_ONCE } from '@waymark/messages/api/mailer';
import { recordForProviders } from '@waymark/people/api/people.rows';
import { KnownDevicesQueries } from '../sessions/known-devices.queries';
import { hashOf, newToken } from '../sessions/session-token';
import { actingAs, SessionsService, type Browser, type Started } from '../sessions/sessions.service';
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
    private readonly devices: KnownDevicesQueries,
    jobs: Jobs,
  ) {
    jobs.handle(SEND, ({ email }: { email: string }, job) => this.deliver(email, job.id), { atOnce: MAILS_AT_ONCE });
  }

  /** Does the same work whoever asks: only the job, later, looks whether there is such an account. */
  async ask(email: string, address: string, browser: Browser): Promise<void> {
    const folded = foldEmail(email);
    const device = await this.devices.known(browser.device, folded, this.clock.now());
    await this.attempts.count({ what: 'link', account: folded, device, address });
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
      await recordForProviders(tx, 'link.sent', account.personId, {}, account.accountId);
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

  /** @returns what the cookies hold. Of two that come at once, one finds the link used. No guesses at the account keep out who has the mail. */
  async signIn(token: string, address: string, browser: Browser): Promise<Started> {
    const started = await this.attempts.guessed({ what: 'link-use', address }, () =>
      this.db.tx(NOBODY, (tx) => this.use(tx, token, browser)),
    );
    if (!started) throw new Refused([{ code: 'identity_link_used' }]);
    return started;
  }

  private async use(tx: Tx, token: string, browser: Browser): Promise<Started | null> {
    const strategy = new TokenStrategy((given) => this.queries.useLink(tx, hashOf(given)));
    const known = await authenticate(strategy, { token });
    if (!known) return null;
    const devices = await this.devices.of(tx, known.accountId);
    await this.attempts.settle(tx, [{ what: 'link', account: known.foldedEmail }, ...devices.map((device) => ({ what: 'link', device }))]);
    return this.sessions.start(tx.as(actingAs(known.personId, known.accountId)), known, 'link', browser);
  }
}
