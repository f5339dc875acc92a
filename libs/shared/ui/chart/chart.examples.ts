import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Chart } from './chart';

@Component({
  selector: 'app-chart-examples',
  imports: [Example, Chart],
  template: `
    <app-example
      name="Chart"
      selector="app-chart"
      options="heading, of, unit, bars"
      access="The picture has a text summary, and the same figures as a table"
    >
      <app-chart heading="People by sector" of="Sector" unit="People" [bars]="bars" />
    </app-example>
  `,
})
export class ChartExamples {
  protected readonly bars = [
    { label: 'Council', value: 15 },
    { label: 'Health', value: 4 },
    { label: 'Police and fire', value: 3 },
    { label: 'Housing', value: 2 },
  ];
}
