import { Component, input, output, signal } from '@angular/core';
import { CountBadge } from '../count-badge/count-badge';
import { Icon } from '../icon/icon';

/** The filters of a list. They take effect on "Apply filters"; on small screens the panel folds to a button that says how many are chosen. */
@Component({
  selector: 'app-filter-panel',
  imports: [CountBadge, Icon],
  template: `
    <button type="button" class="fold__button" [attr.aria-expanded]="open()" (click)="open.set(!open())">
      <app-icon name="filter" /> Filter
      @if (chosen() > 0) {
        <app-count [value]="chosen()" about="chosen" />
      }
    </button>
    <section class="panel filter" [class.is-open]="open()" aria-labelledby="filter-heading">
      <div class="panel__head"><h2 class="panel__title" id="filter-heading">Filter</h2></div>
      <form class="panel__body" (submit)="submitted($event)" novalidate>
        <ng-content />
        <button type="submit" class="govuk-button govuk-button--small filter__go">Apply filters</button>
      </form>
    </section>
  `,
})
export class FilterPanel {
  readonly chosen = input(0);
  readonly applied = output();
  protected readonly open = signal(false);

  protected submitted(event: Event): void {
    event.preventDefault();
    this.open.set(false);
    this.applied.emit();
  }
}

export interface FilterOption {
  value: string;
  label: string;
  count?: number;
  /** Counting stopped at `count`. */
  more?: boolean;
}
