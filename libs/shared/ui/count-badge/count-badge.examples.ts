import { Component } from '@angular/core';
import { Example } from '../example/example';
import { CountBadge } from './count-badge';

@Component({
  selector: 'app-count-badge-examples',
  imports: [Example, CountBadge],
  template: `
    <app-example
      name="Counts"
      selector="app-count"
      options="tone quiet or alert; about: what is counted"
      access="A count says what it counts"
    >
      <p>People <app-count [value]="24" about="people" />, schedule <app-count [value]="3" about="problems" tone="alert" /></p>
    </app-example>
  `,
})
export class CountBadgeExamples {}
