import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

export interface SummaryRow {
  key: string;
  value: string;
  /** Leads to where it is changed; the link reads "Change <key>". */
  change?: string;
}

/** What is known about one thing, as keys and values; with a heading it stands in a card. */
@Component({
  selector: 'app-summary-list',
  imports: [RouterLink],
  template: `
    <section class="summary-card" [attr.aria-label]="heading() || null">
      @if (heading()) {
        <div class="summary-card__head">
          <h2 class="heading-medium">{{ heading() }}</h2>
          <ng-content select="[actions]" />
        </div>
      }
      <dl>
        @for (row of rows(); track row.key) {
          <div class="summary-card__row">
            <dt>{{ row.key }}</dt>
            <dd>{{ row.value || 'Not provided' }}</dd>
            @if (row.change) {
              <dd>
                <a class="link" [routerLink]="row.change"
                  >Change<span class="visually-hidden"> {{ row.key }}</span></a
                >
              </dd>
            }
          </div>
        }
      </dl>
    </section>
  `,
})
export class SummaryList {
  readonly rows = input.required<readonly SummaryRow[]>();
  readonly heading = input('');
}
