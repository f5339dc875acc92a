import { Component, computed, input, output } from '@angular/core';
import { Button } from './button';

/** Pages of a long list, one after another. Counts are capped by the API: "Showing 50 of 1,000+". */
@Component({
  selector: 'app-pagination',
  imports: [Button],
  template: `
    <nav class="foot" [attr.aria-label]="'Pages of ' + what()">
      <span role="status">{{ words() }}</span>
      <span class="foot__acts">
        @if (hasPrevious()) {
          <button type="button" appButton="mini" (click)="first.emit()">First<span class="vh"> page</span></button>
          <button type="button" appButton="mini" (click)="previous.emit()">Previous<span class="vh"> page</span></button>
        }
        @if (hasNext()) {
          <button type="button" appButton="mini" (click)="next.emit()">Next<span class="vh"> page</span></button>
        }
      </span>
    </nav>
  `,
})
export class Pagination {
  /** What is listed: "people". */
  readonly what = input('results');
  readonly shown = input.required<number>();
  readonly total = input<number | null>(null);
  /** The API stopped counting at `total`. */
  readonly capped = input(false);
  readonly hasNext = input(false);
  readonly hasPrevious = input(false);
  readonly first = output();
  readonly previous = output();
  readonly next = output();

  protected readonly words = computed(() => {
    const total = this.total();
    const shown = this.shown().toLocaleString('en-GB');
    return total === null ? `Showing ${shown}` : `Showing ${shown} of ${total.toLocaleString('en-GB')}${this.capped() ? '+' : ''}`;
  });
}
