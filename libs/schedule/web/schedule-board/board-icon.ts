import { Component, input } from '@angular/core';

type BoardIconName = 'block' | 'warn' | 'info' | 'ok' | 'grip' | 'lock';

/** A picture beside its word: always hidden from assistive technology. Takes the colour of the text; `inverse` swaps figure and ground. */
@Component({
  selector: 'app-board-icon',
  template: `
    <svg
      [attr.width]="size()"
      [attr.height]="size()"
      viewBox="0 0 18 18"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      @switch (name()) {
        @case ('block') {
          <circle cx="9" cy="9" r="9" fill="currentColor" />
          <path class="board-icon__inner" d="M9 4.2v5.4M9 12.9v.2" stroke-width="2.4" />
        }
        @case ('warn') {
          <path d="M9 1 17.6 16.5H.4z" fill="currentColor" />
          <path class="board-icon__inner" d="M9 6.6v4.1M9 13.4v.2" stroke-width="2" />
        }
        @case ('info') {
          <circle cx="9" cy="9" r="9" fill="currentColor" />
          <path class="board-icon__inner" d="M9 8.4v5M9 4.9v.2" stroke-width="2.4" />
        }
        @case ('ok') {
          <circle cx="9" cy="9" r="9" fill="currentColor" />
          <path class="board-icon__inner" d="m5 9.3 2.8 2.8 5.4-5.7" stroke-width="2.1" />
        }
        @case ('grip') {
          @for (y of [3.4, 9, 14.6]; track y) {
            <circle cx="5.9" [attr.cy]="y" r="1.7" fill="currentColor" />
            <circle cx="12.1" [attr.cy]="y" r="1.7" fill="currentColor" />
          }
        }
        @case ('lock') {
          <rect x="3.5" y="8" width="11" height="8" rx="1.5" fill="currentColor" />
          <path d="M5.8 8V5.6a3.2 3.2 0 0 1 6.4 0V8" stroke="currentColor" stroke-width="1.8" />
        }
      }
    </svg>
  `,
  host: { class: 'board-icon', '[class.board-icon--inverse]': 'inverse()' },
})
export class BoardIcon {
  readonly name = input.required<BoardIconName>();
  readonly size = input(18);
  readonly inverse = input(false);
}
