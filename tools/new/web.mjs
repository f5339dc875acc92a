// The browser's side of a new domain: a list with a way to add and to change, where it stands, and what leads to it.

export const routes = ({ domain, many }) => `import type { DomainRoutes } from '@waymark/shared/web/pages';

export const ${domain.camel}Routes: DomainRoutes = {
  staff: [
    {
      path: '${many.kebab}',
      title: '${many.Words}',
      data: { needs: '${many.kebab}:read' },
      loadComponent: () => import('./${many.kebab}-page/${many.kebab}-page').then((m) => m.${many.Pascal}Page),
    },
  ],
};
`;

export const navigation = ({ domain, many }) => `import type { Navigation } from '@waymark/shared/web/navigation';

export const ${domain.camel}Navigation: Navigation = {
  staff: [{ label: '${many.Words}', link: '/${many.kebab}', order: 80, needs: '${many.kebab}:read' }],
};
`;

export const page = ({ one, many, an }) => `import { Component, computed, inject, signal } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { ListBar } from '@waymark/shared/ui/list-bar/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { listPage } from '@waymark/shared/web/list-page';
import { Session } from '@waymark/shared/web/session';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';

interface Row {
  id: string;
  name: string;
  version: number;
}

/** The ${many.words} of the provider, and a way to add one and to change it. */
@Component({
  selector: 'app-${many.kebab}-page',
  imports: [
    Button,
    Cell,
    Dialog,
    EmptyState,
    ErrorState,
    ErrorSummary,
    FormContext,
    ListBar,
    LoadingState,
    Pagination,
    StaleEditDialog,
    Table,
    TextInput,
    TitleBlock,
  ],
  templateUrl: './${many.kebab}-page.html',
})
export class ${many.Pascal}Page {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly columns: Column[] = [
    { key: 'name', heading: '${one.Words}', names: true },
    { key: 'change', heading: 'Change', quiet: true },
  ];
  protected readonly list = listPage({
    what: ['${one.words}', '${many.words}'],
    filters: { query: '' },
    read: (asked) => this.api.get('/${many.kebab}', () => ({ query: asked() })),
  });
  protected readonly may = computed(() => this.session.can('${many.kebab}:edit'));

  protected readonly adding = signal(false);
  protected readonly form = formOf({ name: '' }, { problem: () => this.add.problem() });
  protected readonly add = action(async () => {
    const providerId = this.session.current()?.provider?.id ?? '';
    await this.api.send('post', '/${many.kebab}', { body: { providerId, ...this.form.draft() } });
    this.adding.set(false);
    this.list.again();
  });

  protected readonly changing = signal<Row | undefined>(undefined);
  protected readonly edit = staleEdit({
    view: this.changing,
    draftOf: (${one.camel}) => ({ name: ${one.camel}?.name ?? '' }),
    labels: { name: 'Name' },
    send: (draft, version) => this.api.send('put', '/${many.kebab}/{id}', { path: { id: this.changing()!.id }, body: { ...draft, version } }),
  });

  protected open(): void {
    this.add.clear();
    this.form.reset();
    this.adding.set(true);
  }

  protected change(${one.camel}: Row): void {
    this.changing.set(${one.camel});
    this.edit.reset();
  }

  protected async save(): Promise<void> {
    if (await this.edit.save()) this.saved();
  }

  protected saved(): void {
    this.changing.set(undefined);
    this.list.again();
  }
}
`;

