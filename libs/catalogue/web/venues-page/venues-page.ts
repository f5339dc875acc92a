import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { accessWords } from '@waymark/catalogue/domain/access';
import { NATIONS, type Nation } from '@waymark/catalogue/domain/calendar';
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
import { EMPTY_VENUE, venueBody, VenueFields } from '../venue-page/venue-fields';

/** Every venue of the provider, with what it offers, and a way to add one. */
@Component({
  selector: 'app-venues-page',
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
    TextInput,
    TitleBlock,
    VenueFields,
  ],
  templateUrl: './venues-page.html',
})
export class VenuesPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly accessWords = accessWords;
  protected readonly columns: Column[] = [
    { key: 'name', heading: 'Venue', names: true },
    { key: 'nation', heading: 'Nation' },
    { key: 'rooms', heading: 'Rooms', numeric: true },
    { key: 'largest', heading: 'Largest room', numeric: true },
    { key: 'access', heading: 'Access' },
  ];
  protected readonly list = listPage({
    what: ['venue', 'venues'],
    filters: { query: '' },
    read: (asked) => this.api.get('/venues', () => ({ query: asked() })),
  });
  protected readonly may = computed(() => this.session.can('venues:edit'));

  protected readonly adding = signal(false);
  protected readonly form = formOf(EMPTY_VENUE, { problem: () => this.add.problem() });
  protected readonly add = action(async () => {
    const providerId = this.session.current()?.provider?.id ?? '';
    const { id } = await this.api.send('post', '/venues', { body: { providerId, ...venueBody(this.form.draft()) } });
    this.form.saved();
    await this.router.navigate(['/venues', id]);
  });

  protected open(): void {
    this.add.clear();
    this.form.reset();
    this.adding.set(true);
  }

  protected nation(code: Nation): string {
    return NATIONS[code];
  }
}
