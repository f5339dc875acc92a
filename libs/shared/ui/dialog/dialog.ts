import { Unsaved } from '../form/unsaved';
import { afterRenderEffect, Component, DestroyRef, type ElementRef, inject, input, model, untracked, viewChild } from '@angular/core';

let dialogs = 0;

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays inside, Escape closes, and focus goes back to where it came from. Where something is
 * written in it, Escape asks first. Actions go into `[actions]`.
 */
@Component({
  selector: 'app-dialog',
  host: { '(document:keydown.escape)': 'escaped($event)' },
  template: `
    <dialog
      #dialog
      class="dialog"
      [class.dialog--wide]="wide()"
      [class.dialog--side]="side()"
      [attr.aria-labelledby]="id"
      (cancel)="cancelled($event)"
      (close)="closed()"
    >
      @if (open()) {
        <h2 class="heading-medium" [id]="id" tabindex="-1">{{ heading() }}</h2>
        <div class="dialog__body"><ng-content /></div>
        <div class="dialog__actions"><ng-content select="[actions]" /></div>
      }
    </dialog>
  `,
})
export class Dialog {
  readonly open = model(false);
  readonly heading = input.required<string>();
  readonly wide = input(false);
  /** As tall as the window, at its side. */
  readonly side = input(false);
  /** False where an answer is needed: Escape then does nothing. */
  readonly dismissible = input(true);
  protected readonly id = `dialog-${++dialogs}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly unsaved = inject(Unsaved);
  private opener: HTMLElement | null = null;

  constructor() {
    // After rendering: what is to take focus must be there.
    afterRenderEffect(() => {
      const open = this.open();
      // What it asks may change while it is open, and the button that had the focus go with it.
      this.heading();
      const dialog = untracked(this.dialog).nativeElement;
      if (open && !dialog.open) {
        this.opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
        this.show(dialog);
      } else if (open && document.activeElement === document.body) {
        dialog.querySelector<HTMLElement>('h2')?.focus();
      } else if (!open && dialog.open) {
        dialog.close();
      }
      if (!open) this.giveBack();
    });
    // A page that leaves takes its dialog along; what lies under it goes on.
    inject(DestroyRef).onDestroy(() => {
      if (!this.opener) return;
      this.dialog().nativeElement.close();
      this.giveBack();
    });
  }

  private giveBack(): void {
    if (this.opener?.isConnected) this.opener.focus();
    this.opener = null;
  }

  private show(dialog: HTMLDialogElement): void {
    dialog.showModal();
    const first =
      dialog.querySelector<HTMLElement>('[autofocus], .dialog__body :is(input, select, textarea)') ??
      dialog.querySelector<HTMLElement>('h2');
    first?.focus();
  }

  /** Where an answer is needed Escape ends here: the browser lets `cancel` be prevented only until somebody insists. */
  protected escaped(event: Event): void {
    const dialog = this.dialog().nativeElement;
    if (!dialog.open || event.defaultPrevented) return;
    const other = document.activeElement?.closest('dialog');
    if (other && other !== dialog) return;
    if (!this.dismissible()) event.preventDefault();
    else this.keepOrAsk(event);
  }

  /** The browser has closed it. One that needs an answer, or holds something written, comes back. */
  protected closed(): void {
    const dialog = this.dialog().nativeElement;
    if (!this.open()) return;
    if (!this.dismissible()) return this.show(dialog);
    // While it is closed nothing in it counts as written: it is asked once it is back.
    dialog.showModal();
    if (this.unsaved.someIn(dialog)) void this.ask();
    else this.open.set(false);
  }

  protected cancelled(event: Event): void {
    if (event.target !== this.dialog().nativeElement) return;
    if (!this.dismissible()) event.preventDefault();
    else this.keepOrAsk(event);
  }

  /** Closes it as Escape does: what is written in it is asked about first. */
  dismiss(): void {
    if (this.unsaved.someIn(this.dialog().nativeElement)) void this.ask();
    else this.open.set(false);
  }

  private keepOrAsk(event: Event): void {
    if (!this.unsaved.someIn(this.dialog().nativeElement)) return;
    event.preventDefault();
    void this.ask();
  }

  private async ask(): Promise<void> {
    if (await this.unsaved.mayClose()) this.open.set(false);
  }
}
