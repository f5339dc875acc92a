import { Component, signal } from '@angular/core';
import { Checkboxes } from '../checkboxes/checkboxes';
import { Example } from '../example/example';
import type { Option } from '../field/options';
import { Select } from './select';

@Component({
  selector: 'app-select-examples',
  imports: [Example, Select, Checkboxes],
  template: `
    <app-example
      name="Choices"
      selector="app-select, app-checkboxes"
      options="options; empty: a first line for nothing chosen; small"
      access="Native controls in a fieldset with a legend"
    >
      <app-select name="exampleStage" label="Stage" [options]="stages" [(value)]="stage" />
      <app-checkboxes name="exampleNeeds" label="Access at the venue" [options]="access" [small]="true" [(value)]="needs" />
    </app-example>
  `,
})
export class SelectExamples {
  protected readonly stage = signal('planning');
  protected readonly needs = signal<readonly string[]>(['step-free']);
  protected readonly stages: readonly Option[] = [
    { value: 'draft', label: 'Draft' },
    { value: 'planning', label: 'Planning' },
    { value: 'delivery', label: 'In delivery' },
  ];
  protected readonly access: readonly Option[] = [
    { value: 'step-free', label: 'Step-free access' },
    { value: 'loop', label: 'Hearing loop' },
  ];
}
