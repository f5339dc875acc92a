import { Component, computed, inject } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';

const PAGE = {
  heading: 'Leave without saving?',
  text: 'You have not saved your changes to this page.',
  stay: 'Stay on this page',
  leave: 'Leave without saving',
};
const DIALOG = {
  heading: 'Close without saving?',
  text: 'You have not saved what you entered.',
  stay: 'Keep editing',
  leave: 'Close without saving',
};

/** Asks before a page or a dialog with something unsaved is left, also when the tab is closed. */
@Component({
  selector: 'app-unsaved-notice',
  imports: [Button, Dialog],
  host: { '(window:beforeunload)': 'closing($event)' },
  template: `
    <app-dialog [open]="unsaved.asking()" (openChange)="$event || unsaved.decide(false)" [heading]="words().heading">
      <p>{{ words().text }}</p>
      <ng-container actions>
        <button type="button" appButton [small]="true" (click)="unsaved.decide(false)">{{ words().stay }}</button>
        <button type="button" appButton="secondary" [small]="true" (click)="unsaved.decide(true)">{{ words().leave }}</button>
      </ng-container>
    </app-dialog>
  `,
})
export class UnsavedNotice {
  protected readonly unsaved = inject(Unsaved);
  protected readonly words = computed(() => (this.unsaved.leaving() === 'dialog' ? DIALOG : PAGE));

  /** Answers nothing: Angular takes `false` for "prevent", and the browser would ask about every page. */
  protected closing(event: BeforeUnloadEvent): void {
    if (this.unsaved.some) event.preventDefault();
  }
}
