import type { DomainDemo } from '@waymark/shared/api/demo';
import { importOrganisations } from './organisations';
import { addJob, importPeople } from './people';

export const peopleDemo: DomainDemo = { scenarios: [importOrganisations, importPeople, addJob] };
