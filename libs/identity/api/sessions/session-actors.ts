import { Inject, Injectable } from '@nestjs/common';
import { NOBODY, type Actor } from '@waymark/shared/api/actor';
import { Actors } from '@waymark/shared/api/allow';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import type { IncomingRequest } from '@waymark/shared/api/idempotency';
import { MANIFEST } from '@waymark/shared/api/manifest';
import { Settings } from '@waymark/shared/api/settings';
import { sql } from '@waymark/shared/api/sql';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import { found } from '@waymark/shared/kernel/refusal';
import { allowedBy, providerOf, reachOfGrants, scopeOfGrants, type Allowed, type Grant } from '@waymark/identity/domain/permissions';
import type { Waiting } from '@waymark/identity/domain/second-factor';
import { cookieName, cookieOf, hashOf } from './session-token';

interface Row {
  session_id: string;
  account_id: string;
  person_id: string;
  waits_for: Waiting | null;
  strong: boolean;
  grants: Grant[];
}

/**
 * Who a cookie belongs to: one statement a request, which once a minute writes down that they are still here.
 * A page asks several things at once, so what was found is remembered for a second (`SESSION_MEMORY_MS`), for reading only, and until this
 * process writes anything: a change is always judged by what the database says now, and an ended session reads on for a second at most.
 */
@Injectable()
export class SessionActors extends Actors {
  private readonly allowed: Allowed;
  private readonly remembered = new Map<string, { actor: Actor; until: number }>();
  private readonly homes = new Map<string, string>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
    @Inject(MANIFEST) { permissions }: Required<Manifest>,
  ) {
    super();
    this.allowed = allowedBy(permissions);
    db.onWritten(() => this.remembered.clear());
  }

  async of(request: IncomingRequest): Promise<Actor | null> {
    const token = cookieOf(request.headers, cookieName(this.settings.origin));
    if (!token) return null;
    const reads = request.method === 'GET' && this.settings.sessionMemoryMs > 0;
    if (!reads) return this.find(token);
    const known = this.remembered.get(token);
    if (known && known.until > performance.now()) return known.actor;
    const actor = await this.find(token);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    if (actor) this.remembered.set(token, { actor, until: performance.now() + this.settings.sessionMemoryMs });
    else this.remembered.delete(token);
    return actor;
  }

  homeOf(request: IncomingRequest): string | undefined {
    const token = cookieOf(request.headers, cookieName(this.settings.origin));
    return token ? this.homes.get(token) : undefined;
  }

  private async find(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const [row] = await this.db.unscoped<Row>(sql`SELECT * FROM waymark_session(${hashOf(token)}, ${now})`);
    if (!row) return null;
    const who = { personId: row.person_id, accountId: row.account_id, sessionId: row.session_id };
    if (this.homes.size >= MOST_REMEMBERED) this.homes.clear();
    this.homes.set(token, providerOf(row.grants));
    return row.waits_for ? { ...NOBODY, ...who, waitsFor: row.waits_for } : this.actorOf(who, row.grants, row.strong);
  }

  /** Somebody with the roles they hold by now, without a session: the people of the demo act before anybody has signed in. */
  async acting(personId: string): Promise<Actor> {
    const { accountId, sessionId } = NOBODY;
    const [row] = await this.db.reading(NOBODY, (read) =>
      read.query<Pick<Row, 'grants'>>(sql`SELECT waymark_grants(p.id) AS grants FROM person p WHERE p.id = ${personId}`),
    );
    return this.actorOf({ personId, accountId, sessionId }, found(row).grants, true);
  }

  private actorOf(who: Pick<Actor, 'personId' | 'accountId' | 'sessionId'>, grants: readonly Grant[], strong: boolean): Actor {
    return { ...who, home: providerOf(grants), reach: reachOfGrants(grants, this.allowed, { strong }), scope: scopeOfGrants(grants) };
  }
}

const MOST_REMEMBERED = 10_000;
