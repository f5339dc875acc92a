import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { cursorIn, cursorOf, page } from '@waymark/shared/api/page';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { found, Missing } from '@waymark/shared/kernel/refusal';
import { sortNameOf } from '@waymark/people/api/people.sql';
import { isRole, type RoleAt } from './roles.queries';
import type { RoleAssignmentPage, RoleAssignmentsAsked, RoleAssignmentView } from './role-assignments.contract';
import { PLACE_NAME, PLACE_PROVIDER, placeOf } from './place.sql';

@Injectable()
export class RoleAssignmentsQueries {
  constructor(private readonly db: Db) {}

  /** Without a role, everybody's but the participants'. */
  list(actor: Actor, { providerId, role, after, limit }: RoleAssignmentsAsked): Promise<RoleAssignmentPage> {
    if (providerId === undefined ? !reachOf(actor, 'roles:edit').all : !mayAt(actor, 'accounts:invite', { providerId }))
      throw new Missing();
    const there = providerId === undefined ? sql`r.scope_kind = 'installation'` : rolesAt(providerId);
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<RoleAssignmentView & { key: string }>(
        sql`${VIEW}
             WHERE r.ended_at IS NULL AND ${role ? sql`r.role = ${role}` : sql`r.role <> 'participant'`}
               AND ${there}
               ${sql.when(cursorIn(after, 2), ([key, id]) => sql`AND (${KEY}, r.id) > (${key}::text, ${id}::uuid)`)}
             ORDER BY key, r.id LIMIT ${limit + 1}`,
      );
      return page(rows, limit, (row) => cursorOf(row.key, row.id));
    });
  }

  async one(read: Reader, role: RoleAt): Promise<RoleAssignmentView> {
    const [row] = await read.query<RoleAssignmentView>(sql`${VIEW} WHERE ${isRole(role)}`);
    return found(row);
  }

  /** A role by its id, and the provider that it reaches, if not the whole installation. */
  async placed(read: Reader, id: string): Promise<RoleAt & { providerId: string | null }> {
    const [row] = await read.query<RoleAt & { providerId: string | null }>(
      sql`SELECT r.person_id AS "personId", r.role, r.scope_kind AS "scopeKind", r.scope_id AS "scopeId",
                 ${PLACE_PROVIDER} AS "providerId"
            FROM role_assignment r ${placeOf('r')}
           WHERE r.id = ${id}`,
    );
    return found(row);
  }

  /** Is this person known to a provider whose roles the actor edits? Whoever edits every role there is may give one to anybody. */
  async mustBeKnownToEditor(tx: Tx, personId: string): Promise<void> {
    const reach = reachOf(tx.actor, 'roles:edit');
    const known = sql`EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = p.id AND ${within(reach, 'k.provider_id')})`;
    found((await tx.query(sql`SELECT 1 FROM person p WHERE p.id = ${personId} AND (${reach.all}::boolean OR ${known})`))[0]);
  }
}

/** At a provider, at its cohorts, and through it at organisations. */
const rolesAt = (providerId: string): Sql => sql`(
  (r.scope_kind = 'provider' AND r.scope_id = ${providerId})
  OR r.scope_id IN (SELECT id FROM scope WHERE provider_id = ${providerId})
  OR (r.scope_kind = 'organisation' AND r.provider_id = ${providerId}))`;

const KEY = sortNameOf('p');

const VIEW = sql`
  SELECT r.id, r.person_id AS "personId", ${nameOf('p')} AS name, r.role, r.scope_kind AS "scopeKind",
         r.scope_id AS "scopeId", ${PLACE_NAME} AS "scopeName",
         to_char(r.granted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "grantedAt",
         CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'email', a.email, 'closed', a.disabled_at IS NOT NULL,
                    'secondStep', EXISTS (SELECT 1 FROM totp_factor t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL)
                               OR EXISTS (SELECT 1 FROM passkey k WHERE k.account_id = a.id)) END AS account,
         ${KEY} AS key
    FROM role_assignment r
    JOIN person p ON p.id = r.person_id
    LEFT JOIN account a ON a.person_id = p.id
    ${placeOf('r')}`;
