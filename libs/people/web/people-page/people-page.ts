import { Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { FilterPanel } from '@waymark/shared/ui/filter-panel/filter-panel';
import { ListBar } from '@waymark/shared/ui/list-bar/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, type Column, Table } from '@waymark/shared/ui/table/table';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { urlState } from '@waymark/shared/web/url-state';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { OrganisationBox } from '../organisation-box';
import { nameOf } from '../words';

/** The people a provider knows, by last name. */
@Component({
  selector: 'app-people-page',
  imports: [
    RouterLink,
    Button,
    FilterPanel,
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
  protected readonly state = urlState({ q: '', organisation: '' });
  protected readonly q = linkedSignal(() => this.state.value().q);
  protected readonly organisation = linkedSignal(() => this.state.value().organisation);
  protected readonly mayEdit = computed(() => this.session.can('people:edit'));
  protected readonly mayImport = computed(() => this.session.can('people:import'));

  protected readonly people = this.api.get('/people', () => {
    const { q, organisation } = this.state.value();
    return { query: { query: q, organisationId: organisation || undefined, after: this.state.after() } };
  });
  /** The address holds an id; people read a name. */
  private readonly chosen = this.api.get('/organisations/{id}', () => {
    const id = this.state.value().organisation;
    return id ? { path: { id } } : undefined;
  });
  protected readonly chosenName = computed(() => (this.chosen.hasValue() ? this.chosen.value().officialName : ''));
  protected readonly problem = computed(() => {
    const error = this.people.error();
    return error ? readingProblem(error) : null;
  });

  protected readonly columns: readonly Column[] = [
    { key: 'name', heading: 'Name', names: true },
    { key: 'job', heading: 'Job title and organisation' },
    { key: 'email', heading: 'Email address' },
  ];
  protected readonly chips = computed(() => {
    const { q, organisation } = this.state.value();
    return [
      ...(q ? [{ id: 'q', label: `Search: ${q}` }] : []),
      ...(organisation ? [{ id: 'organisation', label: this.chosenName() || 'One organisation' }] : []),
    ];
  });
  protected readonly nameOf = nameOf;

  protected headingOf({ count, more }: { count: number; more: boolean }): string {
    return many(count, 'person', 'people', more);
  }

  protected apply(): void {
    this.state.set({ q: this.q().trim(), organisation: this.organisation() });
  }

  protected remove(chip: string): void {
    this.state.set({ [chip]: '' });
  }
}
