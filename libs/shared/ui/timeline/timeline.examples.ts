import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Steps } from '../steps/steps';
import { Timeline } from './timeline';

@Component({
  selector: 'app-timeline-examples',
  imports: [Example, Timeline, Steps],
  template: `
    <app-example
      name="Timeline and steps"
      selector="app-timeline, app-steps"
      options="items: title, detail, state; value, of, target"
      access="The current stage is marked for screen readers; steps say their figures"
    >
      <app-timeline [items]="stages" />
      <p><app-steps [value]="2" [target]="4" /></p>
    </app-example>
  `,
})
export class TimelineExamples {
  protected readonly stages = [
    { title: 'Place confirmed', detail: '14 May', state: 'done' as const },
    { title: 'Prepare', detail: 'Now to 23 June', state: 'now' as const },
    { title: 'Essex event', detail: '24 and 25 June' },
    { title: 'Showcase', detail: '3 December' },
  ];
}
