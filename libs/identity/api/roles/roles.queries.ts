import { Injectable } from '@nestjs/common';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import type { Role, ScopeKind } from '@waymark/shared/kernel/roles';

/** A role, whose, and where. `scopeId` is null at the installation; at an organisation `providerId` is through which provider. */
export interface RoleAt {
  personId: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
  providerId?: string | null | undefined;
}

/** The same role for several people. `told: false` when they are not to know of it yet. */
export type RoleForMany = Omit<RoleAt, 'personId'> & { told?: boolean };

/** What is kept of `providerId`: other places than organisations say themselves whose they are. */
export const throughOf = ({ scopeKind, providerId }: Pick<RoleAt, 'scopeKind' | 'providerId'>): string | null =>
  scopeKind === 'organisation' ? (providerId ?? null) : null;

/** That a row of alias `r` is this role. */
export const isRole = (role: RoleAt): Sql => sql`
  r.person_id = ${role.personId} AND r.role = ${role.role} AND r.scope_kind = ${role.scopeKind}
  AND r.scope_id IS NOT DISTINCT FROM ${role.scopeId}::uuid AND r.provider_id IS NOT DISTINCT FROM ${throughOf(role)}::uuid AND r.ended_at IS NULL`;

export interface Administrator {
  personId: string;
  scopeKind: ScopeKind;
  /** Can sign in. */
  works: boolean;
}

@Injectable()
export class RolesQueries {
  /** Answers the roles that are new: who holds one already keeps it. */
  grant(
    tx: Tx,
    personIds: readonly string[],
    { role, scopeKind, scopeId, providerId, told = true }: RoleForMany,
    by: string,
  ): Promise<{ id: string; personId: string }[]> {
    const ids = personIds.map(() => newId());
    return tx.query(
      sql`INSERT INTO role_assignment (id, person_id, role, scope_kind, scope_id, provider_id, granted_by, granted_at, told)
          SELECT g.id, g.person_id, ${role}, ${scopeKind}, ${scopeId}::uuid, ${throughOf({ scopeKind, providerId })}::uuid, ${by}::uuid, ${tx.clock.now()}::timestamptz, ${told}
            FROM unnest(${ids}::uuid[], ${personIds}::uuid[]) AS g(id, person_id)
          ON CONFLICT (person_id, role, scope_kind, scope_id, provider_id) WHERE ended_at IS NULL DO NOTHING RETURNING id, person_id AS "personId"`,
    );
  }

  async tell(tx: Tx, personIds: readonly string[], { role, scopeKind, scopeId, providerId }: Omit<RoleAt, 'personId'>): Promise<void> {
    await tx.query(
      sql`UPDATE role_assignment r SET told = true
           WHERE r.person_id = ANY (${personIds}::uuid[]) AND NOT r.told AND r.role = ${role} AND r.scope_kind = ${scopeKind}
             AND r.scope_id IS NOT DISTINCT FROM ${scopeId}::uuid AND r.provider_id IS NOT DISTINCT FROM ${throughOf({ scopeKind, providerId })}::uuid
             AND r.ended_at IS NULL`,
    );
  }

  /** Answers the id of the role that ended, if they held it. */
  async end(tx: Tx, role: RoleAt): Promise<string | undefined> {
    const [ended] = await tx.query<{ id: string }>(
      sql`UPDATE role_assignment r SET ended_at = ${tx.clock.now()} WHERE ${isRole(role)} RETURNING r.id`,
    );
    return ended?.id;
  }

  /** Who of them is signed in is signed out after so many idle minutes at most. */
  async shortenSessions(tx: Tx, personIds: readonly string[], minutes: number): Promise<void> {
    await tx.query(sql`SELECT waymark_shorten_sessions(${personIds}::uuid[], ${minutes})`);
  }

  /** Where somebody is an administrator. */
  administeredBy(tx: Tx, personId: string): Promise<Pick<RoleAt, 'scopeKind' | 'scopeId'>[]> {
    return tx.query(
      sql`SELECT scope_kind AS "scopeKind", scope_id AS "scopeId" FROM role_assignment
           WHERE person_id = ${personId} AND role = 'administrator' AND ended_at IS NULL ORDER BY scope_kind, scope_id`,
    );
  }

  /** Locks the administrators of a place, in one order. */
  async lockAdministrators(tx: Tx, place: Pick<RoleAt, 'scopeKind' | 'scopeId'>): Promise<void> {
    await tx.query(sql`SELECT r.id ${administratorsOf(place)} ORDER BY r.id FOR UPDATE OF r`);
  }

  administrators(tx: Tx, place: Pick<RoleAt, 'scopeKind' | 'scopeId'>): Promise<Administrator[]> {
    return tx.query(
      sql`SELECT r.person_id AS "personId", r.scope_kind AS "scopeKind",
                 EXISTS (SELECT 1 FROM account a WHERE a.person_id = r.person_id AND a.disabled_at IS NULL) AS works ${administratorsOf(place)}`,
    );
  }

  async providerOfCohort(tx: Tx, cohortId: string | null): Promise<string | null> {
    const [scope] = await tx.query<{ providerId: string }>(
      sql`SELECT provider_id AS "providerId" FROM scope WHERE kind = 'cohort' AND id = ${cohortId}`,
    );
    return scope?.providerId ?? null;
  }
}

/** A provider's can also be helped by those of the installation, so these count for it. */
const administratorsOf = ({ scopeKind, scopeId }: Pick<RoleAt, 'scopeKind' | 'scopeId'>): Sql => sql`
    FROM role_assignment r
   WHERE r.role = 'administrator' AND r.ended_at IS NULL
     AND ((r.scope_kind = ${scopeKind} AND r.scope_id IS NOT DISTINCT FROM ${scopeId}::uuid) OR r.scope_kind = 'installation')`;
