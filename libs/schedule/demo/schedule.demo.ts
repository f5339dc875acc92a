import type { DomainDemo } from '@waymark/shared/api/demo';
import { accounts } from './accounts';
import { bookRooms, inviteFacilitator, planEssex } from './essex';
import { twoDayCohorts } from './two-day-cohorts';

export const scheduleDemo: DomainDemo = { accounts, scenarios: [...twoDayCohorts, bookRooms, planEssex, inviteFacilitator] };
