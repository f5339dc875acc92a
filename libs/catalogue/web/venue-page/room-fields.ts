import { Component } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import { LAYOUT_CODES, ROOM_LAYOUTS, type RoomLayout } from '@waymark/catalogue/domain/layouts';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { ACCESS_OPTIONS, EQUIPMENT_OPTIONS } from '../options';

type RoomFacts = components['schemas']['AddRoom'];

/** A room as it is typed: a number of people, or none, for every layout. */
export type RoomDraft = Omit<RoomFacts, 'capacities'> & { capacities: Record<RoomLayout, number | null> };

export const EMPTY_ROOM: RoomFacts = { name: '', capacities: {}, access: [], equipment: [] };

export function roomDraftOf({ name, capacities, access, equipment }: RoomFacts): RoomDraft {
  const seats: Partial<Record<RoomLayout, number>> = capacities;
  return {
    ...{ name, access, equipment },
    capacities: Object.fromEntries(LAYOUT_CODES.map((layout) => [layout, seats[layout] ?? null])) as RoomDraft['capacities'],
  };
}

export const roomBody = (draft: RoomDraft): RoomFacts => ({ ...draft, capacities: seatsOf(draft) });

/** Layouts that the room cannot be set in are left out. */
export const seatsOf = ({ capacities }: RoomDraft): RoomFacts['capacities'] =>
  Object.fromEntries(Object.entries(capacities).filter(([, seats]) => seats !== null)) as RoomFacts['capacities'];

/** The fields of a room, in a form whose draft is a `RoomDraft`. */
@Component({
  selector: 'app-room-fields',
  imports: [Checkboxes, NumberInput, TextInput],
  template: `
    <app-text-input name="name" label="Name" />
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">Capacity by layout</legend>
      <p class="govuk-hint">Leave a layout empty if the room cannot be set up that way.</p>
      <div class="actions">
        @for (layout of layouts; track layout.value) {
          <app-number-input [name]="'capacities-' + layout.value" [label]="layout.label" [width]="5" />
        }
      </div>
    </fieldset>
    <app-checkboxes name="access" label="Access" [small]="true" [options]="features" />
    <app-checkboxes name="equipment" label="Equipment" [small]="true" [options]="equipment" />
  `,
})
export class RoomFields {
  protected readonly layouts = LAYOUT_CODES.map((value) => ({ value, label: ROOM_LAYOUTS[value] }));
  protected readonly features = ACCESS_OPTIONS;
  protected readonly equipment = EQUIPMENT_OPTIONS;
}
