import { Injectable } from '@nestjs/common';
import type { Tx } from '@waymark/shared/api/tx';
import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Role, ScopeKind } from '@waymark/shared/kernel/roles';

/** Somebody who is being invited to a role in a place. */
interface Invited {
  personId: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
}

type Follower = (tx: Tx, invited: Invited) => Promise<void>;

/** Who does something in the transaction that invites somebody: what they are told of by it is theirs to see from then on. */
@Injectable()
export class InvitationFollowers {
  private readonly followers: Follower[] = [];

  add(follower: Follower): void {
    this.followers.push(follower);
  }

  async made(tx: Tx, invited: Invited): Promise<void> {
    for (const follower of this.followers) await follower(tx, invited);
  }
}

/** Which of these people have been invited to take part in a cohort, and whose invitation was not withdrawn. */
export async function invitedToTakePart(read: Reader, cohortId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await read.query<{ personId: string }>(
    sql`SELECT DISTINCT i.person_id AS "personId" FROM invitation i
         WHERE i.person_id = ANY (${personIds}::uuid[]) AND i.role = 'participant' AND i.scope_kind = 'cohort' AND i.scope_id = ${cohortId}
           AND i.revoked_at IS NULL`,
  );
  return rows.map(({ personId }) => personId);
}
