import { Component, inject } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import { LAYOUT_CODES, ROOM_LAYOUTS, type RoomLayout } from '@waymark/catalogue/domain/layouts';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { FormContext } from '@waymark/shared/ui/form/form';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { ACCESS_OPTIONS, EQUIPMENT_OPTIONS } from '../options';

type RoomFacts = components['schemas']['AddRoom'];

/** Whose access a room has. */
export const ACCESS_OF = { venue: 'Same as the venue', room: 'Different from the venue' } as const;

/** A room as it is typed: a number of people, or none, for every layout; and access of its own only where it says so. */
export type RoomDraft = Omit<RoomFacts, 'capacities' | 'access'> & {
  capacities: Record<RoomLayout, number | null>;
  accessOf: keyof typeof ACCESS_OF;
  access: NonNullable<RoomFacts['access']>;
};

export const EMPTY_ROOM: RoomFacts = { name: '', capacities: {}, access: null, equipment: [] };

export function roomDraftOf({ name, capacities, access, equipment }: RoomFacts): RoomDraft {
  const seats: Partial<Record<RoomLayout, number>> = capacities;
  return {
    ...{ name, equipment, accessOf: access === null ? 'venue' : 'room', access: access ?? [] },
    capacities: Object.fromEntries(LAYOUT_CODES.map((layout) => [layout, seats[layout] ?? null])) as RoomDraft['capacities'],
  };
}

export const roomBody = ({ accessOf, access, ...draft }: RoomDraft): RoomFacts => ({
  ...draft,
  access: accessOf === 'venue' ? null : access,
  capacities: seatsOf(draft),
});

/** Layouts that the room cannot be set in are left out. */
export const seatsOf = ({ capacities }: Pick<RoomDraft, 'capacities'>): RoomFacts['capacities'] =>
  Object.fromEntries(Object.entries(capacities).filter(([, seats]) => seats !== null)) as RoomFacts['capacities'];

/** The fields of a room, in a form whose draft is a `RoomDraft`. */
@Component({
  selector: 'app-room-fields',
  imports: [Checkboxes, NumberInput, Radios, TextInput],
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
    <app-radios name="accessOf" label="Access" [small]="true" [options]="accessOf" />
    @if (form.read('accessOf') === 'room') {
      <app-checkboxes
        name="access"
        label="What this room has"
        hint="Without “Step-free”, the schedule says “stairs only”. Toilets, parking and quiet or prayer rooms of the venue count as well."
        [small]="true"
        [options]="features"
      />
    }
    <app-checkboxes name="equipment" label="Equipment" [small]="true" [options]="equipment" />
  `,
})
export class RoomFields {
  protected readonly layouts = LAYOUT_CODES.map((value) => ({ value, label: ROOM_LAYOUTS[value] }));
  protected readonly form = inject(FormContext);
  protected readonly accessOf = Object.entries(ACCESS_OF).map(([value, label]) => ({ value, label }));
  protected readonly features = ACCESS_OPTIONS;
  protected readonly equipment = EQUIPMENT_OPTIONS;
}
