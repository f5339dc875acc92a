import { Component, inject } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { Session } from '@waymark/shared/web/session';

/** Says that signing out did not work. Over everything, as somebody may be about to walk away from a shared computer. */
@Component({
  selector: 'app-sign-out-notice',
  imports: [Button, Dialog],
  template: `
    <app-dialog [open]="session.notSignedOut()" (openChange)="$event || session.stayed()" heading="You are still signed in">
      <p>Signing out did not work. Try again before you leave this device.</p>
      <ng-container actions>
        <button type="button" appButton [small]="true" (click)="session.signOut()">Try again</button>
        <button type="button" appButton="secondary" [small]="true" (click)="session.stayed()">Stay signed in</button>
      </ng-container>
    </app-dialog>
  `,
})
export class SignOutNotice {
  protected readonly session = inject(Session);
}
