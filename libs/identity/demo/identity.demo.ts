import type { DomainDemo } from '@waymark/shared/api/demo';
import { accounts } from './accounts';
import { inviteFirst, inviteKeeper, inviteTeam, askForSecondStep, setUp } from './beginning';

export const identityDemo: DomainDemo = { accounts, scenarios: [setUp, inviteFirst, inviteKeeper, inviteTeam, askForSecondStep] };
