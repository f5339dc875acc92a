import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import { Button } from '@waymark/shared/ui/button/button';
import { FilterGroup } from '@waymark/shared/ui/filter-group/filter-group';
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
import { dayOf, NATIONS, nationName, sectorName, SECTORS } from '../people-words';

type Line = components['schemas']['OrganisationLine'];
const NONE: readonly string[] = [];

/** The register that all share, and what one's own provider has added, by name. */
@Component({
  selector: 'app-organisations-page',
  imports: [
    RouterLink,
    Button,
    FilterGroup,
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
  ],
  templateUrl: './organisations-page.html',
})
export class OrganisationsPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly mayEdit = computed(() => this.session.can('organisations:edit') || this.session.can('register:keep'));
  protected readonly maySeeProposals = computed(() => this.session.can('proposals:read'));
  protected readonly mayImport = computed(() => this.session.can('organisations:import'));

  protected readonly list = listPage({
    what: ['organisation', 'organisations'],
    filters: { q: '', sector: NONE, nation: NONE },
    chips: { q: (text) => `Search: ${text}`, sector: (value) => labelOf(value, SECTORS), nation: (value) => labelOf(value, NATIONS) },
    read: (asked) =>
      this.api.get('/organisations', () => {
        const { q, sector, nation, after } = asked();
        return { query: { query: q, sector: known(sector, SECTORS), nation: known(nation, NATIONS), after } };
      }),
  });

  protected readonly sectors = SECTORS;
  protected readonly nations = NATIONS;
  protected readonly columns: readonly Column[] = [
    { key: 'officialName', heading: 'Official name', names: true },
    { key: 'sector', heading: 'Sector' },
    { key: 'organisationType', heading: 'Type' },
    { key: 'nation', heading: 'Nation' },
    { key: 'region', heading: 'Region' },
    { key: 'codes', heading: 'Codes' },
  ];
  protected readonly nameOf = (line: Line): string => line.officialName;
  protected readonly sectorName = sectorName;
  protected readonly nationName = nationName;
  protected readonly dayOf = dayOf;
}

/** An address typed by hand may name what there is not: that filters nothing. */
const known = <Value extends string>(values: readonly string[], options: readonly { value: Value }[]): Value[] =>
  options.map(({ value }) => value).filter((value) => values.includes(value));

const labelOf = (value: string, options: readonly { value: string; label: string }[]): string =>
  options.find((one) => one.value === value)?.label ?? '';
