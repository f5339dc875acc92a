import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { Combobox } from '@waymark/shared/ui/combobox/combobox';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { ListBar } from '@waymark/shared/ui/list-bar/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { listPage } from '@waymark/shared/web/list-page';
import { Session } from '@waymark/shared/web/session';
import { skillsIn } from '../skills';

/** Everybody who leads sessions for the provider, and a way to add somebody it knows. */
@Component({
  selector: 'app-facilitators-page',
  imports: [
    RouterLink,
    Button,
    Combobox,
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
    TitleBlock,
  ],
  templateUrl: './facilitators-page.html',
})
export class FacilitatorsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly columns: Column[] = [
    { key: 'name', heading: 'Facilitator', names: true },
    { key: 'organisation', heading: 'Organisation' },
    { key: 'skills', heading: 'Can lead' },
    { key: 'status', heading: 'Status' },
    { key: 'sessions', heading: 'Upcoming sessions', numeric: true },
  ];
  protected readonly list = listPage({
    what: ['facilitator', 'facilitators'],
    filters: { query: '' },
    read: (asked) => this.api.get('/facilitators', () => ({ query: asked() })),
  });
  protected readonly may = computed(() => this.session.can('facilitators:edit'));

  protected readonly adding = signal(false);
  protected readonly form = formOf({ personId: '', skills: '' }, { problem: () => this.add.problem() });
  protected readonly typed = signal('');
  protected readonly candidates = this.api.get('/facilitator-candidates', () =>
    this.adding() ? { query: { query: this.typed() } } : undefined,
  );
  protected readonly options = computed(() =>
    (this.candidates.hasValue() ? this.candidates.value()!.items : []).map(({ personId, name, email, organisation }) => ({
      value: personId,
      label: name,
      hint: [organisation, email].filter(Boolean).join(', '),
    })),
  );
  protected readonly add = action(async () => {
    const providerId = this.session.current()?.provider?.id ?? '';
    const { personId, skills } = this.form.draft();
    const body = { providerId, personId, skills: skillsIn(skills), note: '' };
    const { id } = await this.api.send('post', '/facilitators', { body });
    this.form.saved();
    await this.router.navigate(['/facilitators', id]);
  });

  protected open(): void {
    this.add.clear();
    this.form.reset();
    this.typed.set('');
    this.adding.set(true);
  }
}
