import { Component, computed, inject, input, viewChild } from '@angular/core';
import { roleWords } from '@waymark/shared/kernel/roles';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag, type TagColour } from '@waymark/shared/ui/tag/tag';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { momentWords } from '../moment-words';
import { pagingOf } from './paging';

const STATUS: Record<string, [text: string, colour: TagColour]> = {
  waiting: ['Waiting', 'blue'],
  accepted: ['Accepted', 'green'],
  withdrawn: ['Withdrawn', 'grey'],
  expired: ['Expired', 'orange'],
};

/** Who was invited, and what became of it. */
@Component({
  selector: 'app-invitations-panel',
  imports: [Button, Cell, EmptyState, ErrorState, ErrorSummary, LoadingState, Pagination, Panel, Table, Tag],
  template: `
    <app-panel #panel heading="Invitations" [flush]="true">
      <app-error-summary [problem]="problem()" />
      @if (list.error()) {
        <app-error-state [problem]="unread()" (again)="list.reload()" />
      } @else if (list.hasValue()) {
        @if (list.value().items.length === 0) {
          <app-empty-state heading="No invitations yet"
            ><p>People you invite will be listed here. They get an email with a link to accept.</p></app-empty-state
          >
        } @else {
          <app-table caption="Invitations" what="invitations" [columns]="columns" [rows]="list.value().items">
            <ng-template appCell="name" let-row
              >{{ row.name }}<span class="table__below">{{ row.email }}</span></ng-template
            >
            <ng-template appCell="role" let-row
              >{{ words(row.role) }}<span class="table__below">{{ row.scopeName }}</span></ng-template
            >
            <ng-template appCell="status" let-row
              ><app-tag [colour]="status(row)[1]">{{ status(row)[0] }}</app-tag></ng-template
            >
            <ng-template appCell="invited" let-row
              >{{ moment(row.createdAt) }}<span class="table__below">by {{ row.invitedBy }}</span></ng-template
            >
            <ng-template appCell="actions" let-row>
              @if (row.status === 'waiting' || row.status === 'expired') {
                <span class="actions">
                  <button type="button" appButton="mini" [busy]="resend.busy()" (click)="clear(); resend.run(row.id, row.name)">
                    Send again<span class="visually-hidden"> to {{ row.name }}</span>
                  </button>
                  <button type="button" appButton="mini" [busy]="withdraw.busy()" (click)="clear(); withdraw.run(row.id, row.name)">
                    Withdraw<span class="visually-hidden"> the invitation for {{ row.name }}</span>
                  </button>
                </span>
              }
            </ng-template>
          </app-table>
          <app-pagination what="invitations" [page]="list.value()" [pages]="pages" />
        }
      } @else {
        <app-loading-state what="invitations" />
      }
    </app-panel>
  `,
})
export class InvitationsPanel {
  readonly providerId = input.required<string>();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly panel = viewChild.required<Panel>('panel');

  protected readonly words = roleWords;
  protected readonly moment = momentWords;
  protected readonly pages = pagingOf(this.providerId);
  protected readonly list = this.api.get('/invitations', () => ({ query: { providerId: this.providerId(), after: this.pages.after() } }));
  protected readonly unread = computed(() => readingProblem(this.list.error()));
  protected readonly problem = computed(() => this.resend.problem() ?? this.withdraw.problem());
  protected readonly columns: Column[] = [
    { key: 'name', heading: 'Name', names: true },
    { key: 'role', heading: 'Role' },
    { key: 'status', heading: 'Status' },
    { key: 'invited', heading: 'Invited' },
    { key: 'actions', heading: 'Actions', quiet: true },
  ];

  protected readonly resend = action(async (id: string, name: string) => {
    await this.api.send('put', '/invitations/{id}/sending', { path: { id } });
    this.done(`Invitation for ${name} renewed. They will be sent a new link`);
  });

  protected readonly withdraw = action(async (id: string, name: string) => {
    await this.api.send('put', '/invitations/{id}/revocation', { path: { id } });
    this.done(`Withdrew the invitation for ${name}`);
    this.panel().focus();
  });

  reload(): void {
    this.list.reload();
  }

  protected status(row: { status: string }): [string, TagColour] {
    return STATUS[row.status] ?? [row.status, 'grey'];
  }

  protected clear(): void {
    this.resend.clear();
    this.withdraw.clear();
  }

  private done(words: string): void {
    this.announcer.announce(words);
    this.reload();
  }
}
