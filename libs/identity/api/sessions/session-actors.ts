import { Inject, Injectable } from '@nestjs/common';
import { NOBODY, type Actor } from '@waymark/shared/api/actor';
import { Actors } from '@waymark/shared/api/allow';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import type { IncomingRequest } from '@waymark/shared/api/idempotency';
import { MANIFEST } from '@waymark/shared/api/manifest';
import { Settings } from '@waymark/shared/api/settings';
import { sql, type Column } from '@waymark/shared/api/sql';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import { found } from '@waymark/shared/kernel/refusal';
import { allowedBy, reachOfGrants, scopeOfGrants, type Allowed, type Grant } from '@waymark/identity/domain/permissions';
import type { Waiting } from '@waymark/identity/domain/second-factor';
import { cookieName, cookieOf, hashOf } from './session-token';

interface Row {
  session_id: string;
  account_id: string;
  person_id: string;
  seen: boolean;
  waits_for: Waiting | null;
  strong: boolean;
  grants: Grant[];
}

/**
 * Who a cookie belongs to: one statement a request, and another once a minute to say that they are still here.
 * A page asks several things at once, so what was found is remembered for a second (`SESSION_MEMORY_MS`), for reading only, and until this
 * process writes anything: a change is always judged by what the database says now, and an ended session reads on for a second at most.
 */
@Injectable()
export class SessionActors extends Actors {
  private readonly allowed: Allowed;
  private readonly remembered = new Map<string, { actor: Actor; until: number }>();

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

  private async find(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const [row] = await this.db.unscoped<Row>(sessionOf(hashOf(token), now));
    if (!row) return null;
    if (!row.seen)
      await this.db.unscoped(sql`UPDATE auth_session SET last_seen_at = greatest(last_seen_at, ${now}) WHERE id = ${row.session_id}`);
    const who = { personId: row.person_id, accountId: row.account_id, sessionId: row.session_id };
    return row.waits_for ? { ...NOBODY, ...who, waitsFor: row.waits_for } : this.actorOf(who, row.grants, row.strong);
  }

  /** Somebody with the roles they hold by now, without a session: the people of the demo act before anybody has signed in. */
  async acting(personId: string): Promise<Actor> {
    const { accountId, sessionId } = NOBODY;
    const [row] = await this.db.reading(NOBODY, (read) =>
      read.query<Pick<Row, 'grants'>>(sql`SELECT ${grantsOf('p.id')} AS grants FROM person p WHERE p.id = ${personId}`),
    );
    return this.actorOf({ personId, accountId, sessionId }, found(row).grants, true);
  }

  private actorOf(who: Pick<Actor, 'personId' | 'accountId' | 'sessionId'>, grants: readonly Grant[], strong: boolean): Actor {
    return { ...who, reach: reachOfGrants(grants, this.allowed, { strong }), scope: scopeOfGrants(grants) };
  }
}

const MOST_REMEMBERED = 10_000;

/**
 * An administrator of the installation is spelt out as one of every provider there is, so that the same conditions hold for it. A role that
 * somebody was not told of opens nothing to them: it came with a place that is still a plan.
 */
const grantsOf = (person: Column) => sql`
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('role', r.role, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id, 'providerId', r.provider_id,
                                        'guarded', r.scope_kind IN ('installation', 'provider') AND EXISTS (
                                          SELECT 1 FROM second_factor_policy f WHERE r.scope_id IS NULL OR f.provider_id = r.scope_id)))
      FROM (
        SELECT role, scope_kind, scope_id, provider_id FROM role_assignment WHERE person_id = ${sql.column(person)} AND ended_at IS NULL AND told
        UNION ALL
        SELECT i.role, 'provider', v.id, NULL FROM role_assignment i CROSS JOIN provider v
         WHERE i.person_id = ${sql.column(person)} AND i.ended_at IS NULL AND i.scope_kind = 'installation' AND i.role = 'administrator'
      ) r
  ), '[]'::jsonb)`;

const sessionOf = (tokenHash: Buffer, now: Date) => sql`
  SELECT s.id AS session_id, a.id AS account_id, a.person_id, s.last_seen_at > ${now}::timestamptz - interval '1 minute' AS seen, s.waits_for, s.second_factor_at IS NOT NULL AS strong,
         ${grantsOf('a.person_id')} AS grants
    FROM auth_session s
    JOIN account a ON a.id = s.account_id
   WHERE s.token_hash = ${tokenHash} AND s.ended_at IS NULL AND a.disabled_at IS NULL
     AND s.expires_at > ${now}::timestamptz AND s.last_seen_at > ${now}::timestamptz - s.idle_minutes * interval '1 minute'`;
