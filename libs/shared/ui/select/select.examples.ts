import { Component, signal } from '@angular/core';
import { Example } from '../example/example';
import type { Option } from '../field/options';
import { Select } from './select';

@Component({
  selector: 'app-select-examples',
  imports: [Example, Select],
  template: `
    <app-example name="Select" selector="app-select" options="options; empty: a first line for nothing chosen" access="A native control">
      <app-select name="exampleStage" label="Stage" [options]="stages" [(value)]="stage" />
    </app-example>
  `,
})
export class SelectExamples {
  protected readonly stage = signal('planning');
  protected readonly stages: readonly Option[] = [
    { value: 'draft', label: 'Draft' },
    { value: 'planning', label: 'Planning' },
    { value: 'delivery', label: 'In delivery' },
  ];
}
