import type { DomainDemo } from '@waymark/shared/api/demo';
import { addFacilitators } from './facilitators';
import { addFirstProgramme, addProgrammes } from './programmes';
import { addVenues } from './venues';

export const catalogueDemo: DomainDemo = { scenarios: [addProgrammes, addFirstProgramme, addVenues, addFacilitators] };
