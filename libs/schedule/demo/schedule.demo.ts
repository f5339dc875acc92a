import type { DomainDemo } from '@waymark/shared/api/demo';
import { accounts } from './accounts';
import { bookRooms, inviteFacilitator, planEssex } from './essex';
import { running } from './running';

export const scheduleDemo: DomainDemo = { accounts, scenarios: [...running, bookRooms, planEssex, inviteFacilitator] };
