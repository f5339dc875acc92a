import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ENROLMENT_ATTENTION, type EnrolmentAttention } from '@waymark/cohorts/domain/enrolment-attention';
import { ENROLMENT_REASONS, type EnrolmentReason } from '@waymark/cohorts/domain/enrolment-status';
import { many } from '@waymark/shared/kernel/words';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Attention } from '@waymark/shared/ui/attention/attention';
import { Button } from '@waymark/shared/ui/button/button';
import { FilterGroup } from '@waymark/shared/ui/filter-group/filter-group';
import { FilterPanel } from '@waymark/shared/ui/filter-panel/filter-panel';
import { FormContext } from '@waymark/shared/ui/form/form';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { ListBar } from '@waymark/shared/ui/list-bar/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { Select } from '@waymark/shared/ui/select/select';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, type Column, Table } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Api } from '@waymark/shared/web/api';
import { listPage } from '@waymark/shared/web/list-page';
import { Session } from '@waymark/shared/web/session';
import { statusTag, type EnrolmentRow } from '../cohort-words';
import { CurrentCohort } from '../current-cohort';
import { AddPeopleDialog } from './add-people-dialog';
import { GroupsDialog } from './groups-dialog';
import { PlaceDialog } from './place-dialog';
import { StatusDialog } from './status-dialog';

const NONE: readonly string[] = [];

/** The people of a cohort: a dense table with filters, order and page in the address, and what can be done with one or many. */
@Component({
  selector: 'app-cohort-people-page',
  imports: [
    Attention,
    RouterLink,
    AddPeopleDialog,
    Button,
    Cell,
    EmptyState,
    ErrorState,
    FilterGroup,
    FilterPanel,
    FormContext,
    GroupsDialog,
    Icon,
    ListBar,
    LoadingState,
    Pagination,
    PlaceDialog,
    Select,
    StatusDialog,
    Table,
    Tag,
    TextInput,
  ],
  templateUrl: './cohort-people-page.html',
})
export class CohortPeoplePage {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly current = inject(CurrentCohort);
  /** Who leads a cohort may know its people without opening the pages about them. */
  protected readonly opensPeople = inject(Session).can('people:read');
  protected readonly list = listPage({
    what: ['person', 'people'],
    filters: { q: '', group: '', attention: NONE, status: NONE, sector: NONE, organisation: NONE },
    // Their organisation already stands under their name.
    view: { sort: 'name', hide: ['organisation'] as readonly string[], add: '' },
    chips: {
      q: (text) => `Search: ${text}`,
      group: (id) => (id === 'none' ? 'In no group' : this.nameIn('group', id, 'One group')),
      attention: (code) => this.nameIn('attention', code),
      status: (code) => this.nameIn('status', code),
      sector: (code) => this.nameIn('sector', code),
      organisation: (id) => this.nameIn('organisation', id),
    },
    read: (asked) =>
      this.api.get('/cohorts/{id}/enrolments', () => {
        const id = this.current.id();
        return id === undefined ? undefined : { path: { id }, query: { ...wishOf(asked()), after: asked().after } as never };
      }),
    heading: ({ total, everyone }) =>
      total === everyone ? many(everyone, 'person', 'people') : `${total.toLocaleString('en-GB')} of ${many(everyone, 'person', 'people')}`,
  });
  private readonly facets = computed(() => this.list.page()?.facets);
  protected readonly panels = computed(() =>
    [
      { name: 'attention' as const, label: 'Needs attention' },
      { name: 'status' as const, label: 'Status' },
      { name: 'sector' as const, label: 'Sector' },
      { name: 'organisation' as const, label: 'Organisation' },
    ].map((panel) => ({ ...panel, options: this.facets()?.[panel.name] ?? [] })),
  );
  protected readonly groups = computed(() => [
    ...(this.facets()?.group ?? []).map(({ value, label, count }) => ({ value, label: `${label} (${count})` })),
    { value: 'none', label: 'In no group' },
  ]);
  protected readonly columns = computed<readonly Column[]>(() => [
    { key: 'name', heading: 'Name', names: true, sortable: true },
    { key: 'status', heading: 'Status', sortable: true },
    { key: 'organisation', heading: 'Organisation', sortable: true },
    { key: 'groups', heading: 'Group' },
    { key: 'attention', heading: 'Needs attention' },
    { key: 'actions', heading: 'Actions', quiet: true },
  ]);
  protected readonly hideable = computed(() => this.columns().filter(({ key }) => key !== 'name' && key !== 'actions'));

