import { Component, computed, input, output } from '@angular/core';
import { Button } from '../button/button';
import { Dialog } from '../dialog/dialog';

/** Warns before a session ends, and after it has ended asks to sign in again. The page behind it keeps all that was typed. */
@Component({
  selector: 'app-timeout-dialog',
  imports: [Dialog, Button],
  template: `
    <app-dialog
      [open]="state() !== 'none'"
      [heading]="state() === 'ended' ? 'You have been signed out' : 'You are about to be signed out'"
      [dismissible]="false"
    >
      @if (state() === 'ended') {
        <p>What you typed is still on this page. Sign in again in a new tab, then come back here to continue.</p>
        <p class="dialog__say" role="status">{{ note() }}</p>
      } @else {
        <p>
          For your security, we will sign you out in <b>{{ words() }}</b>. What you have typed will stay on this page.
        </p>
        <p class="dialog__say" role="alert">{{ note() }}</p>
      }
      <ng-container actions>
        @if (state() === 'ended') {
          <a appButton [small]="true" href="/sign-in?next=/signed-in" target="_blank" rel="opener"
            >Sign in again<span class="visually-hidden"> (opens in a new tab)</span></a
          >
          <button type="button" appButton="secondary" [small]="true" [busy]="busy()" (click)="check.emit()">I have signed in</button>
        } @else {
          <button type="button" appButton [small]="true" [busy]="busy()" (click)="stay.emit()">Stay signed in</button>
          <button type="button" appButton="secondary" [small]="true" (click)="leave.emit()">Sign out</button>
        }
      </ng-container>
    </app-dialog>
    <div class="visually-hidden" role="status">{{ state() === 'warning' ? spoken() : '' }}</div>
  `,
})
export class TimeoutDialog {
  readonly state = input.required<'none' | 'warning' | 'ended'>();
  readonly secondsLeft = input(0);
  readonly busy = input(false);
  readonly note = input('');
  readonly stay = output();
  readonly leave = output();
  readonly check = output();

  protected readonly words = computed(() => {
    const seconds = Math.max(0, this.secondsLeft());
    if (seconds >= 60) {
      const minutes = Math.ceil(seconds / 60);
      return minutes === 1 ? '1 minute' : `${minutes} minutes`;
    }
    return seconds === 1 ? '1 second' : `${seconds} seconds`;
  });
  /** Said once a minute, not every second. */
  protected readonly spoken = computed(() =>
    this.secondsLeft() >= 60 ? `We will sign you out in ${this.words()}.` : 'We will sign you out in less than a minute.',
  );
}
