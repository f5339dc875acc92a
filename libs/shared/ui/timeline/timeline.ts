import { Component, input } from '@angular/core';

export interface TimelineItem {
  title: string;
  detail?: string;
  /** `done` is filled, `now` is where we are. */
  state?: 'done' | 'now' | 'next';
}

/** Stages or events in order of time. */
@Component({
  selector: 'app-timeline',
  template: `
    <ol class="timeline">
      @for (item of items(); track $index) {
        <li
          [class.done]="item.state === 'done'"
          [class.now]="item.state === 'now'"
          [attr.aria-current]="item.state === 'now' ? 'step' : null"
        >
          <b>{{ item.title }}</b>
          @if (item.state === 'done') {
            <span class="visually-hidden">, done</span>
          }
          @if (item.detail) {
            <span>{{ item.detail }}</span>
          }
        </li>
      }
    </ol>
  `,
})
export class Timeline {
  readonly items = input.required<readonly TimelineItem[]>();
}
