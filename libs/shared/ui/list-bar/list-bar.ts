import { Component, effect, inject, input, model, output, untracked } from '@angular/core';
import { Announcer } from '../announcer/announcer';
import { MenuButton } from '../menu-button/menu-button';
import type { Column } from '../table/table';

export interface Chip {
  id: string;
  label: string;
}

/**
 * Above a table: how many, which filters (each can be taken off), which columns. Further buttons go in as content. A heading that changes is
 * announced: it is what a filter has left.
 */
@Component({
  selector: 'app-list-bar',
  imports: [MenuButton],
  template: `
    <div class="bar">
      <h2 class="panel__title">{{ heading() }}</h2>
      @for (chip of chips(); track chip.id) {
        <span class="chip"
          >{{ chip.label }}
          <button type="button" [attr.aria-label]="'Remove filter: ' + chip.label" (click)="removed.emit(chip.id)">
            <span aria-hidden="true">×</span>
          </button></span
        >
      }
      @if (chips().length > 0) {
        <button type="button" class="text-button" (click)="cleared.emit()">Clear filters</button>
      }
      <span class="bar__space"></span>
      <ng-content />
      @if (columns().length > 0) {
        <app-menu-button label="Columns" align="end">
          <fieldset class="drop__set">
            <legend class="visually-hidden">Columns to show</legend>
            @for (column of columns(); track column.key) {
              <label class="option"
                ><input
                  type="checkbox"
                  [checked]="!hidden().includes(column.key)"
                  (change)="show(column.key, $any($event.target).checked)"
                />
                <span>{{ column.heading }}</span></label
              >
            }
          </fieldset>
        </app-menu-button>
      }
    </div>
  `,
})
export class ListBar {
  /** "12 of 24 people". */
  readonly heading = input.required<string>();
  readonly chips = input<readonly Chip[]>([]);
  /** Columns that may be hidden. */
  readonly columns = input<readonly Column[]>([]);
  readonly hidden = model<readonly string[]>([]);
  readonly removed = output<string>();
  readonly cleared = output();

  constructor() {
    const announcer = inject(Announcer);
    let before = '';
    effect(() => {
      const now = this.heading();
      if (before && now !== before) untracked(() => announcer.announce(now));
      before = now;
    });
  }

  protected show(key: string, on: boolean): void {
    this.hidden.update((keys) => (on ? keys.filter((one) => one !== key) : [...keys, key]));
  }
}
