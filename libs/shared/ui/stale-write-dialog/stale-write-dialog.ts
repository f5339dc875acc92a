import { Component, input, linkedSignal, model, output } from '@angular/core';
import { Button } from '../button/button';
import { Dialog } from '../dialog/dialog';

/** A field that two people changed. `theirs` and `yours` are as shown on the page. */
export interface FieldClash {
  name: string;
  label: string;
  theirs: string;
  yours: string;
}

/** Somebody saved first. Nothing of yours is lost: each field stays yours until you choose theirs, and "Save" sends the choice. */
@Component({
  selector: 'app-stale-write-dialog',
  imports: [Dialog, Button],
  template: `
    <app-dialog [(open)]="open" [heading]="who() + ' changed this at ' + at()" [wide]="true" [side]="side()">
      <p>Your changes are not saved yet. Choose what to keep for each field, then save.</p>
      @for (clash of clashes(); track clash.name) {
        <fieldset class="clash">
          <legend>{{ clash.label }}</legend>
          @for (side of sides; track side) {
            <label class="option clash__option">
              <input type="radio" [name]="'keep-' + clash.name" [checked]="kept()[clash.name] === side" (change)="keep(clash.name, side)" />
              <span
                ><b>{{ side === 'yours' ? 'Yours' : theirName() }}</b>
                {{ (side === 'yours' ? clash.yours : clash.theirs) || 'empty' }}</span
              >
            </label>
          }
        </fieldset>
      }
      <ng-container actions>
        <button type="button" appButton [small]="true" [busy]="busy()" (click)="chosen.emit(kept())">Save my choice</button>
        <button type="button" appButton="secondary" [small]="true" (click)="open.set(false)">Keep editing</button>
      </ng-container>
    </app-dialog>
  `,
})
export class StaleWriteDialog {
  readonly open = model(false);
  /** "Sam Okoro". */
  readonly who = input.required<string>();
  /** "10:42". */
  readonly at = input.required<string>();
  readonly clashes = input.required<readonly FieldClash[]>();
  readonly side = input(false);
  readonly busy = input(false);
  /** Which side to keep, by field. */
  readonly chosen = output<Record<string, 'yours' | 'theirs'>>();

  protected readonly sides = ['yours', 'theirs'] as const;
  protected readonly kept = linkedSignal<Record<string, 'yours' | 'theirs'>>(() =>
    Object.fromEntries(this.clashes().map((clash) => [clash.name, 'yours'])),
  );

  protected theirName(): string {
    return this.who().split(' ')[0] || 'Theirs';
  }

  protected keep(name: string, side: 'yours' | 'theirs'): void {
    this.kept.update((all) => ({ ...all, [name]: side }));
  }
}
