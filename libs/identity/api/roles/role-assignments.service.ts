import { Injectable } from '@nestjs/common';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Missing } from '@waymark/shared/kernel/refusal';
import { RolesService } from '../roles.service';
import { mustReachPlace } from './place';
import type { AssignRole, RoleAssignmentView } from './role-assignments.contract';
import { RoleAssignmentsQueries } from './role-assignments.queries';
import type { RoleAt } from './roles.queries';

/** Who has which role at a provider, at its cohorts, and through it at organisations, given and ended by hand. */
@Injectable()
export class RoleAssignmentsService {
  constructor(
    private readonly db: Db,
    private readonly roles: RolesService,
    private readonly queries: RoleAssignmentsQueries,
  ) {}

  assign(actor: Actor, { personId, ...wish }: AssignRole): Promise<RoleAssignmentView> {
    return this.db.tx(actor, async (tx) => {
      await mustReachPlace(tx, 'roles:edit', wish);
      await this.queries.mustBeKnownToEditor(tx, personId);
      const role: RoleAt = { personId, ...wish };
      await this.roles.grant(tx, role);
      return this.queries.one(tx, role);
    });
  }

  end(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const role = await this.queries.placed(tx, id);
      const at = { providerId: role.providerId, cohortId: role.scopeKind === 'cohort' ? role.scopeId : null };
      if (!mayAt(actor, 'roles:edit', at)) throw new Missing();
      await this.roles.end(tx, role);
    });
  }
}
