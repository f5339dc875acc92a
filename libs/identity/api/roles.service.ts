import { Injectable } from '@nestjs/common';
import type { Tx } from '@waymark/shared/api/tx';
import { must } from '@waymark/shared/kernel/refusal';
import { lastAdministratorRefusals } from '@waymark/identity/domain/granting';
import { idleMinutesOf, type Grant } from '@waymark/identity/domain/permissions';
import { RolesQueries, throughOf, type Administrator, type RoleAt, type RoleForMany } from './roles/roles.queries';

/**
 * Gives and ends roles inside the caller's transaction, once however often it is asked. It asks nobody's permission: whoever calls has judged that.
 * Both take hold with the next request of that person, signed in or not.
 */
@Injectable()
export class RolesService {
  constructor(private readonly queries: RolesQueries) {}

  /** `by` when the actor is not who gives the role, as when an invitation is accepted. Answers whether the role is new. */
  async grant(tx: Tx, { personId, ...wish }: RoleAt, by: string = tx.actor.personId): Promise<boolean> {
    return (await this.grantAll(tx, [personId], wish, by)) === 1;
  }

  /** The same role for many people. Answers how many did not have it. */
  async grantAll(tx: Tx, personIds: readonly string[], wish: RoleForMany, by: string = tx.actor.personId): Promise<number> {
    const made = await this.queries.grant(tx, personIds, wish, by);
    if (wish.told !== false) await this.tell(tx, personIds, wish);
    if (made.length === 0) return 0;
    const place = await this.placeOf(tx, wish);
    await tx.recordAll(
      'role.granted',
      made.map(({ id, personId }) => ({ subjectId: id, facts: factsOf({ personId, ...wish }), ...place })),
    );
    // Somebody who now sees other people's data is signed out sooner, also where they are signed in already.
    const minutes = idleMinutesOf([wish as Grant]);
    await this.queries.shortenSessions(
      tx,
      made.map(({ personId }) => personId),
      minutes,
    );
    return made.length;
  }

  /** Lets these people see a role that they hold and were not told of. */
  tell(tx: Tx, personIds: readonly string[], wish: Omit<RoleAt, 'personId'>): Promise<void> {
    return this.queries.tell(tx, personIds, wish);
  }

  /** Answers whether there was such a role. Refuses to end the last administrator. */
  async end(tx: Tx, wish: RoleAt): Promise<boolean> {
    if (wish.role === 'administrator') {
      await this.keepOneAdministrator(tx, wish, ({ personId, scopeKind }) => personId === wish.personId && scopeKind === wish.scopeKind);
    }
    const ended = await this.queries.end(tx, wish);
    if (!ended) return false;
    await tx.record('role.ended', ended, factsOf(wish), await this.placeOf(tx, wish));
    return true;
  }

  /** Refuses when this person is the last administrator anywhere: before an account is closed. */
  async mustLeaveAdministrators(tx: Tx, personId: string): Promise<void> {
    const held = await this.queries.administeredBy(tx, personId);
    for (const place of held) await this.keepOneAdministrator(tx, place, (holder) => holder.personId === personId);
  }

  /** Two administrators who remove each other at once wait here, and the second finds that they are the last. */
  private async keepOneAdministrator(
    tx: Tx,
    place: Pick<RoleAt, 'scopeKind' | 'scopeId'>,
    goes: (holder: Administrator) => boolean,
  ): Promise<void> {
    await this.queries.lockAdministrators(tx, place);
    // Read after the wait: an account that was closed meanwhile left the role as it is, so the locking statement would not see it.
    const holders = await this.queries.administrators(tx, place);
    if (!holders.some(goes)) return;
    must(lastAdministratorRefusals({ others: holders.filter((holder) => !goes(holder) && holder.works).length }));
  }

  /** Whose administrators read of it: those of the provider that the role reaches. */
  private async placeOf(
    tx: Tx,
    { scopeKind, scopeId, providerId }: Omit<RoleAt, 'personId'>,
  ): Promise<{ providerId?: string | null; cohortId?: string | null }> {
    if (scopeKind === 'provider') return { providerId: scopeId };
    if (scopeKind !== 'cohort') return { providerId: throughOf({ scopeKind, providerId }) };
    return { providerId: await this.queries.providerOfCohort(tx, scopeId), cohortId: scopeId };
  }
}

const factsOf = ({ personId, role, scopeKind, scopeId }: RoleAt) => ({ personId, role, scopeKind, scopeId });
