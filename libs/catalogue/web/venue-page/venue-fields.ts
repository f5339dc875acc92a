import { Component, input, model } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import type { Problem } from '@waymark/shared/ui/problem';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { ACCESS_OPTIONS, NATION_OPTIONS, numberOrNull, textOf } from '../options';

export type VenueFacts = Omit<components['schemas']['EditVenue'], 'version'>;

export const EMPTY_VENUE: VenueFacts = {
  name: '',
  address: '',
  postcode: null,
  nation: 'ENG',
  latitude: null,
  longitude: null,
  access: [],
};

/** The fields of a venue, to add one and to edit one. */
@Component({
  selector: 'app-venue-fields',
  imports: [Checkboxes, Select, TextInput, Textarea],
  template: `
    @let f = facts();
    <app-text-input
      name="name"
      label="Name"
      [disabled]="disabled()"
      [problem]="problem()"
      [value]="f.name"
      (valueChange)="patch({ name: $event })"
    />
    <app-textarea
      name="address"
      label="Address"
      [rows]="2"
      [disabled]="disabled()"
      [problem]="problem()"
      [value]="f.address"
      (valueChange)="patch({ address: $event })"
    />
    <app-text-input
      name="postcode"
      label="Postcode"
      [optional]="true"
      [width]="10"
      [disabled]="disabled()"
      [problem]="problem()"
      [value]="f.postcode ?? ''"
      (valueChange)="patch({ postcode: $event.trim() || null })"
    />
    <app-select
      name="nation"
      label="Nation"
      hint="Decides whose bank holidays the venue keeps"
      [options]="nations"
      [disabled]="disabled()"
      [problem]="problem()"
      [value]="f.nation"
      (valueChange)="patch({ nation: $any($event) })"
    />
    <app-text-input
      name="latitude"
      label="Latitude"
      hint="In degrees, to estimate travel between venues"
      [optional]="true"
      [width]="10"
      inputmode="decimal"
      [disabled]="disabled()"
      [problem]="problem()"
      [value]="text(f.latitude)"
      (valueChange)="patch({ latitude: number($event) })"
    />
    <app-text-input
      name="longitude"
      label="Longitude"
      [optional]="true"
      [width]="10"
      [disabled]="disabled()"
      [problem]="problem()"
      [value]="text(f.longitude)"
      (valueChange)="patch({ longitude: number($event) })"
    />
    <app-checkboxes
      name="access"
      label="Access"
      [small]="true"
      [options]="features"
      [disabled]="disabled()"
      [problem]="problem()"
      [value]="f.access"
      (valueChange)="patch({ access: $any($event) })"
    />
  `,
})
export class VenueFields {
  readonly facts = model.required<VenueFacts>();
  readonly problem = input<Problem | null>(null);
  readonly disabled = input(false);
  protected readonly nations = NATION_OPTIONS;
  protected readonly features = ACCESS_OPTIONS;
  protected readonly text = textOf;
  protected readonly number = numberOrNull;

  protected patch(over: Partial<VenueFacts>): void {
    this.facts.update((facts) => ({ ...facts, ...over }));
  }
}
