import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { ListBar } from '@waymark/shared/ui/list-bar/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { listPage } from '@waymark/shared/web/list-page';
import { Session } from '@waymark/shared/web/session';

/** Every programme of the provider, and a way to add one. */
@Component({
  selector: 'app-programmes-page',
  imports: [
    RouterLink,
    Button,
    Dialog,
    ErrorSummary,
    FormContext,
    ListBar,
    Pagination,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
    Tag,
    TextInput,
    Textarea,
    TitleBlock,
  ],
  templateUrl: './programmes-page.html',
})
export class ProgrammesPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly columns: Column[] = [
    { key: 'title', heading: 'Programme', names: true },
    { key: 'code', heading: 'Code' },
    { key: 'status', heading: 'Status' },
    { key: 'published', heading: 'Published version' },
    { key: 'cohorts', heading: 'Cohorts', numeric: true },
  ];
  protected readonly list = listPage({
    what: ['programme', 'programmes'],
    filters: { query: '' },
    read: (asked) => this.api.get('/programmes', () => ({ query: asked() })),
  });
  protected readonly may = computed(() => this.session.can('programmes:edit'));

  protected readonly adding = signal(false);
  protected readonly form = formOf({ title: '', code: '', summary: '' }, { problem: () => this.add.problem() });
  protected readonly add = action(async () => {
    const providerId = this.session.current()?.provider?.id ?? '';
    const { id } = await this.api.send('post', '/programmes', { body: { providerId, ...this.form.draft() } });
    this.form.saved();
    await this.router.navigate(['/programmes', id]);
  });

  protected open(): void {
    this.add.clear();
    this.form.reset();
    this.adding.set(true);
  }
}
