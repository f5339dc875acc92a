import type { Demo } from '@waymark/shared/api/demo';
import { PERSON, PROVIDER } from '@waymark/people/demo/made';
import { RoleAssignmentsService } from '../api/roles/role-assignments.service';

/** Sam gives people the facilitator's role at a cohort, so that they see it once they have an account. */
export async function giveFacilitators(demo: Demo, cohortId: string, names: readonly string[]): Promise<void> {
  const sam = await demo.as('Sam Okoro');
  for (const name of names) {
    await demo.service(RoleAssignmentsService).assign(sam, {
      personId: demo.the(PERSON, name),
      providerId: demo.the(PROVIDER, 'Eastern Talent Partnership'),
      role: 'facilitator',
      scopeKind: 'cohort',
      scopeId: cohortId,
    });
  }
}
