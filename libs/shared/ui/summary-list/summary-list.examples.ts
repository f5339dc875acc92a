import { Component } from '@angular/core';
import { Example } from '../example/example';
import { SummaryList } from './summary-list';

@Component({
  selector: 'app-summary-list-examples',
  imports: [Example, SummaryList],
  template: `
    <app-example
      name="Summary list"
      selector="app-summary-list"
      options="rows: key, value, change; heading"
      access="A real definition list; each Change link names its row"
    >
      <app-summary-list heading="About the cohort" [rows]="rows" />
    </app-example>
  `,
})
export class SummaryListExamples {
  protected readonly rows = [
    { key: 'Dates', value: '24 to 25 June 2027', change: '/components/dates' },
    { key: 'Venue', value: 'Chelmsford Civic Centre', change: '/components/venue' },
    { key: 'Lead', value: 'Priya Nair' },
  ];
}
