import { Component } from '@angular/core';
import { CountBadge } from '../count-badge/count-badge';
import { Example } from '../example/example';
import { Tag, type TagColour } from './tag';

@Component({
  selector: 'app-tag-examples',
  imports: [Example, Tag, CountBadge],
  template: `
    <app-example
      name="Tags and counts"
      selector="app-tag, app-count"
      options="colour; tone quiet or alert; about: what is counted"
      access="The word carries the meaning; a count says what it counts"
    >
      <div class="actions">
        @for (tag of tags; track tag.colour) {
          <app-tag [colour]="tag.colour">{{ tag.text }}</app-tag>
        }
      </div>
      <p>People <app-count [value]="24" about="people" />, schedule <app-count [value]="3" about="problems" tone="alert" /></p>
    </app-example>
  `,
})
export class TagExamples {
  protected readonly tags: readonly { colour: TagColour; text: string }[] = [
    { colour: 'grey', text: 'Draft' },
    { colour: 'teal', text: 'Planning' },
    { colour: 'green', text: 'Confirmed' },
    { colour: 'blue', text: 'Offer sent' },
    { colour: 'purple', text: 'Mentoring' },
    { colour: 'yellow', text: 'Deferred' },
    { colour: 'orange', text: 'Waiting list' },
    { colour: 'red', text: 'Withdrawn' },
  ];
}
