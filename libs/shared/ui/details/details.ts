import { Component, input, model } from '@angular/core';

/** More, for those who want it. */
@Component({
  selector: 'app-details',
  template: `
    <details class="govuk-details" [open]="open()" (toggle)="open.set($any($event.target).open)">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{{ summary() }}</span>
      </summary>
      <div class="govuk-details__text"><ng-content /></div>
    </details>
  `,
})
export class Details {
  readonly summary = input.required<string>();
  readonly open = model(false);
}
