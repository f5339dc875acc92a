import { newId } from '@waymark/shared/kernel/ids';
import type { Tx } from '@waymark/shared/api/tx';
import { TOP_TALENT, type Template } from './blueprint';
import type { DemoPerson } from './people';
import { purposeOf } from './purposes';
import { put } from './put';

export interface Programme {
  id: string;
  blueprintId: string;
}

export async function putProgramme(
  tx: Tx,
  providerId: string,
  code: string,
  title: string,
  summary: string,
  versions: number,
  templates: Template[] = TOP_TALENT,
): Promise<Programme> {
  const id = newId();
  await put(tx, 'programme', [{ id, provider_id: providerId, title, code, summary, status: 'active', rules: {}, version: 1 }]);
  const blueprints = Array.from({ length: versions }, (_, i) => ({
    id: newId(),
    provider_id: providerId,
    programme_id: id,
    number: i + 1,
    status: 'published',
    published_at: tx.clock.now().toISOString(),
    capacity: 26,
    min_viable: 16,
    version: 1,
  }));
  await put(tx, 'blueprint', blueprints);
  await put(
    tx,
    'session_template',
    blueprints.flatMap((blueprint) =>
      templates.map((template, position) => ({
        id: newId(),
        provider_id: providerId,
        blueprint_id: blueprint.id,
        position: position + 1,
        title: template.title,
        kind: template.kind,
        purpose: purposeOf(template.title),
        day_offset: template.day,
        starts_at: template.at,
        duration: template.minutes,
        mandatory: template.mandatory ?? true,
        mode: template.mode ?? 'in_person',
        layout: template.layout ?? null,
        equipment: template.equipment ?? [],
        set_up: 0,
        clear_up: 0,
        per_group: template.perGroup ?? false,
        after_position: template.after === undefined ? null : template.after + 1,
        min_gap: 0,
      })),
    ),
  );
  return { id, blueprintId: blueprints.at(-1)!.id };
}

export interface Venue {
  id: string;
  rooms: Record<string, string>;
}

interface RoomLine {
  name: string;
  seats: number;
  stepFree: boolean;
  equipment?: string[];
}

export async function putVenue(
  tx: Tx,
  providerId: string,
  venue: { name: string; address: string; postcode: string; latitude: number; longitude: number },
  rooms: RoomLine[],
): Promise<Venue> {
  const id = newId();
  await put(tx, 'venue', [
    {
      id,
      provider_id: providerId,
      ...venue,
      nation: 'ENG',
      access: ['step_free', 'lift', 'hearing_loop', 'accessible_wc', 'parking', 'quiet_room'],
      version: 1,
    },
  ]);
  const rows = rooms.map(({ name, seats, stepFree, equipment = ['screen'] }, position) => ({
    id: newId(),
    provider_id: providerId,
    venue_id: id,
    name,
    position: position + 1,
    capacities: { theatre: seats, cabaret: Math.floor(seats * 0.8), boardroom: seats, classroom: seats, standing: seats },
    access: stepFree ? ['step_free', 'lift', 'hearing_loop'] : [],
    equipment,
    version: 1,
  }));
  await put(tx, 'room', rows);
  return { id, rooms: Object.fromEntries(rows.map((room) => [room.name, room.id])) };
}

export async function putFacilitators(tx: Tx, providerId: string, people: DemoPerson[]): Promise<Record<string, string>> {
  const rows = people.map((person) => ({
    id: newId(),
    provider_id: providerId,
    person_id: person.id,
    status: 'active',
    skills: [],
    note: '',
    version: 1,
  }));
  await put(tx, 'facilitator', rows);
  return Object.fromEntries(people.map((person, i) => [person.familyName, rows[i]!.id]));
}
