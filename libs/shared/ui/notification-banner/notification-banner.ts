import { afterRenderEffect, Component, ElementRef, inject, input } from '@angular/core';

let banners = 0;

/** Something the whole page should know. `success` is announced and takes focus, for what was just done; `important` waits to be read. */
@Component({
  selector: 'app-notification-banner',
  template: `
    <div
      class="govuk-notification-banner"
      [class.govuk-notification-banner--success]="tone() === 'success'"
      [attr.role]="tone() === 'success' ? 'alert' : 'region'"
      [attr.aria-labelledby]="id"
      tabindex="-1"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" [id]="id">{{ tone() === 'success' ? 'Done' : 'Important' }}</h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{{ heading() }}</p>
        <ng-content />
      </div>
    </div>
  `,
})
export class NotificationBanner {
  readonly heading = input.required<string>();
  readonly tone = input<'important' | 'success'>('important');
  /** Off where the banner is there from the start. */
  readonly takesFocus = input(true);
  protected readonly id = `banner-${++banners}`;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    afterRenderEffect(() => {
      if (this.tone() === 'success' && this.takesFocus())
        this.host.nativeElement.querySelector<HTMLElement>('.govuk-notification-banner')?.focus();
    });
  }
}
