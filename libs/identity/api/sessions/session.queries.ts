import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { FIRST, page } from '@waymark/shared/api/page';
import { Settings } from '@waymark/shared/api/settings';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { joinedName } from '@waymark/shared/kernel/name';
import { found } from '@waymark/shared/kernel/refusal';
import { homeOf, type Grant } from '@waymark/identity/domain/permissions';
import type { DevicePage, SessionView } from './session.contract';
import { PLACE_NAME, placeOf } from '../roles/place.sql';

@Injectable()
export class SessionQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  current(actor: Actor): Promise<SessionView> {
    return this.db.reading(actor, (read) => this.view(read, actor));
  }

  async end(tx: Tx, { id, accountId }: { id: string; accountId: string }): Promise<void> {
    const [ended] = await tx.query(
      sql`UPDATE auth_session SET ended_at = coalesce(ended_at, ${tx.clock.now()}) WHERE id = ${id} AND account_id = ${accountId} RETURNING id`,
    );
    found(ended);
  }

  /** The one that a browser had. */
  async endByToken(tx: Tx, tokenHash: Buffer): Promise<void> {
    await tx.query(sql`UPDATE auth_session SET ended_at = ${tx.clock.now()} WHERE token_hash = ${tokenHash} AND ended_at IS NULL`);
  }

  /** Every one of an account, but for `except`; and the links in its mail, which would begin another. */
  async endAll(tx: Tx, accountId: string, except: string | null): Promise<void> {
    await tx.query(sql`UPDATE sign_in_link SET used_at = ${tx.clock.now()} WHERE account_id = ${accountId} AND used_at IS NULL`);
    await tx.query(
      sql`UPDATE auth_session SET ended_at = ${tx.clock.now()} WHERE account_id = ${accountId} AND ended_at IS NULL AND id IS DISTINCT FROM ${except}::uuid`,
    );
  }

  async complete(tx: Tx, id: string, tokenHash: Buffer, deviceId: string): Promise<void> {
    await tx.query(
      sql`UPDATE auth_session SET token_hash = ${tokenHash}, known_device_id = ${deviceId}, waits_for = NULL, second_factor_at = ${tx.clock.now()}, challenge = NULL
           WHERE id = ${id}`,
    );
  }

  async extend(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`UPDATE auth_session SET last_seen_at = greatest(last_seen_at, ${tx.clock.now()}) WHERE id = ${id}`);
  }

  grantsOf(read: Reader, personId: string): Promise<Grant[]> {
    return read.query(
      sql`SELECT role, scope_kind AS "scopeKind", scope_id AS "scopeId", provider_id AS "providerId" FROM role_assignment WHERE person_id = ${personId} AND ended_at IS NULL`,
    );
  }

  private async view(read: Reader, actor: Actor): Promise<SessionView> {
    const [row] = await read.query<Row>(sql`${CURRENT} WHERE s.id = ${actor.sessionId}`);
    const { givenName, familyName, roles, expiresAt, ...rest } = found(row);
    const staffed = reachOf(actor, 'accounts:invite').providers;
    const providers = await this.namesOf(read, staffed);
    return {
      ...rest,
      person: { id: actor.personId, name: joinedName({ givenName, familyName }), initials: initialsOf(givenName, familyName) },
      roles,
      can: [...actor.reach.keys()].sort(),
      home: homeOf(roles),
      expiresAt: expiresAt.toISOString(),
      provider: providers[0] ?? (await this.organiserOf(read, actor.personId)),
      providers,
      demo: this.settings.demo,
    };
  }

  /** The provider whose cohorts and people somebody's roles are about, where that is one: it runs what they take part in, and its name stands above. */
  private async organiserOf(read: Reader, personId: string): Promise<Organiser | null> {
    const rows = await read.query<Organiser>(
      sql`SELECT DISTINCT v.id, v.name, v.contact_email AS contact
            FROM role_assignment r
            LEFT JOIN scope s ON s.kind = 'cohort' AND r.scope_kind = 'cohort' AND s.id = r.scope_id
            JOIN provider v ON v.id = CASE WHEN s.provider_id IS NOT NULL THEN s.provider_id WHEN r.provider_id IS NOT NULL THEN r.provider_id WHEN r.scope_kind = 'provider' THEN r.scope_id END
           WHERE r.person_id = ${personId} AND r.ended_at IS NULL AND r.told LIMIT 2`,
    );
    return rows.length === 1 ? rows[0]! : null;
  }

  private async namesOf(read: Reader, providerIds: readonly string[]): Promise<Organiser[]> {
    if (providerIds.length === 0) return [];
    return read.query(sql`SELECT id, name, contact_email AS contact FROM provider WHERE id = ANY(${providerIds}::uuid[]) ORDER BY name`);
  }

  /** Browsers that could still be used; the newest last, as ids sort by time. */
  devices(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<DevicePage> {
    return this.db.reading(actor, async (read) => {
      const now = this.clock.now();
      const rows = await read.query<DevicePage['items'][number]>(
        sql`SELECT id, device, to_char(created_at AT TIME ZONE 'UTC', ${ISO}) AS "createdAt", to_char(last_seen_at AT TIME ZONE 'UTC', ${ISO}) AS "lastSeenAt",
                   id = ${actor.sessionId} AS current
              FROM auth_session
             WHERE account_id = ${actor.accountId} AND ended_at IS NULL AND expires_at > ${now}
               AND last_seen_at > ${now}::timestamptz - idle_minutes * interval '1 minute' AND id > ${after ?? FIRST}::uuid
             ORDER BY id LIMIT ${limit + 1}`,
      );
      return page(rows, limit, (row) => row.id);
    });
  }
}

type Organiser = NonNullable<SessionView['provider']>;

interface Row {
  givenName: string;
  familyName: string;
  email: string;
  hasPassword: boolean;
  idleMinutes: number;
  expiresAt: Date;
  roles: (Grant & { scopeName: string | null; providerName: string | null })[];
}

const initialsOf = (...names: string[]): string => names.map((name) => [...name.trim()][0]?.toUpperCase() ?? '').join('');

const CURRENT = sql`
  SELECT p.given_name AS "givenName", p.family_name AS "familyName", a.email, a.password_hash IS NOT NULL AS "hasPassword",
         s.idle_minutes AS "idleMinutes", s.expires_at AS "expiresAt",
         coalesce((
           SELECT json_agg(json_build_object('role', r.role, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id,
                                             'scopeName', ${PLACE_NAME}, 'providerName', through.name) ORDER BY r.granted_at, r.id)
             FROM role_assignment r
             ${placeOf('r')}
             LEFT JOIN provider through ON through.id = r.provider_id
            WHERE r.person_id = p.id AND r.ended_at IS NULL AND r.told
         ), '[]'::json) AS roles
    FROM auth_session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id`;

const ISO = sql`'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
