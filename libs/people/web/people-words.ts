import type { components } from '@waymark/shared/client/schema';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import type { Option } from '@waymark/shared/ui/field/options';

type Schemas = components['schemas'];
export type Sector = Schemas['OrganisationLine']['sector'];
export type Nation = NonNullable<Schemas['OrganisationLine']['nation']>;

const SECTOR: Record<Sector, string> = {
  council: 'Council',
  health: 'Health',
  police: 'Police',
  fire: 'Fire and rescue',
  charity: 'Charity',
  education: 'Education',
  central_government: 'Central government',
  other: 'Other',
};
const NATION: Record<Nation, string> = { ENG: 'England', WLS: 'Wales', SCT: 'Scotland', NIR: 'Northern Ireland' };

const optionsOf = <Value extends string>(words: Record<Value, string>): (Option & { value: Value })[] =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
export const SECTORS = optionsOf(SECTOR);
export const NATIONS = optionsOf(NATION);
export const sectorName = (sector: Sector): string => SECTOR[sector];
export const nationName = (nation: Nation | null): string => (nation ? NATION[nation] : '');

export const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }): string => `${givenName} ${familyName}`.trim();

/** "From 1 April 2023", "1 April 2021 to 31 March 2023", "Until 31 March 2023", or nothing where neither day is known. */
export function datesOf(from: string | null, to: string | null): string {
  if (from && to) return `${dayOf(from)} to ${dayOf(to)}`;
  return from ? `From ${dayOf(from)}` : to ? `Until ${dayOf(to)}` : '';
}

export const dayOf = (day: string): string => longDate(day as LocalDate);

/** The day of a moment, on the clock of Europe/London. */
export const momentDay = (iso: string): string => longDate(wallDate(toWall(new Date(iso))));
