import { Component, inject } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';

/** Asks before a page with something unsaved is left, also when the tab is closed. */
@Component({
  selector: 'app-unsaved-notice',
  imports: [Button, Dialog],
  host: { '(window:beforeunload)': 'closing($event)' },
  template: `
    <app-dialog [open]="unsaved.asking()" (openChange)="$event || unsaved.decide(false)" heading="Leave without saving?">
      <p>You have not saved your changes to this page.</p>
      <ng-container actions>
        <button type="button" appButton [small]="true" (click)="unsaved.decide(false)">Stay on this page</button>
        <button type="button" appButton="secondary" [small]="true" (click)="unsaved.decide(true)">Leave without saving</button>
      </ng-container>
    </app-dialog>
  `,
})
export class UnsavedNotice {
  protected readonly unsaved = inject(Unsaved);

  /** Answers nothing: Angular takes `false` for "prevent", and the browser would ask about every page. */
  protected closing(event: BeforeUnloadEvent): void {
    if (this.unsaved.some) event.preventDefault();
  }
}
