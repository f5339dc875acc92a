import type { DomainDemo } from '@waymark/shared/api/demo';
import { accounts } from './accounts';
import { inviteParticipant, makeCambridgeshire, makeEssex, makeNorfolk, makeSuffolk } from './cohorts';
import { stages } from './stages';

export const cohortsDemo: DomainDemo = {
  accounts,
  scenarios: [makeCambridgeshire, makeNorfolk, makeSuffolk, makeEssex, inviteParticipant, ...stages],
};
