import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { NOBODY } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { deviceOf } from '@waymark/identity/domain/devices';
import { idleMinutesOf } from '@waymark/identity/domain/permissions';
import { waitingFor } from '@waymark/identity/domain/second-factor';
import { AccountsQueries } from '../accounts/accounts.queries';
import { FactorsQueries } from '../second-factor/factors.queries';
import { AuthSession } from './auth-session.entity';
import { KnownDevicesQueries } from './known-devices.queries';
import { SessionQueries } from './session.queries';
import { hashOf, newToken } from './session-token';

const LONGEST_HOURS = 12;

/** How somebody arrived: what the audit log keeps. */
type SignedInBy = 'password' | 'link' | 'invitation' | 'setup';

/** The browser that is asking: its cookies, if any, and what it calls itself. */
export interface Browser {
  cookie: string | null;
  device: string | null;
  userAgent: string;
}

/** What goes into the cookies of somebody who has signed in. `device`: null while a second factor must still be shown. */
export interface Started {
  token: string;
  device: string | null;
}

/** Somebody acting before there is a session: their name is on what happens, and the rules of the route have been kept. */
export const actingAs = (personId: string, accountId: string): Actor => ({ ...NOBODY, personId, accountId });

@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Db,
    private readonly queries: SessionQueries,
    private readonly accounts: AccountsQueries,
    private readonly devices: KnownDevicesQueries,
    private readonly factors: FactorsQueries,
  ) {}

  /**
   * A new session, whose token goes into the cookie. The session that the browser had ends: a cookie planted before signing in is worth nothing
   * after. `tx` has locked the account (see `AccountsQueries.lock`), or made it; and it sees as nobody does, as that session may be somebody else's.
   */
  async start(tx: Tx, account: { accountId: string; personId: string }, by: SignedInBy, browser: Browser): Promise<Started> {
    const now = tx.clock.now();
    const grants = await this.queries.grantsOf(tx, account.personId);
    const { enrolled, due } = await this.factors.standing(tx, account.accountId);
    const waitsFor = waitingFor({ enrolled, due, now });
    const device = waitsFor ? null : await this.devices.remember(tx, account.accountId, browser.device);
    if (browser.cookie) await this.queries.endByToken(tx, hashOf(browser.cookie));
    const { token, hash } = newToken();
    const id = newId();
    await tx.rows.insert(AuthSession, {
      id,
      tokenHash: hash,
      accountId: account.accountId,
      createdAt: now,
      lastSeenAt: now,
      idleMinutes: idleMinutesOf(grants),
      expiresAt: new Date(now.getTime() + LONGEST_HOURS * 3_600_000),
      endedAt: null,
      device: deviceOf(browser.userAgent),
      knownDeviceId: device?.id ?? null,
      waitsFor,
      secondFactorAt: null,
    });
    await tx.record('session.started', account.accountId, { by, sessionId: id });
    return { token, device: device?.token ?? null };
  }

  /** The second factor has been shown, or set up: the whole session, under another token than half of it had. `tx` is as for `start`. */
  async complete(tx: Tx, browser: Browser): Promise<Started> {
    const { accountId, sessionId } = tx.actor;
    const device = await this.devices.remember(tx, accountId, browser.device);
    const { token, hash } = newToken();
    await this.queries.complete(tx, sessionId, hash, device.id);
    return { token, device: device.token };
  }

  extend(actor: Actor): Promise<void> {
    return this.db.tx(actor, (tx) => this.queries.extend(tx, actor.sessionId));
  }

  /** Ends one of the actor's own sessions. A browser that is signed out from elsewhere is not known any more. */
  end(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      await this.queries.end(tx, { id, accountId: actor.accountId });
      if (id !== actor.sessionId) await this.devices.forgetOf(tx, id);
      await tx.record('session.ended', actor.accountId, { sessionId: id });
    });
  }

  /** Signs out everywhere, here too. */
  endMine(actor: Actor): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      await this.accounts.lock(tx, actor.accountId);
      await this.endAll(tx, actor.accountId);
      await tx.record('session.endedEverywhere', actor.accountId);
    });
  }

  /** Every session of an account, which `tx` has locked, but for `except`, and what its browsers were known by. */
  async endAll(tx: Tx, accountId: string, except: string | null = null): Promise<void> {
    await this.devices.forgetAll(tx, accountId, except);
    await this.queries.endAll(tx, accountId, except);
  }
}
