import { Component, computed, input } from '@angular/core';
import { type IconName, ICONS } from './icons';

/** One icon from our sprite. Decoration only: the word beside it, or the control's name, says what it means. */
@Component({
  selector: 'app-icon',
  host: { class: 'icon' },
  template: `
    <svg
      [attr.width]="size()"
      [attr.height]="size()"
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path [attr.d]="path()" />
    </svg>
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  /** Pixels. */
  readonly size = input(18);
  protected readonly path = computed(() => ICONS[this.name()]);
}

/** The service's mark: two rings that hold each other. */
@Component({
  selector: 'app-mark',
  host: { class: 'icon' },
  template: `
    <svg
      width="30"
      height="30"
      viewBox="0 0 30 30"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      stroke-width="3.2"
    >
      <circle cx="10.5" cy="11" r="7" />
      <circle cx="19.5" cy="19" r="7" opacity=".62" />
    </svg>
  `,
})
export class Mark {}
