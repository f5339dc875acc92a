import { Injectable } from '@nestjs/common';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import type { Role, ScopeKind } from '@waymark/shared/kernel/roles';
import { lastAdministratorRefusals } from '@waymark/identity/domain/granting';
import { idleMinutesOf, type Grant } from '@waymark/identity/domain/permissions';

/** A role, whose, and where. `scopeId` is null at the installation. */
export interface RoleAt {
  personId: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
}

/**
 * Gives and ends roles inside the caller's transaction, once however often it is asked. It asks nobody's permission: whoever calls has judged that.
 * Both take hold with the next request of that person, signed in or not.
 */
@Injectable()
export class RolesService {
  /** `by` when the actor is not who gives the role, as when an invitation is accepted. Answers whether the role is new. */
  async grant(tx: Tx, wish: RoleAt, by: string = tx.actor.personId): Promise<boolean> {
    const [made] = await tx.query<{ id: string }>(GRANT, [
      newId(),
      wish.personId,
      wish.role,
      wish.scopeKind,
      wish.scopeId,
      by,
      tx.clock.now(),
    ]);
    if (!made) return false;
    await tx.record('role.granted', made.id, { ...wish }, await this.placeOf(tx, wish));
    // Somebody who now sees other people's data is signed out sooner, also where they are signed in already.
    await tx.query(SHORTEN, [wish.personId, idleMinutesOf([wish as Grant])]);
    return true;
  }

  /** Answers whether there was such a role. Refuses to end the last administrator. */
  async end(tx: Tx, wish: RoleAt): Promise<boolean> {
    if (wish.role === 'administrator') {
      await this.keepOneAdministrator(tx, wish, ({ personId, scopeKind }) => personId === wish.personId && scopeKind === wish.scopeKind);
    }
    const [ended] = await tx.query<{ id: string }>(END, [wish.personId, wish.role, wish.scopeKind, wish.scopeId, tx.clock.now()]);
    if (!ended) return false;
    await tx.record('role.ended', ended.id, { ...wish }, await this.placeOf(tx, wish));
    return true;
  }

  /** Refuses when this person is the last administrator anywhere: before an account is closed. */
  async mustLeaveAdministrators(tx: Tx, personId: string): Promise<void> {
    const held = await tx.query<{ scopeKind: ScopeKind; scopeId: string | null }>(HELD, [personId]);
    for (const place of held) await this.keepOneAdministrator(tx, place, (holder) => holder.personId === personId);
  }

  /** Two administrators who remove each other at once wait here, and the second finds that they are the last. */
  private async keepOneAdministrator(
    tx: Tx,
    place: Pick<RoleAt, 'scopeKind' | 'scopeId'>,
    goes: (holder: Administrator) => boolean,
  ): Promise<void> {
    await tx.query(LOCK_ADMINISTRATORS, [place.scopeKind, place.scopeId]);
    // Read after the wait: an account that was closed meanwhile left the role as it is, so the locking statement would not see it.
    const holders = await tx.query<Administrator>(ADMINISTRATORS, [place.scopeKind, place.scopeId]);
    if (!holders.some(goes)) return;
    must(lastAdministratorRefusals({ others: holders.filter((holder) => !goes(holder) && holder.works).length }));
  }

  private async placeOf(tx: Tx, { scopeKind, scopeId }: RoleAt): Promise<{ providerId?: string | null; cohortId?: string | null }> {
    if (scopeKind === 'provider') return { providerId: scopeId };
    if (scopeKind !== 'cohort') return {};
    const [cohort] = await tx.query<{ providerId: string }>('SELECT provider_id AS "providerId" FROM cohort WHERE id = $1', [scopeId]);
    return { providerId: cohort?.providerId ?? null, cohortId: scopeId };
  }
}

interface Administrator {
  personId: string;
  scopeKind: ScopeKind;
  /** Can sign in. */
  works: boolean;
}

const HELD = `
  SELECT scope_kind AS "scopeKind", scope_id AS "scopeId" FROM role_assignment
   WHERE person_id = $1 AND role = 'administrator' AND ended_at IS NULL ORDER BY scope_kind, scope_id`;

const GRANT = `
  INSERT INTO role_assignment (id, person_id, role, scope_kind, scope_id, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (person_id, role, scope_kind, scope_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`;

const END = `
  UPDATE role_assignment SET ended_at = $5
   WHERE person_id = $1 AND role = $2 AND scope_kind = $3 AND scope_id IS NOT DISTINCT FROM $4::uuid AND ended_at IS NULL RETURNING id`;

const SHORTEN = `
  UPDATE auth_session s SET idle_minutes = least(s.idle_minutes, $2) FROM account a
   WHERE a.id = s.account_id AND a.person_id = $1 AND s.ended_at IS NULL AND s.idle_minutes > $2`;

/** A provider's can also be helped by those of the installation, so these count for it. */
const OF_PLACE = `
    FROM role_assignment r
   WHERE r.role = 'administrator' AND r.ended_at IS NULL
     AND ((r.scope_kind = $1 AND r.scope_id IS NOT DISTINCT FROM $2::uuid) OR r.scope_kind = 'installation')`;

/** Of one place, in one order. */
const LOCK_ADMINISTRATORS = `SELECT r.id ${OF_PLACE} ORDER BY r.id FOR UPDATE OF r`;

const ADMINISTRATORS = `
  SELECT r.person_id AS "personId", r.scope_kind AS "scopeKind",
         EXISTS (SELECT 1 FROM account a WHERE a.person_id = r.person_id AND a.disabled_at IS NULL) AS works ${OF_PLACE}`;
