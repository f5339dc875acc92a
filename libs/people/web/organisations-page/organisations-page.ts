import { Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { FilterGroup } from '@waymark/shared/ui/filter-group/filter-group';
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
import { dayOf, NATIONS, nationName, sectorName, SECTORS } from '../words';

type Line = components['schemas']['OrganisationLine'];
const NONE: readonly string[] = [];

/** Every organisation that this installation knows, by name. */
@Component({
  selector: 'app-organisations-page',
  imports: [
    RouterLink,
    Button,
    FilterGroup,
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
  ],
  templateUrl: './organisations-page.html',
})
export class OrganisationsPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly state = urlState({ q: '', sector: NONE, nation: NONE });
  protected readonly q = linkedSignal(() => this.state.value().q);
  protected readonly sector = linkedSignal(() => this.state.value().sector);
  protected readonly nation = linkedSignal(() => this.state.value().nation);
  protected readonly mayEdit = computed(() => this.session.can('organisations:edit'));
  protected readonly mayImport = computed(() => this.session.can('organisations:import'));

  protected readonly organisations = this.api.get('/organisations', () => {
    const { q, sector, nation } = this.state.value();
    return { query: { query: q, sector: known(sector, SECTORS), nation: known(nation, NATIONS), after: this.state.after() } };
  });
  protected readonly problem = computed(() => {
    const error = this.organisations.error();
    return error ? readingProblem(error) : null;
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
  protected readonly chips = computed(() => {
    const { q, sector, nation } = this.state.value();
    return [
      ...(q ? [{ id: 'q', label: `Search: ${q}` }] : []),
      ...SECTORS.filter(({ value }) => sector.includes(value)).map(({ value, label }) => ({ id: value, label })),
      ...NATIONS.filter(({ value }) => nation.includes(value)).map(({ value, label }) => ({ id: value, label })),
    ];
  });
  protected readonly nameOf = (line: Line): string => line.officialName;
  protected readonly sectorName = sectorName;
  protected readonly nationName = nationName;
  protected readonly dayOf = dayOf;

  protected headingOf({ count, more }: { count: number; more: boolean }): string {
    return many(count, 'organisation', 'organisations', more);
  }

  protected apply(): void {
    this.state.set({ q: this.q().trim(), sector: this.sector(), nation: this.nation() });
  }

  protected remove(chip: string): void {
    const { sector, nation } = this.state.value();
    if (chip === 'q') this.state.set({ q: '' });
    else this.state.set({ sector: sector.filter((one) => one !== chip), nation: nation.filter((one) => one !== chip) });
  }
}

/** An address typed by hand may name what there is not: that filters nothing. */
const known = <Value extends string>(values: readonly string[], options: readonly { value: Value }[]): Value[] =>
  options.map(({ value }) => value).filter((value) => values.includes(value));
