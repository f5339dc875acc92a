import { Component, computed, inject, type Signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { FilterPanel } from '@waymark/shared/ui/filter-panel/filter-panel';
import { FormContext } from '@waymark/shared/ui/form/form';
import { ListBar } from '@waymark/shared/ui/list-bar/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, type Column, Table } from '@waymark/shared/ui/table/table';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { listPage } from '@waymark/shared/web/list-page';
import { Session } from '@waymark/shared/web/session';
import { OrganisationBox } from '../organisation-box';
import { nameOf } from '../people-words';

/** The people a provider knows, by last name. */
@Component({
  selector: 'app-people-page',
  imports: [
    RouterLink,
    Button,
    FilterPanel,
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
    OrganisationBox,
  ],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly mayEdit = computed(() => this.session.can('people:edit'));
  protected readonly mayImport = computed(() => this.session.can('people:import'));

  protected readonly list = listPage({
    what: ['person', 'people'],
    filters: { q: '', organisation: '' },
    chips: { q: (text) => `Search: ${text}`, organisation: () => this.chosenName() || 'One organisation' },
    read: (asked) =>
      this.api.get('/people', () => {
        const { q, organisation, after } = asked();
        return { query: { query: q, organisationId: organisation || undefined, after } };
      }),
  });
  /** The address holds an id; people read a name. */
  private readonly chosen = this.api.get('/organisations/{id}', () => {
    const id = this.list.url.value().organisation;
    return id ? { path: { id } } : undefined;
  });
  protected readonly chosenName: Signal<string> = computed(() => (this.chosen.hasValue() ? this.chosen.value().officialName : ''));

  protected readonly columns: readonly Column[] = [
    { key: 'name', heading: 'Name', names: true },
    { key: 'job', heading: 'Job title and organisation' },
    { key: 'email', heading: 'Email address' },
  ];
  protected readonly nameOf = nameOf;
}
