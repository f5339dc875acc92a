import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Details } from './details';

@Component({
  selector: 'app-details-examples',
  imports: [Example, Details],
  template: `
    <app-example name="Details" selector="app-details" options="summary; open" access="Native disclosure">
      <app-details summary="How places are counted">A place is taken from the moment it is offered.</app-details>
    </app-example>
  `,
})
export class DetailsExamples {}
