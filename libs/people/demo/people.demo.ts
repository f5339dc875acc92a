import type { DomainDemo } from '@waymark/shared/api/demo';
import { importOrganisations, leaveOne, proposeChanges } from './organisations';
import { addJob, importPeople } from './people';

export const peopleDemo: DomainDemo = { scenarios: [importOrganisations, importPeople, addJob, proposeChanges, leaveOne] };
