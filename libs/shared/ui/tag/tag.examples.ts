import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Tag, type TagColour } from './tag';

@Component({
  selector: 'app-tag-examples',
  imports: [Example, Tag],
  template: `
    <app-example name="Tags" selector="app-tag" options="colour" access="The word carries the meaning">
      <div class="actions">
        @for (tag of tags; track tag.colour) {
          <app-tag [colour]="tag.colour">{{ tag.text }}</app-tag>
        }
      </div>
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
