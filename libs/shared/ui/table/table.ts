import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  computed,
  contentChildren,
  Directive,
  inject,
  input,
  model,
  output,
  TemplateRef,
} from '@angular/core';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';

export interface Column {
  key: string;
  heading: string;
  sortable?: boolean;
  /** This cell names the row. One column; the first when none says so. */
  names?: boolean;
  numeric?: boolean;
  /** Heading for screen readers only, as for a column of buttons. */
  quiet?: boolean;
}

/** `status` goes up, `-status` goes down, an empty text is the API's own order. */
type Sort = string;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows are whatever the page lists
type Row = any;

/** `<ng-template appCell="status" let-row>`: how one column shows a row. Without it the row's own value is text. */
@Directive({ selector: 'ng-template[appCell]' })
export class Cell {
  readonly appCell = input.required<string>();
  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);
}

/**
 * A real table in a labelled scroller that takes focus; on a phone each row stands by itself, its cells below each other (so the roles are said besides). Sorting is asked of the page (which asks the API); selecting is kept in `selected`, by row id.
 * Buttons for what is selected go into `[bulk]`.
 */
@Component({
  selector: 'app-table',
  imports: [NgTemplateOutlet, Button, Icon],
  template: `
    @if (selectable() && selected().length > 0) {
      <div class="bulk" role="region" [attr.aria-label]="'Actions for selected ' + what()">
        <span role="status"
          ><b class="digits">{{ selected().length }}</b> selected</span
        >
        <ng-content select="[bulk]" />
        <button type="button" appButton="mini" class="bulk__end" (click)="selected.set([])">Clear selection</button>
      </div>
    }
    <div
      class="table__scroller"
      tabindex="0"
      role="region"
      [attr.aria-label]="caption() + ', scrolls sideways on small screens'"
      [attr.aria-busy]="busy() ? true : null"
    >
      <table class="table" role="table">
        <caption class="visually-hidden">
          {{
            caption()
          }}{{
            sortedBy()
          }}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            @if (selectable()) {
              <td class="table__tick" role="cell">
                <label class="table__target"
                  ><input
                    type="checkbox"
                    [checked]="all()"
                    [indeterminate]="!all() && some()"
                    (change)="selectAll($any($event.target).checked)"
                    [attr.aria-label]="'Select all ' + rows().length + ' ' + what()"
                /></label>
              </td>
            }
            @for (column of visible(); track column.key) {
              <th
                scope="col"
                role="columnheader"
                [class.table__numeric]="column.numeric"
                [attr.aria-sort]="column.sortable ? direction(column) : null"
              >
                @if (column.sortable) {
                  <button type="button" class="table__button" (click)="sortChange.emit(nextSort(column))">
                    {{ column.heading }}
                    @if (direction(column) !== 'none') {
                      <app-icon [name]="direction(column) === 'ascending' ? 'up' : 'down'" [size]="14" />
                    }
                  </button>
                } @else {
                  <span [class.visually-hidden]="column.quiet">{{ column.heading }}</span>
                }
              </th>
            }
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of rows(); track idOf()(row)) {
            @let id = idOf()(row);
            <tr role="row" [class.is-selected]="selectable() && selected().includes(id)">
              @if (selectable()) {
                <td class="table__tick" role="cell">
                  <label class="table__target"
                    ><input
                      type="checkbox"
                      [checked]="selected().includes(id)"
                      (change)="select(id, $any($event.target).checked)"
                      [attr.aria-label]="'Select ' + nameOf()(row)"
                  /></label>
                </td>
              }
              @for (column of visible(); track column.key) {
                @if (column.key === naming()) {
                  <th scope="row" role="rowheader" [class.table__numeric]="column.numeric">
                    <ng-container
                      [ngTemplateOutlet]="cells()[column.key] ?? plain"
                      [ngTemplateOutletContext]="{ $implicit: row, text: row[column.key] }"
                    />
                  </th>
                } @else {
                  <td
                    role="cell"
                    [class.table__numeric]="column.numeric"
                    [class.digits]="column.numeric"
                    [attr.data-heading]="column.quiet ? null : column.heading"
                  >
                    <div class="table__value">
                      <ng-container
                        [ngTemplateOutlet]="cells()[column.key] ?? plain"
                        [ngTemplateOutletContext]="{ $implicit: row, text: row[column.key] }"
                      />
                    </div>
                  </td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <ng-template #plain let-text="text">{{ text }}</ng-template>
  `,
})
export class Table {
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly Column[]>();
  readonly rows = input.required<readonly Row[]>();
  /** Plural of what a row is: "people". */
  readonly what = input('rows');
  readonly hidden = input<readonly string[]>([]);
  readonly sort = input<Sort>('');
  readonly busy = input(false);
  readonly selectable = input(false, { transform: booleanAttribute });
  readonly selected = model<readonly string[]>([]);
  readonly idOf = input<(row: Row) => string>((row) => row.id);
  readonly nameOf = input<(row: Row) => string>((row) => String(row[this.naming()]));
  readonly sortChange = output<Sort>();

  private readonly given = contentChildren(Cell);
  protected readonly cells = computed<Record<string, TemplateRef<unknown>>>(() =>
    Object.fromEntries(this.given().map((cell) => [cell.appCell(), cell.template])),
  );
  protected readonly visible = computed(() => this.columns().filter((column) => !this.hidden().includes(column.key)));
  protected readonly naming = computed(() => (this.columns().find((column) => column.names) ?? this.columns()[0])?.key ?? '');
  protected readonly all = computed(() => this.rows().length > 0 && this.rows().every((row) => this.selected().includes(this.idOf()(row))));
  protected readonly some = computed(() => this.rows().some((row) => this.selected().includes(this.idOf()(row))));
  protected readonly sortedBy = computed(() => {
    const column = this.columns().find((one) => one.key === this.sort().replace(/^-/, ''));
    return column ? `, sorted by ${column.heading.toLowerCase()}${this.sort().startsWith('-') ? ', in reverse order' : ''}` : '';
  });

  protected direction(column: Column): 'ascending' | 'descending' | 'none' {
    return this.sort() === column.key ? 'ascending' : this.sort() === `-${column.key}` ? 'descending' : 'none';
  }

  protected nextSort(column: Column): Sort {
    return this.sort() === column.key ? `-${column.key}` : column.key;
  }

  protected select(id: string, on: boolean): void {
    this.selected.update((ids) => (on ? [...ids.filter((one) => one !== id), id] : ids.filter((one) => one !== id)));
  }

  /** Rows chosen on other pages stay chosen. */
  protected selectAll(on: boolean): void {
    const here = this.rows().map((row) => this.idOf()(row));
    this.selected.update((ids) => [...ids.filter((id) => !here.includes(id)), ...(on ? here : [])]);
  }
}