export const template = ({ one, many, an }) => `<app-title-block heading="${many.Words}">
  <ng-container actions>
    @if (may()) {
      <button type="button" appButton [small]="true" (click)="open()">Add ${one.words}</button>
    }
  </ng-container>
</app-title-block>
<section class="panel" aria-label="${many.Words}">
  <app-list-bar [heading]="list.heading()">
    <form class="actions" role="search" [appForm]="list.filters" (submitted)="list.apply()">
      <app-text-input name="query" label="Find ${an} ${one.words}" [hideLabel]="true" type="search" [width]="20" />
      <button type="submit" appButton="mini">Search<span class="visually-hidden"> ${many.words}</span></button>
    </form>
  </app-list-bar>
  @if (list.problem(); as problem) {
    <app-error-state [problem]="problem" (again)="list.again()" />
  } @else if (list.page(); as page) {
    @if (page.items.length === 0) {
      @if (list.url.value().query) {
        <app-empty-state heading="No ${many.words} match">Try another part of the name.</app-empty-state>
      } @else {
        <app-empty-state heading="No ${many.words} yet">Add one to see it here.</app-empty-state>
      }
    } @else {
      <app-table caption="${many.Words}" [columns]="columns" [rows]="page.items" what="${many.words}" [busy]="list.busy()">
        <ng-template appCell="change" let-row>
          @if (may()) {
            <button type="button" appButton="mini" (click)="change(row)">Change<span class="visually-hidden"> {{ row.name }}</span></button>
          }
        </ng-template>
      </app-table>
      <app-pagination what="${many.words}" [page]="page" [pages]="list.url" />
    }
  } @else {
    <app-loading-state what="${many.words}" />
  }
</section>
<app-dialog [(open)]="adding" heading="Add ${an} ${one.words}">
  <form id="add-${one.kebab}" [appForm]="form" (submitted)="add.run()">
    <app-error-summary />
    <app-text-input name="name" label="Name" />
  </form>
  <ng-container actions>
    <button type="submit" form="add-${one.kebab}" appButton [small]="true" [busy]="add.busy()">Add ${one.words}</button>
    <button type="button" appButton="secondary" [small]="true" (click)="adding.set(false)">Cancel</button>
  </ng-container>
</app-dialog>
<app-dialog [open]="changing() !== undefined" (openChange)="changing.set(undefined)" heading="Change ${an} ${one.words}">
  <form id="change-${one.kebab}" [appForm]="edit" (submitted)="save()">
    <app-error-summary />
    <app-text-input name="name" label="Name" />
  </form>
  <ng-container actions>
    <button type="submit" form="change-${one.kebab}" appButton [small]="true" [busy]="edit.busy()">Save</button>
    <button type="button" appButton="secondary" [small]="true" (click)="changing.set(undefined)">Cancel</button>
  </ng-container>
</app-dialog>
<app-stale-edit-dialog [edit]="edit" (saved)="saved()" />
`;

export const pageSpec = ({ domain, one, many }) => `import { openUrl, refused } from '@waymark/shared/testing-web/open-page';
import { ${domain.camel}Routes } from '../${domain.kebab}.routes';

const ALDER = { id: 'a', providerId: 'p', name: 'Alder', version: 3 };
const pageOf = (items: readonly object[]) => ({ items, next: null, total: { count: items.length, more: false } });

describe('${many.Pascal}Page', () => {
  it('says what it lists, that it waits, and that there is nothing', async () => {
    const { answer, one, text } = await open();
    expect(one('h1').textContent).toContain('${many.Words}');
    one('app-loading-state');
    await answer('/${many.kebab}', pageOf([]));
    expect(text()).toContain('No ${many.words} yet');
  });

  it('searches by what is typed, and says when nothing matches', async () => {
    const { answer, one, submit, text, type } = await open();
    await answer('/${many.kebab}', pageOf([ALDER]));
    expect(one('app-list-bar').textContent).toContain('1 ${one.words}');
    type('[role=search] #query', 'birch');
    await submit('[role=search]');
    const { params } = await answer('/${many.kebab}', pageOf([]));
    expect(params.get('query')).toBe('birch');
    expect(text()).toContain('No ${many.words} match');
  });

  it('shows why one was not added, at its field', async () => {
    const { answer, one, press, submit } = await open();
    await answer('/${many.kebab}', pageOf([]));
    await press('Add ${one.words}');
    await submit('#add-${one.kebab}');
    await answer('/${many.kebab}', refused('Enter the name', '/name'), 400);
    expect(one('#name-error').textContent).toContain('Enter the name');
  });

  it('changes one from the version that was seen, and reads the list again', async () => {
    const { answer, press, submit, text, type } = await open();
    await answer('/${many.kebab}', pageOf([ALDER]));
    await press('Change Alder');
    type('#change-${one.kebab} #name', 'Ash');
    await submit('#change-${one.kebab}');
    const { method, body } = await answer('/${many.kebab}/a', { ...ALDER, name: 'Ash', version: 4 });
    expect([method, body]).toEqual(['PUT', { name: 'Ash', version: 3 }]);
    await answer('/${many.kebab}', pageOf([{ ...ALDER, name: 'Ash', version: 4 }]));
    expect(text()).toContain('Ash');
  });

  it('offers nothing to those who only read', async () => {
    const { all, answer } = await open([]);
    await answer('/${many.kebab}', pageOf([ALDER]));
    expect(all('app-title-block button, app-table tbody button')).toEqual([]);
  });
});

const open = (can = ['${many.kebab}:edit']) => openUrl(${domain.camel}Routes.staff!, '/${many.kebab}', { by: { can } });
`;
