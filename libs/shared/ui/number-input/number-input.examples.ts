import { Component, signal } from '@angular/core';
import { Example } from '../example/example';
import { NumberInput } from './number-input';

@Component({
  selector: 'app-number-input-examples',
  imports: [Example, NumberInput],
  template: `
    <app-example
      name="Number"
      selector="app-number-input"
      options="width in characters; decimal"
      access="Typed as text: nothing changes it by accident"
    >
      <app-number-input name="examplePlaces" label="Places" [width]="3" [(value)]="places" />
    </app-example>
  `,
})
export class NumberInputExamples {
  protected readonly places = signal<number | null>(26);
}
