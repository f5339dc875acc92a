import { afterNextRender, Component, computed, inject, Injector, input, signal, viewChild } from '@angular/core';
import { roleWords } from '@waymark/shared/kernel/roles';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { pagingOf } from './paging';

type What = 'role' | 'account' | 'step';

interface Row {
  id: string;
  name: string;
  role: string;
  scopeName: string | null;
  account: { id: string; email: string; closed: boolean; secondStep: boolean } | null;
}

/**
 * People with a role at a provider, its cohorts, or an organisation it works with. Participants have pages of their own. Without a provider,
 * those with a role at the installation.
 */
@Component({
  selector: 'app-roles-panel',
  imports: [Button, Cell, Dialog, EmptyState, ErrorState, ErrorSummary, LoadingState, Pagination, Panel, Table, Tag],
  template: `
    <app-panel #panel [heading]="heading()" [flush]="true">
      @if (roles.error()) {
        <app-error-state [problem]="unread()" (again)="roles.reload()" />
      } @else if (roles.hasValue()) {
        <app-error-summary [problem]="open.problem()" />
        @if (roles.value().items.length === 0) {
          <app-empty-state heading="No one has a role here yet"><p>Invite a person to begin.</p></app-empty-state>
        } @else {
          <app-table [caption]="heading()" what="people" [columns]="columns()" [rows]="roles.value().items">
            <ng-template appCell="name" let-row>
              {{ row.name }}
              @if (row.account?.closed) {
                <app-tag colour="red">Account closed</app-tag>
              }
            </ng-template>
            <ng-template appCell="email" let-row>{{ row.account?.email ?? 'No account' }}</ng-template>
            <ng-template appCell="role" let-row>{{ words(row.role) }}</ng-template>
            <ng-template appCell="where" let-row>{{ row.scopeName ?? 'All of Waymark' }}</ng-template>
            <ng-template appCell="actions" let-row>
              <span class="actions">
                <button type="button" appButton="mini" (click)="ask('role', row)">
                  End role<span class="visually-hidden">
                    of {{ row.name }}: {{ words(row.role) }}, {{ row.scopeName ?? 'all of Waymark' }}</span
                  >
                </button>
                @if (row.account?.closed) {
                  <button type="button" appButton="mini" [busy]="open.busy()" (click)="open.run(row.account.id, row.name)">
                    Reopen account<span class="visually-hidden"> of {{ row.name }}</span>
                  </button>
                } @else if (row.account) {
                  <button type="button" appButton="mini" (click)="ask('account', row)">
                    Close account<span class="visually-hidden"> of {{ row.name }}</span>
                  </button>
                }
                @if (row.account?.secondStep && !row.account.closed) {
                  <button type="button" appButton="mini" (click)="ask('step', row)">
                    Reset second step<span class="visually-hidden"> of {{ row.name }}</span>
                  </button>
                }
              </span>
            </ng-template>
          </app-table>
          <app-pagination what="people" [page]="roles.value()" [pages]="pages" />
        }
      } @else {
        <app-loading-state what="people" />
      }
    </app-panel>
    <app-dialog [open]="asked() !== null" (openChange)="$event || asked.set(null)" [heading]="question()">
      <app-error-summary [problem]="end.problem()" />
      @if (asked()?.what === 'account') {
        <p>
          They will be signed out everywhere immediately and cannot sign in again. Their roles stay on record, and you can reopen the
          account later.
        </p>
      } @else if (asked()?.what === 'step') {
        <p>
          Do this if they have lost their phone, passkey and recovery codes, and you are sure it is them. They will be signed out
          everywhere, can sign in without a second step until they set up a new one, and are told by email.
        </p>
      } @else {
        <p>They will immediately lose the access this role gives them. You can invite them again later.</p>
      }
      <ng-container actions>
        <button type="button" appButton="warning" [small]="true" [busy]="end.busy()" (click)="confirm()">
          {{ steps[asked()?.what ?? 'role'].button }}
        </button>
        <button type="button" appButton="secondary" [small]="true" (click)="asked.set(null)">Cancel</button>
      </ng-container>
    </app-dialog>
  `,
})
export class RolesPanel {
  readonly providerId = input.required<string>();
  protected readonly heading = computed(() => (this.providerId() ? 'People with a role' : 'People with a role in all of Waymark'));
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly panel = viewChild.required<Panel>('panel');

  protected readonly words = roleWords;
  protected readonly steps: Record<What, { button: string; done: string }> = {
    role: { button: 'End role', done: 'Ended the role' },
    account: { button: 'Close account', done: 'Closed the account' },
    step: { button: 'Reset second step', done: 'Reset the second step' },
  };
  protected readonly pages = pagingOf(this.providerId);
  protected readonly asked = signal<{ what: What; row: Row } | null>(null);
  protected readonly roles = this.api.get('/role-assignments', () => ({
    query: { providerId: this.providerId() || undefined, after: this.pages.after() },
  }));
  protected readonly unread = computed(() => readingProblem(this.roles.error()));
  protected readonly columns = computed<Column[]>(() => [
    { key: 'name', heading: 'Name', names: true },
    { key: 'email', heading: 'Email address' },
    { key: 'role', heading: 'Role' },
    { key: 'where', heading: 'Where' },
    ...(this.session.can('roles:edit') ? [{ key: 'actions', heading: 'Actions', quiet: true }] : []),
  ]);
  protected readonly question = computed(() => {
    const asked = this.asked();
    if (!asked) return '';
    const { name, role, scopeName } = asked.row;
    if (asked.what === 'step') return `Reset the second step of ${name}?`;
    return asked.what === 'account'
      ? `Close the account of ${name}?`
      : `End the role of ${name}: ${roleWords(role)}, ${scopeName ?? 'all of Waymark'}?`;
  });

  protected readonly end = action(async (what: What, row: Row) => {
    if (what === 'role') await this.api.send('put', '/role-assignments/{id}/end', { path: { id: row.id } });
    else if (what === 'account') await this.api.send('put', '/accounts/{id}/disabled', { path: { id: row.account!.id } });
    else await this.api.send('put', '/accounts/{id}/second-factor-reset', { path: { id: row.account!.id } });
    this.asked.set(null);
    this.done(`${this.steps[what].done} of ${row.name}`);
  });

  protected readonly open = action(async (id: string, name: string) => {
    await this.api.send('delete', '/accounts/{id}/disabled', { path: { id } });
    this.done(`Reopened the account of ${name}`);
  });

  protected ask(what: What, row: Row): void {
    this.end.clear();
    this.asked.set({ what, row });
  }

  /** Says what was done. The button that was pressed goes with its row, so focus goes on to the heading, once the dialog has closed. */
  private done(words: string): void {
    this.announcer.announce(words);
    this.roles.reload();
    afterNextRender(() => this.panel().focus(), { injector: this.injector });
  }

  protected confirm(): void {
    const asked = this.asked();
    if (asked) void this.end.run(asked.what, asked.row);
  }
}
