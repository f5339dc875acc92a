import { Component, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { LiveRegion } from '@waymark/shared/ui/announcer/announcer';
import { PageChanges } from './page-changes';
import { SessionWatch } from './session-watch';
import { SignOutNotice } from './sign-out-notice';
import { UnsavedNotice } from './unsaved-notice';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, LiveRegion, SessionWatch, SignOutNotice, UnsavedNotice],
  template: `
    <a href="#main" class="govuk-skip-link" (click)="skip($event)">Skip to main content</a>
    <router-outlet (activate)="arrived.set(true)" />
    @if (!arrived()) {
      <p class="boot" role="status">Loading Waymark</p>
    }
    <app-session-watch />
    <app-sign-out-notice />
    <app-unsaved-notice />
    <app-live-region />
  `,
})
export class App {
  /** False until the first page is there: who is signed in is asked before it. */
  protected readonly arrived = signal(false);

  constructor() {
    inject(PageChanges).follow();
  }

  /** By hand: with a base address of `/`, a bare `#main` would leave the page. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }
}
