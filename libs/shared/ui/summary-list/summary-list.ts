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
    <section class="sumcard" [attr.aria-label]="heading() || null">
      @if (heading()) {
        <div class="sumcard__h">
          <h2 class="h2">{{ heading() }}</h2>
          <ng-content select="[actions]" />
        </div>
      }
      <dl>
        @for (row of rows(); track row.key) {
          <div class="row">
            <dt>{{ row.key }}</dt>
            <dd>{{ row.value || 'Not provided' }}</dd>
            @if (row.change) {
              <dd>
                <a class="lnk" [routerLink]="row.change"
                  >Change<span class="vh"> {{ row.key }}</span></a
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
