import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { NOBODY, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { Settings } from '@waymark/shared/api/settings';
import type { Tx } from '@waymark/shared/api/tx';
import type { EventName } from '@waymark/shared/kernel/manifest';
import { found, must, Refused } from '@waymark/shared/kernel/refusal';
import { Mailer } from '@waymark/messages/api/mailer';
import { recordForProviders } from '@waymark/people/api/people.rows';
import { changeRefusals, codeTyped, recoveryCode, removalRefusals, stepOf } from '@waymark/identity/domain/second-factor';
import { AccountsQueries } from '../accounts/accounts.queries';
import { KnownDevicesQueries } from '../sessions/known-devices.queries';
import { hashOf } from '../sessions/session-token';
import { SessionsService, type Browser, type Started } from '../sessions/sessions.service';
import { Attempts } from '../sign-in/attempts';
import { FactorsQueries, type KeptPasskey } from './factors.queries';
import { Secrets } from './secrets';
import type { AddPasskey, PasskeyShown } from './second-factor.contract';

const CHALLENGE_MINUTES = 5;
const RECOVERY_CODES = 10;

/** An authenticator app, passkeys and recovery codes: setting them up, and showing one to finish signing in. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly attempts: Attempts,
    private readonly queries: FactorsQueries,
    private readonly accounts: AccountsQueries,
    private readonly devices: KnownDevicesQueries,
    private readonly secrets: Secrets,
    private readonly sessions: SessionsService,
    private readonly mailer: Mailer,
  ) {}

  async signingIn(actor: Actor) {
    const { totp, passkeys } = await this.db.reading(actor, (read) => this.queries.standing(read, actor.accountId));
    return { waitsFor: actor.waitsFor ?? null, totp, passkeys: passkeys > 0 };
  }

  list(actor: Actor) {
    return this.db.reading(actor, async (read) => {
      const { totp, recoveryCodes, due } = await this.queries.standing(read, actor.accountId);
      return { totp, recoveryCodes, due: due?.toISOString() ?? null, passkeys: await this.queries.listed(read, actor.accountId) };
    });
  }

  /** Finishes signing in with the code of an app, or one that was kept for when there is none. Both are good once. */
  async showCode(actor: Actor, text: string, browser: Browser): Promise<Started> {
    const { kind, code } = codeTyped(text);
    return this.finish(actor, { by: kind, code: 'identity_second_factor_code' }, browser, async (tx) =>
      kind === 'totp' ? this.usesTotp(tx, code, { confirmed: true }) : this.queries.useRecoveryCode(tx, this.fingerprint(actor, code)),
    );
  }

  /** Only for whoever waits for it, so that a challenge made here is never taken for one that a new passkey signs. */
  async passkeyChallenge(actor: Actor) {
    mustWaitForFactor(actor, 'identity_second_factor_passkey');
    const keys = await this.db.reading(actor, (read) => this.queries.passkeys(read, actor.accountId));
    const options = await generateAuthenticationOptions({
      rpID: this.rpId,
      userVerification: 'preferred',
      allowCredentials: keys.map(({ credentialId, transports }) => ({ id: credentialId, transports: transports as never })),
    });
    await this.challenge(actor, options.challenge);
    return { options: { ...options } as Record<string, unknown> };
  }

  async showPasskey(actor: Actor, { response }: PasskeyShown, browser: Browser): Promise<Started> {
    return this.finish(actor, { by: 'passkey', code: 'identity_second_factor_passkey' }, browser, async (tx) => {
      const challenge = await this.queries.takeChallenge(tx);
      const key = (await this.queries.passkeys(tx, actor.accountId)).find(({ credentialId }) => credentialId === response.id);
      const counter = challenge !== null && key ? await this.counterShown(response, challenge, key) : null;
      if (counter === null) return false;
      await this.queries.usedPasskey(tx, key!.id, counter);
      return true;
    });
  }

  /** Only for whoever waits for it: a session is finished once. Wrong guesses wait as they do at the password. */
  private async finish(
    actor: Actor,
    { by, code }: { by: string; code: 'identity_second_factor_code' | 'identity_second_factor_passkey' },
    browser: Browser,
    check: (tx: Tx) => Promise<boolean>,
  ): Promise<Started> {
    mustWaitForFactor(actor, code);
    const started = await this.attempts.guessed(await this.guessOf(actor, browser), () =>
      this.passing(actor, async (tx) => {
        if (!(await check(tx))) return null;
        await recordOwn(tx, 'secondFactor.shown', { by });
        return this.sessions.complete(tx, browser);
      }),
    );
    if (started) return started;
    await this.db.tx(actor, (tx) => recordOwn(tx, 'secondFactor.refused', { by }));
    throw new Refused([{ code, pointer: '/code' }]);
  }

  /** The secret is shown once. It counts from when a code of it has been typed. */
  async beginTotp(actor: Actor): Promise<{ secret: string; uri: string }> {
    mustNotWaitForFactor(actor);
    const secret = new Secret({ size: 20 });
    return this.db.tx(actor, async (tx) => {
      await this.mustBeFresh(actor, tx);
      const sealed = this.secrets.seal(Buffer.from(secret.bytes), actor.accountId);
      must((await this.queries.beginTotp(tx, sealed)) ? [] : [{ code: 'identity_second_factor_there' }]);
      const { email } = await this.queries.owner(tx, actor.accountId);
      return { secret: secret.base32, uri: totpOf(secret, email).toString() };
    });
  }

  async confirmTotp(actor: Actor, text: string, browser: Browser): Promise<Started> {
    mustNotWaitForFactor(actor);
    const { code } = codeTyped(text);
    const started = await this.attempts.guessed(await this.guessOf(actor, browser), () =>
      this.passing(actor, async (tx) => ((await this.usesTotp(tx, code, { confirmed: false })) ? this.added(tx, browser) : null)),
    );
    if (!started) throw new Refused([{ code: 'identity_second_factor_code', pointer: '/code' }]);
    return started;
  }

  async beginPasskey(actor: Actor) {
    mustNotWaitForFactor(actor);
    const { owner, keys } = await this.db.reading(actor, async (read) => {
      await this.mustBeFresh(actor, read);
      return { owner: await this.queries.owner(read, actor.accountId), keys: await this.queries.passkeys(read, actor.accountId) };
    });
    const options = await generateRegistrationOptions({
      rpName: 'Waymark',
      rpID: this.rpId,
      userName: owner.email,
      userDisplayName: owner.name,
      userID: new Uint8Array(Buffer.from(actor.accountId.replaceAll('-', ''), 'hex')),
      attestationType: 'none',
      excludeCredentials: keys.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
    await this.challenge(actor, options.challenge);
    return { options: { ...options } as Record<string, unknown> };
  }

  async addPasskey(actor: Actor, { name, response }: AddPasskey, browser: Browser): Promise<Started> {
    mustNotWaitForFactor(actor);
    return this.passing(actor, async (tx) => {
      await this.mustBeFresh(actor, tx);
      const challenge = await this.queries.takeChallenge(tx);
      const credential = challenge === null ? null : await this.credentialIn(response, challenge);
      if (!credential) throw new Refused([{ code: 'identity_second_factor_passkey' }]);
      await this.queries.addPasskey(tx, { ...credential, name });
      return this.added(tx, browser);
    });
  }

  /** New ones, shown once, in place of those there were. */
  newRecoveryCodes(actor: Actor): Promise<{ codes: string[] }> {
    return this.db.tx(actor, async (tx) => {
      await this.mustBeFresh(actor, tx);
      const { enrolled } = await this.queries.standing(tx, actor.accountId);
      must(enrolled ? [] : [{ code: 'identity_second_factor_first' }]);
      const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(24)));
      await this.queries.setRecoveryCodes(
        tx,
        codes.map((code) => this.fingerprint(actor, codeTyped(code).code)),
      );
      await recordOwn(tx, 'secondFactor.renewed');
      return { codes };
    });
  }

  removeTotp(actor: Actor): Promise<void> {
    return this.remove(actor, (tx) => this.queries.removeTotp(tx));
  }

  removePasskey(actor: Actor, id: string): Promise<void> {
    return this.remove(actor, async (tx) => found((await this.queries.removePasskey(tx, id)) || undefined));
  }

  private remove(actor: Actor, work: (tx: Tx) => Promise<boolean>): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      await this.mustBeFresh(actor, tx);
      // Of two who remove the last two, one finds it the last.
      await this.accounts.lock(tx, actor.accountId);
      if (!(await work(tx))) return;
      const { totp, passkeys, due } = await this.queries.standing(tx, actor.accountId);
      const left = Number(totp) + passkeys;
      must(removalRefusals({ left, due }));
      if (left === 0) await this.queries.setRecoveryCodes(tx, []);
      await recordOwn(tx, 'secondFactor.removed');
      await this.tell(tx, 'A second step of signing in was removed', 'A second step was removed from your Waymark account.');
    });
  }

  /** What ends in a whole session: the account is locked, and the browser may be known to others, whose rows this actor does not see. */
  private passing<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.tx(NOBODY, async (nobody) => {
      await this.accounts.lock(nobody, actor.accountId);
      return work(nobody.as(actor));
    });
  }

  /** Whoever has the password alone guesses elsewhere, and does not hold up a device that the account knows. */
  private async guessOf({ accountId }: Actor, { device }: Browser) {
    const known = await this.db.reading(NOBODY, (read) => this.devices.knownTo(read, accountId, device, this.clock.now()), {
      statements: 1,
    });
    return { what: 'second-factor', account: accountId, device: known };
  }

  private async mustBeFresh(actor: Actor, read: Reader): Promise<void> {
    must(changeRefusals({ since: await this.queries.shownAt(read, actor.sessionId), now: this.clock.now() }));
  }

  /** Everybody who was signed in without it is out; here, the session goes on under another token. */
  private async added(tx: Tx, browser: Browser): Promise<Started> {
    const { accountId, sessionId } = tx.actor;
    const started = await this.sessions.complete(tx, browser);
    await this.sessions.endAll(tx, accountId, sessionId);
    await recordOwn(tx, 'secondFactor.added');
    await this.tell(tx, 'A second step of signing in was set up', 'A second step was added to your Waymark account.');
    return started;
  }

  private async tell(tx: Tx, subject: string, what: string): Promise<void> {
    const { email } = await this.queries.owner(tx, tx.actor.accountId);
    const otherwise = 'If this was not you, tell an administrator, and change your password.';
    await this.mailer.send(tx, { to: email, subject, text: [what, otherwise].join('\n\n') });
  }

  private async usesTotp(tx: Tx, code: string, which: { confirmed: boolean }): Promise<boolean> {
    const sealed = await this.queries.totpSecret(tx, tx.actor.accountId, which);
    if (!sealed) return false;
    const opened = this.secrets.open(sealed, tx.actor.accountId);
    if (!opened) return false;
    const secret = new Secret({ buffer: new Uint8Array(opened).buffer });
    const now = this.clock.now();
    // A step to either side, for a clock that goes wrong and a thumb that is slow.
    const delta = totpOf(secret, 'Waymark').validate({ token: code, timestamp: now.getTime(), window: 1 });
    return delta !== null && this.queries.useStep(tx, stepOf(now, delta));
  }

  private async counterShown(response: PasskeyShown['response'], challenge: string, key: KeptPasskey): Promise<number | null> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: response as never,
        expectedChallenge: challenge,
        expectedOrigin: this.settings.origin,
        expectedRPID: this.rpId,
        requireUserVerification: false,
        credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch {
      return null;
    }
  }

  private async credentialIn(response: AddPasskey['response'], challenge: string) {
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: response as never,
        expectedChallenge: challenge,
        expectedOrigin: this.settings.origin,
        expectedRPID: this.rpId,
        requireUserVerification: false,
      });
      if (!registrationInfo) return null;
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports.map(String).slice(0, 10) };
    } catch {
      return null;
    }
  }

  private challenge(actor: Actor, challenge: string): Promise<void> {
    const until = new Date(this.clock.now().getTime() + CHALLENGE_MINUTES * 60_000);
    return this.db.tx(actor, (tx) => this.queries.setChallenge(tx, challenge, until));
  }

  private fingerprint(actor: Actor, code: string): Buffer {
    return hashOf(`${actor.accountId}:${code}`);
  }

  private get rpId(): string {
    return new URL(this.settings.origin).hostname;
  }
}

const totpOf = (secret: Secret, label: string) => new TOTP({ issuer: 'Waymark', label, secret, algorithm: 'SHA1', digits: 6, period: 30 });

/** Told to every provider that knows whoever acts. */
const recordOwn = (tx: Tx, name: EventName, facts: Record<string, unknown> = {}): Promise<void> =>
  recordForProviders(tx, name, tx.actor.personId, facts, tx.actor.accountId);

function mustWaitForFactor(actor: Actor, code: 'identity_second_factor_code' | 'identity_second_factor_passkey'): void {
  must(actor.waitsFor === 'factor' ? [] : [{ code, pointer: '/code' }]);
}

/** Somebody with a password alone must not add a factor of their own to an account that has one. */
function mustNotWaitForFactor(actor: Actor): void {
  must(actor.waitsFor === 'factor' ? [{ code: 'identity_second_factor_code' }] : []);
}
