import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { FIRST, page } from '@waymark/shared/api/page';
import { Settings } from '@waymark/shared/api/settings';
import { found } from '@waymark/shared/kernel/refusal';
import { homeOf, type Grant } from '@waymark/identity/domain/permissions';
import type { DevicePage, SessionView } from './session.contract';

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

  private async view(read: Reader, actor: Actor): Promise<SessionView> {
    const [row] = await read.query<Row>(CURRENT, [actor.sessionId]);
    const { givenName, familyName, roles, expiresAt, ...rest } = found(row);
    const staffed = reachOf(actor, 'accounts:invite').providers;
    const providers = staffed.length > 0 ? await read.query<{ id: string; name: string }>(PROVIDERS, [staffed]) : [];
    return {
      ...rest,
      person: { id: actor.personId, name: `${givenName} ${familyName}`, initials: initialsOf(givenName, familyName) },
      roles,
      can: [...actor.reach.keys()].sort(),
      home: homeOf(roles),
      expiresAt: expiresAt.toISOString(),
      provider: providers[0] ?? null,
      providers,
      demo: this.settings.demo,
    };
  }

  devices(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<DevicePage> {
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<DevicePage['items'][number]>(DEVICES, [
        actor.accountId,
        actor.sessionId,
        this.clock.now(),
        after ?? FIRST,
        limit + 1,
      ]);
      return page(rows, limit, (row) => row.id);
    });
  }
}

interface Row {
  givenName: string;
  familyName: string;
  email: string;
  hasPassword: boolean;
  idleMinutes: number;
  expiresAt: Date;
  roles: (Grant & { scopeName: string | null })[];
}

const initialsOf = (...names: string[]): string => names.map((name) => [...name.trim()][0]?.toUpperCase() ?? '').join('');

const CURRENT = `
  SELECT p.given_name AS "givenName", p.family_name AS "familyName", a.email, a.password_hash IS NOT NULL AS "hasPassword",
         s.idle_minutes AS "idleMinutes", s.expires_at AS "expiresAt",
         coalesce((
           SELECT json_agg(json_build_object('role', r.role, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id,
                                             'scopeName', coalesce(v.name, o.short_name, c.name)) ORDER BY r.granted_at, r.id)
             FROM role_assignment r
             LEFT JOIN provider v ON r.scope_kind = 'provider' AND v.id = r.scope_id
             LEFT JOIN organisation o ON r.scope_kind = 'organisation' AND o.id = r.scope_id
             LEFT JOIN cohort c ON r.scope_kind = 'cohort' AND c.id = r.scope_id
            WHERE r.person_id = p.id AND r.ended_at IS NULL
         ), '[]'::json) AS roles
    FROM auth_session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
   WHERE s.id = $1`;

const PROVIDERS = `SELECT id, name FROM provider WHERE id = ANY($1::uuid[]) ORDER BY name`;

/** Those that could still be used; the newest last, as ids sort by time. */
const DEVICES = `
  SELECT id, device, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt",
         to_char(last_seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "lastSeenAt", id = $2 AS current
    FROM auth_session
   WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $3 AND last_seen_at > $3::timestamptz - idle_minutes * interval '1 minute' AND id > $4::uuid
   ORDER BY id LIMIT $5`;
