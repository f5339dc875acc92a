import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { Select } from '@waymark/shared/ui/select/select';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { urlState } from '@waymark/shared/web/url-state';
import { momentDay } from '../people-words';
import { kindWords, PROPOSAL_STATUS, STATUS_OPTIONS, type ProposalStatus } from '../proposal-words';

/** Changes to the register that providers propose: to its keeper those of all, to a provider its own, with what came of them. */
@Component({
  selector: 'app-proposals-page',
  imports: [RouterLink, Panel, Pagination, Select, EmptyState, ErrorState, LoadingState, Cell, Table, Tag, TitleBlock],
  template: `
    <app-title-block
      heading="Proposed changes"
      [crumbs]="[{ label: 'Organisations', link: '/organisations' }, { label: 'Proposed changes' }]"
    />
    <app-select
      name="status"
      label="Show"
      empty="All proposed changes"
      [options]="statuses"
      [value]="url.value().status"
      (valueChange)="url.set({ status: $event })"
    />
    <app-panel [heading]="heading()" [flush]="true">
      @if (list.error(); as error) {
        <app-error-state [problem]="readingProblem(error)" (again)="list.reload()" />
      } @else if (list.hasValue()) {
        @let page = list.value();
        @if (page.items.length === 0) {
          <app-empty-state heading="No proposed changes here">
            <p>
              {{ keeper() ? 'Changes that providers propose will be listed here.' : 'Open an organisation to propose a change to it.' }}
            </p>
          </app-empty-state>
        } @else {
          <app-table caption="Proposed changes" what="proposed changes" [columns]="columns" [rows]="page.items">
            <ng-template appCell="organisation" let-one>
              <a class="link table__name" [routerLink]="['/organisations/proposals', one.id]">{{ one.organisation.officialName }}</a>
              <span class="table__below">{{ kindWords(one.kind) }}</span>
            </ng-template>
            <ng-template appCell="provider" let-one>{{ one.provider.name }}</ng-template>
            <ng-template appCell="proposedAt" let-one>{{ day(one.proposedAt) }}</ng-template>
            <ng-template appCell="status" let-one>
              <app-tag [colour]="words(one.status).colour">{{ words(one.status).label }}</app-tag>
              @if (one.answer) {
                <span class="table__below table__below--whole">{{ one.answer }}</span>
              }
            </ng-template>
          </app-table>
        }
        <app-pagination what="proposed changes" [page]="page" [pages]="url" />
      } @else {
        <app-loading-state what="proposed changes" />
      }
    </app-panel>
  `,
})
export class ProposalsPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly readingProblem = readingProblem;
  protected readonly keeper = computed(() => this.session.can('register:keep'));
  protected readonly url = urlState({ status: '' });
  protected readonly list = this.api.get('/register-proposals', () => {
    const status = STATUS_OPTIONS.find(({ value }) => value === this.url.value().status)?.value as ProposalStatus | undefined;
    return { query: { status, after: this.url.after() } };
  });
  protected readonly heading = computed(() => {
    if (!this.list.hasValue()) return 'Proposed changes';
    const { count, more } = this.list.value().total;
    return `${count.toLocaleString('en-GB')}${more ? '+' : ''} ${count === 1 ? 'proposed change' : 'proposed changes'}`;
  });
  protected readonly columns: readonly Column[] = [
    { key: 'organisation', heading: 'Organisation', names: true },
    { key: 'provider', heading: 'Provider' },
    { key: 'proposedAt', heading: 'Proposed' },
    { key: 'status', heading: 'What came of it' },
  ];
  protected readonly statuses = STATUS_OPTIONS;
  protected readonly kindWords = kindWords;
  protected readonly day = momentDay;
  protected readonly words = (status: ProposalStatus) => PROPOSAL_STATUS[status];
}