  protected readonly selected = signal<readonly string[]>([]);
  /** What the dialogs are about: those selected, or the one whose row was asked about. */
  protected readonly about = signal<readonly string[]>([]);
  protected readonly aboutRows = computed(() => this.list.rows().filter(({ id }) => this.about().includes(id)));
  protected readonly row = signal<EnrolmentRow | null>(null);
  protected readonly placing = signal(false);
  protected readonly changing = signal(false);
  protected readonly grouping = signal(false);
  protected readonly adding = signal(false);

  protected readonly fileLink = computed(() => this.linkTo([]));
  protected readonly selectedLink = computed(() => this.linkTo(this.selected()));
  protected readonly statusTag = statusTag;

  constructor() {
    // "Add people" in the head of the cohort leads here; who may not add anybody only loses the words in the address.
    effect(() => {
      const view = this.current.view();
      if (!view || this.list.url.value().add !== 'people') return;
      untracked(() => {
        this.adding.set(view.may.enrol);
        this.list.url.set({ add: '' });
      });
    });
  }

  protected nameOf = (row: EnrolmentRow): string => row.person.name;

  protected aboutOf({ jobTitle, organisation }: EnrolmentRow): string {
    return [jobTitle, organisation?.name].filter(Boolean).join(', ') || 'No job recorded';
  }

  protected reasonOf(code: string): string {
    return ENROLMENT_REASONS[code as EnrolmentReason];
  }

  protected groupsOf({ groups }: EnrolmentRow): string {
    return groups.map(({ name }) => name).join(', ') || 'None';
  }

  protected attentionOf(code: string): { words: string; tone: 'alert' | 'warn' } {
    return ENROLMENT_ATTENTION[code as EnrolmentAttention];
  }

  protected openPlace(row: EnrolmentRow): void {
    this.row.set(row);
    this.placing.set(true);
  }

  protected openFor(what: 'status' | 'groups', ids: readonly string[]): void {
    this.about.set(ids);
    (what === 'status' ? this.changing : this.grouping).set(true);
  }

  /** Something changed: the list, the numbers in the head, and what was chosen are read anew. */
  protected changed(words: string): void {
    this.announcer.announce(words);
    this.selected.set([]);
    this.list.again();
    this.current.resource.reload();
  }

  private linkTo(ids: readonly string[]): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(wishOf(this.list.url.value())))
      for (const one of value === undefined ? [] : [value].flat()) query.append(name, one);
    for (const id of ids) query.append('ids', id);
    return `/api/cohorts/${this.current.id()}/enrolments.csv?${query}`;
  }

  /** What the API calls a value of a filter; the value itself where it says nothing of it. */
  private nameIn(filter: 'group' | 'attention' | 'status' | 'sector' | 'organisation', value: string, otherwise = value): string {
    return this.facets()?.[filter].find((one) => one.value === value)?.label ?? otherwise;
  }
}

/** Kept in the address as people chose it; the API refuses what it does not know. */
function wishOf({ q, group, attention, status, sector, organisation, sort }: Asked) {
  return { search: q || undefined, group: group || undefined, attention, status, sector, organisation, sort };
}

type Asked = Record<'q' | 'group' | 'sort', string> & Record<'attention' | 'status' | 'sector' | 'organisation', readonly string[]>;
