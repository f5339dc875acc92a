import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import type { Problem } from '../problem';

/** Nothing here yet: says so, and what to do about it (as content). */
@Component({
  selector: 'app-empty-state',
  template: `
    <div class="state">
      <p class="state__title">{{ heading() }}</p>
      <div class="state__body"><ng-content /></div>
    </div>
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
}

/** While the first answer is on its way: grey lines where the content will stand, and words for those who hear. */
@Component({
  selector: 'app-loading-state',
  template: `
    <div class="skeleton" role="status">
      <span class="visually-hidden">Loading {{ what() }}</span>
      @for (line of bars(); track $index) {
        <i aria-hidden="true"></i>
      }
    </div>
  `,
})
export class LoadingState {
  /** "people", "the schedule". */
  readonly what = input('this page');
  readonly lines = input(6);
  protected readonly bars = computed(() => Array.from({ length: this.lines() }, (_, index) => index));
}

/** What asking again does not change: nothing there, or not for this reader. */
const FINAL: readonly (number | undefined)[] = [400, 403, 404, 410];

/** Reading failed: why, and a way to try again where that may help. */
@Component({
  selector: 'app-error-state',
  imports: [Button, Icon],
  template: `
    <div class="state state--error" role="alert">
      <p class="state__title"><app-icon name="error" [size]="20" /> {{ problem().title }}</p>
      @if (problem().detail) {
        <p class="state__body">{{ problem().detail }}</p>
      }
      @if (mayHelp()) {
        <button type="button" appButton="mini" (click)="tryAgain()">Try again</button>
      }
    </div>
  `,
})
export class ErrorState {
  readonly problem = input.required<Problem>();
  readonly again = output();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly mayHelp = computed(() => !FINAL.includes(this.problem().status));

  /** The button goes with this state, so focus goes on to the heading of what is read, whatever the answer. */
  protected tryAgain(): void {
    const around = this.host.nativeElement.closest<HTMLElement>('.panel, .card, dialog, main');
    const heading = around?.querySelector<HTMLElement>('h1, h2') ?? around;
    if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
    this.again.emit();
  }
}
