import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Button } from './button';

@Component({
  selector: 'app-button-examples',
  imports: [Example, Button],
  template: `
    <app-example
      name="Buttons"
      selector="button[appButton], a[appButton]"
      options="primary (one on a page), secondary, warning, quiet, mini; small; busy"
      access="A busy button keeps focus and says it is unavailable; further presses do nothing"
    >
      <div class="actions">
        <button type="button" appButton [small]="true">Release schedule</button>
        <button type="button" appButton="secondary" [small]="true">Save as draft</button>
        <button type="button" appButton="warning" [small]="true">Cancel cohort</button>
        <button type="button" appButton="quiet" [small]="true">Not now</button>
        <button type="button" appButton="mini">Print</button>
        <button type="button" appButton [small]="true" [busy]="true">Saving</button>
      </div>
    </app-example>
  `,
})
export class ButtonExamples {}
