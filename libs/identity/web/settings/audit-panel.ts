import { Component, computed, inject, input } from '@angular/core';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { momentWords } from '../moment-words';
import { pagingOf } from './paging';

/** What happened at a provider, the newest first. Nobody can change or remove a line. */
@Component({
  selector: 'app-audit-panel',
  imports: [Cell, EmptyState, ErrorState, LoadingState, Pagination, Panel, Table],
  template: `
    <app-panel heading="Activity" [flush]="true">
      @if (events.error()) {
        <app-error-state [problem]="unread()" (again)="events.reload()" />
      } @else if (events.hasValue()) {
        @if (events.value().items.length === 0) {
          <app-empty-state heading="No activity yet"><p>Changes will be listed here, with who made them and when.</p></app-empty-state>
        } @else {
          <app-table caption="Activity" what="activity" [columns]="columns" [rows]="events.value().items">
            <ng-template appCell="what" let-row>{{ row.sentence }}</ng-template>
            <ng-template appCell="who" let-row>{{ row.actorName ?? 'Waymark' }}</ng-template>
            <ng-template appCell="when" let-row>{{ moment(row.at) }}</ng-template>
          </app-table>
          <app-pagination what="activity" [page]="events.value()" [pages]="pages" />
        }
      } @else {
        <app-loading-state what="activity" />
      }
    </app-panel>
  `,
})
export class AuditPanel {
  readonly providerId = input.required<string>();
  protected readonly moment = momentWords;
  protected readonly pages = pagingOf(this.providerId);
  protected readonly events = inject(Api).get('/events', () => ({
    query: { providerId: this.providerId(), after: this.pages.after(), limit: 20 },
  }));
  protected readonly unread = computed(() => readingProblem(this.events.error()));
  protected readonly columns: Column[] = [
    { key: 'what', heading: 'What happened', names: true },
    { key: 'who', heading: 'Who' },
    { key: 'when', heading: 'When' },
  ];
}
