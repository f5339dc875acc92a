import { Component, input, model } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import { LAYOUT_CODES, ROOM_LAYOUTS, type RoomLayout } from '@waymark/catalogue/domain/layouts';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import type { Problem } from '@waymark/shared/ui/problem';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { ACCESS_OPTIONS, EQUIPMENT_OPTIONS, textOf } from '../options';

export type RoomFacts = components['schemas']['AddRoom'];

export const EMPTY_ROOM: RoomFacts = { name: '', capacities: {}, access: [], equipment: [] };

/** The fields of a room: a number of people for every layout it can be set in. */
@Component({
  selector: 'app-room-fields',
  imports: [Checkboxes, TextInput],
  template: `
    @let f = facts();
    <app-text-input name="name" label="Name" [problem]="problem()" [value]="f.name" (valueChange)="patch({ name: $event })" />
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">People by layout</legend>
      <p class="govuk-hint">Leave a layout empty where it cannot be set up.</p>
      <div class="acts">
        @for (layout of layouts; track layout.value) {
          <app-text-input
            [name]="'capacities-' + layout.value"
            [label]="layout.label"
            [width]="5"
            inputmode="numeric"
            [problem]="problem()"
            [value]="text($any(f.capacities)[layout.value] ?? null)"
            (valueChange)="seats(layout.value, $event)"
          />
        }
      </div>
    </fieldset>
    <app-checkboxes
      name="access"
      label="Access"
      [small]="true"
      [options]="features"
      [problem]="problem()"
      [value]="f.access"
      (valueChange)="patch({ access: $any($event) })"
    />
    <app-checkboxes
      name="equipment"
      label="Equipment"
      [small]="true"
      [options]="equipment"
      [problem]="problem()"
      [value]="f.equipment"
      (valueChange)="patch({ equipment: $any($event) })"
    />
  `,
})
export class RoomFields {
  readonly facts = model.required<RoomFacts>();
  readonly problem = input<Problem | null>(null);
  protected readonly layouts = LAYOUT_CODES.map((value) => ({ value, label: ROOM_LAYOUTS[value] }));
  protected readonly features = ACCESS_OPTIONS;
  protected readonly equipment = EQUIPMENT_OPTIONS;
  protected readonly text = textOf;

  protected patch(over: Partial<RoomFacts>): void {
    this.facts.update((facts) => ({ ...facts, ...over }));
  }

  protected seats(layout: RoomLayout, text: string): void {
    const { [layout]: _, ...others } = this.facts().capacities as Record<string, number>;
    this.patch({ capacities: text.trim() === '' ? others : { ...others, [layout]: Number(text) } });
  }
}
