import type { APIRequestContext } from '@playwright/test';
import { read, send } from './api';
import { ESSEX } from './demo';

interface Listed<T> {
  items: T[];
}

/** A cohort of Top Talent at the first venue, on the days of the demo's Essex cohort, for journeys that need one of their own. @returns its id */
export async function makeCohort(request: APIRequestContext, place: string): Promise<string> {
  const { provider } = await read<{ provider: { id: string } }>(request, '/session');
  const programmes = await read<Listed<{ id: string; code: string; publishedId: string }>>(request, '/programmes');
  const programme = programmes.items.find(({ code }) => code === 'TT')!;
  const venues = await read<Listed<{ id: string; name: string }>>(request, '/venues');
  const { id } = await send<{ id: string }>(request, 'post', '/cohorts', {
    providerId: provider.id,
    programmeId: programme.id,
    blueprintId: programme.publishedId,
    place,
    startsOn: ESSEX.first.date,
    nation: 'ENG',
    capacity: 24,
    minViable: 12,
    ...(venues.items[0] ? { venueId: venues.items[0].id } : {}),
  });
  return id;
}
