import { Component, signal } from '@angular/core';
import { Example } from '../example/example';
import type { Option } from '../field/options';
import { Checkboxes } from './checkboxes';

@Component({
  selector: 'app-checkboxes-examples',
  imports: [Example, Checkboxes],
  template: `
    <app-example name="Checkboxes" selector="app-checkboxes" options="options; small" access="Native controls in a fieldset with a legend">
      <app-checkboxes name="exampleNeeds" label="Access at the venue" [options]="access" [small]="true" [(value)]="needs" />
    </app-example>
  `,
})
export class CheckboxesExamples {
  protected readonly needs = signal<readonly string[]>(['step-free']);
  protected readonly access: readonly Option[] = [
    { value: 'step-free', label: 'Step-free access' },
    { value: 'loop', label: 'Hearing loop' },
  ];
}
