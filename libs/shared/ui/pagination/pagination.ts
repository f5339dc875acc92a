import { Component, computed, input } from '@angular/core';
import { Button } from '../button/button';

/** A page as the API answers it. `more`: counting stopped at `count`. */
interface ListedPage {
  items: readonly unknown[];
  next: string | null;
  total?: number | { count: number; more: boolean };
}

/** A page of a list whose heading says how many there are. */
export type CountedPage = ListedPage & Required<Pick<ListedPage, 'total'>>;

/** Moving through keyset pages. */
interface Paging {
  hasPrevious(): boolean;
  nextPage(after: string): void;
  previousPage(): void;
  firstPage(): void;
}

/** Pages of a long list, one after another. Counts are capped by the API: "Showing 50 of 1,000+". */
@Component({
  selector: 'app-pagination',
  imports: [Button],
  template: `
    <nav class="foot" [attr.aria-label]="'Pages of ' + what()">
      <span role="status">{{ words() }}</span>
      <span class="foot__actions">
        @let go = pages();
        @if (go.hasPrevious()) {
          <button type="button" appButton="mini" (click)="go.firstPage()">First<span class="visually-hidden"> page</span></button>
          <button type="button" appButton="mini" (click)="go.previousPage()">Previous<span class="visually-hidden"> page</span></button>
        }
        @if (page().next; as next) {
          <button type="button" appButton="mini" (click)="go.nextPage(next)">Next<span class="visually-hidden"> page</span></button>
        }
      </span>
    </nav>
  `,
})
export class Pagination {
  /** What is listed: "people". */
  readonly what = input('results');
  readonly page = input.required<ListedPage>();
  /** Where the reader is: the address of a page keeps it (`urlState`). */
  readonly pages = input.required<Paging>();

  protected readonly words = computed(() => {
    const { items, total } = this.page();
    const shown = items.length.toLocaleString('en-GB');
    if (total === undefined) return `Showing ${shown}`;
    const { count, more } = typeof total === 'number' ? { count: total, more: false } : total;
    return `Showing ${shown} of ${count.toLocaleString('en-GB')}${more ? '+' : ''}`;
  });
}
