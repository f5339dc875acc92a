import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Timeline } from './timeline';

@Component({
  selector: 'app-timeline-examples',
  imports: [Example, Timeline],
  template: `
    <app-example
      name="Timeline"
      selector="app-timeline"
      options="items: title, detail, state"
      access="The current stage is marked for screen readers"
    >
      <app-timeline [items]="stages" />
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
