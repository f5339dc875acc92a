import { Component, input, output } from '@angular/core';
import { StaleWriteDialog } from '@waymark/shared/ui/stale-write-dialog/stale-write-dialog';
import type { StaleEdit } from './stale-edit';

/** Asks about the fields that two people changed, and saves what was chosen. */
@Component({
  selector: 'app-stale-edit-dialog',
  imports: [StaleWriteDialog],
  template: `
    <app-stale-write-dialog
      [open]="edit().open()"
      (openChange)="edit().open.set($event)"
      [who]="edit().who()"
      [at]="edit().at()"
      [clashes]="edit().clashes()"
      [busy]="edit().busy()"
      [side]="side()"
      (chosen)="choose($event)"
    />
  `,
})
export class StaleEditDialog {
  readonly edit = input.required<Pick<StaleEdit<never>, 'open' | 'who' | 'at' | 'clashes' | 'busy' | 'choose'>>();
  /** Where the dialog stands that it belongs to. */
  readonly side = input(false);
  readonly saved = output<void>();

  protected async choose(kept: Record<string, 'yours' | 'theirs'>): Promise<void> {
    if (await this.edit().choose(kept)) this.saved.emit();
  }
}
