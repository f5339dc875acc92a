import { Component, signal } from '@angular/core';
import { Example } from '../example/example';
import { EmptyState, ErrorState, LoadingState } from './states';

@Component({
  selector: 'app-states-examples',
  imports: [Example, EmptyState, ErrorState, LoadingState],
  template: `
    <app-example
      name="States"
      selector="app-empty-state, app-loading-state, app-error-state"
      options="heading; what, lines; problem and (again)"
      access="Loading is a status, an error is an alert; both in words"
    >
      <app-empty-state heading="No sessions yet">Add the first one, or start from a blueprint.</app-empty-state>
      <app-loading-state what="people" [lines]="3" />
      <app-error-state
        [problem]="{ title: 'Waymark is not responding. Check your internet connection.' }"
        (again)="tries.set(tries() + 1)"
      />
      <p>Tried again {{ tries() }} times</p>
    </app-example>
  `,
})
export class StatesExamples {
  protected readonly tries = signal(0);
}
