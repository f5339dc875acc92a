import { booleanAttribute, Directive, ElementRef, inject, input } from '@angular/core';

/**
 * `<button appButton>`: the one main thing on the page. `secondary` beside it, `warning` for what destroys, `quiet` like a link, `mini` in dense bars.
 * While `busy` it stays focusable, says so, and swallows further presses.
 */
@Directive({
  selector: 'button[appButton], a[appButton]',
  host: {
    '[class]': 'classes()',
    '[attr.aria-disabled]': 'busy() ? true : null',
    '[class.is-busy]': 'busy()',
  },
})
export class Button {
  readonly appButton = input<'' | 'primary' | 'secondary' | 'warning' | 'quiet' | 'mini'>('');
  readonly small = input(false, { transform: booleanAttribute });
  readonly busy = input(false);

  constructor() {
    // On the way down, before the page's own listener on the same button.
    inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.addEventListener('click', (event) => this.swallow(event), { capture: true });
  }

  protected classes(): string {
    const kind = this.appButton() || 'primary';
    if (kind === 'mini') return 'mini';
    return `govuk-button${kind === 'primary' ? '' : ` govuk-button--${kind}`}${this.small() ? ' govuk-button--small' : ''}`;
  }

  private swallow(event: Event): void {
    if (!this.busy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
