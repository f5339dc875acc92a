import { NATIONS, type Nation } from '@waymark/catalogue/domain/calendar';
import { dayWords, type CohortView } from '../cohort-words';

/** The settings of a cohort as they stand in the boxes of the form. */
interface SettingsDraft {
  name: string;
  code: string;
  place: string;
  nation: Nation;
  venueId: string;
  leadId: string;
  startsOn: string;
  endsOn: string;
  capacity: number;
  minViable: number;
  goDecisionOn: string;
}

export const SETTINGS_LABELS: Record<keyof SettingsDraft, string> = {
  name: 'Name',
  code: 'Code',
  place: 'Place',
  nation: 'Nation',
  venueId: 'Venue',
  leadId: 'Lead',
  startsOn: 'First day',
  endsOn: 'Last day',
  capacity: 'Places',
  minViable: 'Minimum number of people',
  goDecisionOn: 'Decision date',
};

/** In the order of the form. */
export const SETTINGS_FIELDS: readonly (keyof SettingsDraft)[] = [
  'name',
  'code',
  'place',
  'venueId',
  'nation',
  'leadId',
  'startsOn',
  'endsOn',
  'capacity',
  'minViable',
  'goDecisionOn',
];

/** From what was read, or from the settings alone, as a refused edit brings them back. */
export function settingsOf(view: Partial<CohortView> & { venueId?: string | null; leadId?: string | null } = {}): SettingsDraft {
  return {
    name: view.name ?? '',
    code: view.code ?? '',
    place: view.place ?? '',
    nation: view.nation ?? 'ENG',
    venueId: view.venue?.id ?? view.venueId ?? '',
    leadId: view.lead?.id ?? view.leadId ?? '',
    startsOn: view.startsOn ?? '',
    endsOn: view.endsOn ?? '',
    capacity: view.capacity ?? NaN,
    minViable: view.minViable ?? NaN,
    goDecisionOn: view.goDecisionOn ?? '',
  };
}

export const settingsBody = (draft: SettingsDraft) => ({
  ...draft,
  venueId: draft.venueId || null,
  leadId: draft.leadId || null,
  goDecisionOn: draft.goDecisionOn || null,
});

/** A field as people read it, where two have changed the same. */
export function settingsWords(field: keyof SettingsDraft, draft: SettingsDraft, view: CohortView): string {
  if (field === 'nation') return NATIONS[draft.nation];
  if (field === 'venueId') return draft.venueId ? (view.venue?.id === draft.venueId ? view.venue.name : 'Another venue') : 'No venue';
  if (field === 'leadId') return draft.leadId ? (view.lead?.id === draft.leadId ? view.lead.name : 'Someone else') : 'No one';
  if (field === 'startsOn' || field === 'endsOn' || field === 'goDecisionOn')
    return /^\d{4}-\d{2}-\d{2}$/.test(draft[field]) ? dayWords(draft[field]) : draft[field];
  return String(draft[field]);
}
