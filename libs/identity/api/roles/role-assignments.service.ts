import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { cursorIn, cursorOf, page } from '@waymark/shared/api/page';
import { found, Missing } from '@waymark/shared/kernel/refusal';
import { RolesService, type RoleAt } from '../roles.service';
import { mustReachPlace } from './place';
import type { AssignRole, RoleAssignmentPage, RoleAssignmentsAsked, RoleAssignmentView } from './role-assignments.contract';

/** Who has which role at a provider and its cohorts, given and ended by hand. */
@Injectable()
export class RoleAssignmentsService {
  constructor(
    private readonly db: Db,
    private readonly roles: RolesService,
  ) {}

  list(actor: Actor, { providerId, role, after, limit }: RoleAssignmentsAsked): Promise<RoleAssignmentPage> {
    if (!mayAt(actor, 'accounts:invite', { providerId })) throw new Missing();
    const [name, id] = cursorIn(after, 2) ?? ['', null];
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<RoleAssignmentView & { key: string }>(LIST, [providerId, role ?? null, name, id, limit + 1]);
      return page(rows, limit, (row) => cursorOf(row.key, row.id));
    });
  }

  assign(actor: Actor, { personId, ...wish }: AssignRole): Promise<RoleAssignmentView> {
    return this.db.tx(actor, async (tx) => {
      await mustReachPlace(tx, 'roles:edit', wish);
      const reach = reachOf(actor, 'roles:edit');
      const [known] = await tx.query(
        'SELECT 1 FROM person p WHERE p.id = $1 AND ($3::boolean OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = p.id AND k.provider_id = ANY($2::uuid[])))',
        [personId, reach.providers, reach.all],
      );
      found(known);
      const role: RoleAt = { personId, role: wish.role, scopeKind: wish.scopeKind, scopeId: wish.scopeId };
      await this.roles.grant(tx, role);
      return this.one(tx, role);
    });
  }

  end(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const [row] = await tx.query<RoleAt & { providerId: string | null }>(PLACE, [id]);
      const { providerId, ...role } = found(row);
      const at = { providerId, cohortId: role.scopeKind === 'cohort' ? role.scopeId : null };
      // A role at an organisation is within reach of a provider that knows the person.
      const [known] =
        role.scopeKind === 'organisation'
          ? await tx.query('SELECT 1 FROM person_provider WHERE person_id = $1 AND provider_id = ANY($2::uuid[])', [
              role.personId,
              reachOf(actor, 'roles:edit').providers,
            ])
          : [];
      if (!known && !mayAt(actor, 'roles:edit', at)) throw new Missing();
      await this.roles.end(tx, role);
    });
  }

  private async one(read: Reader, { personId, role, scopeKind, scopeId }: RoleAt): Promise<RoleAssignmentView> {
    const [row] = await read.query<RoleAssignmentView>(
      `${VIEW} WHERE r.person_id = $1 AND r.role = $2 AND r.scope_kind = $3 AND r.scope_id IS NOT DISTINCT FROM $4::uuid AND r.ended_at IS NULL`,
      [personId, role, scopeKind, scopeId],
    );
    return found(row);
  }
}

const VIEW = `
  SELECT r.id, r.person_id AS "personId", concat_ws(' ', p.given_name, p.family_name) AS name, r.role, r.scope_kind AS "scopeKind",
         r.scope_id AS "scopeId", coalesce(v.name, o.short_name, c.name) AS "scopeName",
         to_char(r.granted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "grantedAt",
         CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'email', a.email, 'closed', a.disabled_at IS NOT NULL) END AS account,
         waymark_fold(p.family_name || ' ' || p.given_name) AS key
    FROM role_assignment r
    JOIN person p ON p.id = r.person_id
    LEFT JOIN account a ON a.person_id = p.id
    LEFT JOIN provider v ON r.scope_kind = 'provider' AND v.id = r.scope_id
    LEFT JOIN organisation o ON r.scope_kind = 'organisation' AND o.id = r.scope_id
    LEFT JOIN cohort c ON r.scope_kind = 'cohort' AND c.id = r.scope_id`;

const LIST = `
  ${VIEW}
   WHERE r.ended_at IS NULL AND r.role IS NOT DISTINCT FROM coalesce($2, nullif(r.role, 'participant'))
     AND (
       (r.scope_kind = 'provider' AND r.scope_id = $1)
       OR (r.scope_kind = 'cohort' AND r.scope_id IN (SELECT id FROM cohort WHERE provider_id = $1))
       OR (r.scope_kind = 'organisation' AND EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = r.person_id AND k.provider_id = $1))
     )
     AND ($4::uuid IS NULL OR (waymark_fold(p.family_name || ' ' || p.given_name), r.id) > ($3, $4::uuid))
   ORDER BY key, r.id LIMIT $5`;

const PLACE = `
  SELECT r.person_id AS "personId", r.role, r.scope_kind AS "scopeKind", r.scope_id AS "scopeId",
         coalesce(c.provider_id, CASE WHEN r.scope_kind = 'provider' THEN r.scope_id END) AS "providerId"
    FROM role_assignment r LEFT JOIN cohort c ON r.scope_kind = 'cohort' AND c.id = r.scope_id
   WHERE r.id = $1`;
