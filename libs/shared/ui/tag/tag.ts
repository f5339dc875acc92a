import { Component, input } from '@angular/core';

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'yellow' | 'orange' | 'red';

/** A status in one or two words. The colour repeats what the word says, never says it alone. */
@Component({ selector: 'app-tag', template: `<strong class="govuk-tag" [class]="'govuk-tag--' + colour()"><ng-content /></strong>` })
export class Tag {
  readonly colour = input<TagColour>('grey');
}
