import { Component, computed, inject, input } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, type Column, Table } from '@waymark/shared/ui/table/table';
import { Tag, type TagColour } from '@waymark/shared/ui/tag/tag';
import { urlState } from '@waymark/shared/web/url-state';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';

type Row = components['schemas']['PeopleImportRows']['items'][number];
const OUTCOMES = ['new', 'changed', 'same', 'attention'] as const;
const TAGS: Record<Row['outcome'], { text: string; colour: TagColour }> = {
  new: { text: 'New', colour: 'green' },
  changed: { text: 'Changed', colour: 'blue' },
  same: { text: 'Unchanged', colour: 'grey' },
  attention: { text: 'Needs attention', colour: 'red' },
  done: { text: 'Done', colour: 'grey' },
};

/** The rows of the file, each with what would happen and what to know about its cells. */
@Component({
  selector: 'app-import-rows',
  imports: [Icon, Pagination, EmptyState, ErrorState, LoadingState, Cell, Table, Tag],
  template: `
    <section class="panel" aria-label="Rows in the file">
      @if (rows.hasValue()) {
        @let page = rows.value();
        @if (page.items.length > 0) {
          <app-table caption="Rows in the file" what="rows" [columns]="columns" [rows]="page.items" [idOf]="idOf" [nameOf]="nameOf">
            <ng-template appCell="name" let-row>
              <span class="table__name">{{ row.name || 'No name' }}</span>
              <span class="table__below table__below--whole">{{ row.email || 'No email address' }}</span>
            </ng-template>
            <ng-template appCell="outcome" let-row>
              <app-tag [colour]="tags(row.outcome).colour">{{ tags(row.outcome).text }}</app-tag>
            </ng-template>
            <ng-template appCell="messages" let-row>
              @if (row.messages.length > 0) {
                <ul class="cells">
                  @for (message of row.messages; track $index) {
                    <li [class.attention--error]="message.level === 'error'" [class.attention--warning]="message.level === 'check'">
                      <app-icon [name]="message.level === 'error' ? 'error' : 'info'" [size]="16" />
                      <span>{{ labelOf(message.field) }}{{ message.message }}</span>
                    </li>
                  }
                </ul>
              }
            </ng-template>
          </app-table>
        } @else {
          <app-empty-state heading="No rows with this result" />
        }
        <app-pagination what="rows" [page]="page" [pages]="state" />
      } @else if (problem(); as problem) {
        <app-error-state [problem]="problem" (again)="rows.reload()" />
      } @else {
        <app-loading-state what="rows" />
      }
    </section>
  `,
})
export class ImportRows {
  readonly id = input.required<string>();
  readonly outcome = input<string>();
  /** Other columns judge the rows anew: a new version reads them again. */
  readonly version = input.required<number>();
  readonly fields = input.required<components['schemas']['PeopleImportView']['fields']>();
  protected readonly state = urlState({ outcome: '' });

  protected readonly rows = inject(Api).get('/people-imports/{id}/rows', () => {
    this.version();
    const outcome = OUTCOMES.find((one) => one === this.outcome());
    return { path: { id: this.id() }, query: { outcome, after: this.state.after() } };
  });
  protected readonly problem = computed(() => {
    const error = this.rows.error();
    return error ? readingProblem(error) : null;
  });
  protected readonly columns: readonly Column[] = [
    { key: 'line', heading: 'Row', numeric: true },
    { key: 'name', heading: 'Person', names: true },
    { key: 'outcome', heading: 'Result' },
    { key: 'messages', heading: 'Notes' },
  ];
  protected readonly idOf = (row: Row): string => String(row.line);
  protected readonly nameOf = (row: Row): string => row.name || `row ${row.line}`;

  protected tags(outcome: Row['outcome']): { text: string; colour: TagColour } {
    return TAGS[outcome];
  }

  protected labelOf(field: string | null): string {
    const label = this.fields().find((one) => one.field === field)?.label;
    return label ? `${label}: ` : '';
  }
}
