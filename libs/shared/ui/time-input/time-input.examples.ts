import { Component, signal } from '@angular/core';
import { Example } from '../example/example';
import { TimeInput } from './time-input';

@Component({
  selector: 'app-time-input-examples',
  imports: [Example, TimeInput],
  template: `
    <app-example name="Time" selector="app-time-input" options="takes 9:30am, 930 or 13:15" access="Shows on leaving what it understood">
      <app-time-input name="exampleStart" label="Start time" hint="For example, 13:15" [(value)]="start" />
    </app-example>
  `,
})
export class TimeInputExamples {
  protected readonly start = signal('09:30');
}
