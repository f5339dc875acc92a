import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Steps } from './steps';

@Component({
  selector: 'app-steps-examples',
  imports: [Example, Steps],
  template: `
    <app-example name="Steps" selector="app-steps" options="value, of, target" access="Steps say their figures">
      <p><app-steps [value]="2" [target]="4" /></p>
    </app-example>
  `,
})
export class StepsExamples {}
