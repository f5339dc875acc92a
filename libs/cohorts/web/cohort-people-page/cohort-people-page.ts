import { Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ENROLMENT_ATTENTION, type EnrolmentAttention } from '@waymark/cohorts/domain/enrolment-attention';
import { ENROLMENT_REASONS, type EnrolmentReason } from '@waymark/cohorts/domain/enrolment-status';
import { many } from '@waymark/shared/kernel/words';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Button } from '@waymark/shared/ui/button/button';
import { FilterGroup } from '@waymark/shared/ui/filter-group/filter-group';
import { FilterPanel } from '@waymark/shared/ui/filter-panel/filter-panel';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { ListBar } from '@waymark/shared/ui/list-bar/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { Select } from '@waymark/shared/ui/select/select';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, type Column, Table } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { urlState } from '@waymark/shared/web/url-state';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { statusTag, type EnrolmentRow } from '../cohort-words';
import { CurrentCohort } from '../current-cohort';
import { AddPeopleDialog } from './add-people-dialog';
import { GroupsDialog } from './groups-dialog';
import { PlaceDialog } from './place-dialog';
import { StatusDialog } from './status-dialog';

const FILTERS = ['attention', 'status', 'sector', 'organisation'] as const;
type Filter = (typeof FILTERS)[number];

/** The people of a cohort: a dense table with filters, order and page in the address, and what can be done with one or many. */
@Component({
  selector: 'app-cohort-people-page',
  imports: [
    RouterLink,
    AddPeopleDialog,
    Button,
    Cell,
    EmptyState,
    ErrorState,
    FilterGroup,
    FilterPanel,
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
  protected readonly state = urlState({
    q: '',
    group: '',
    attention: [] as string[],
    status: [] as string[],
    sector: [] as string[],
    organisation: [] as string[],
    sort: 'name',
    // Their organisation already stands under their name.
    hide: ['organisation'],
    add: '',
  });
  protected readonly q = linkedSignal(() => this.state.value().q);
  protected readonly group = linkedSignal(() => this.state.value().group);
  protected readonly draft = {
    attention: linkedSignal<readonly string[]>(() => this.state.value().attention),
    status: linkedSignal<readonly string[]>(() => this.state.value().status),
    sector: linkedSignal<readonly string[]>(() => this.state.value().sector),
    organisation: linkedSignal<readonly string[]>(() => this.state.value().organisation),
  };

  private readonly asked = computed(() => {
    const { q, group, attention, status, sector, organisation, sort } = this.state.value();
    // Kept in the address as people chose it; the API refuses what it does not know.
    return { search: q || undefined, group: group || undefined, attention, status, sector, organisation, sort } as never;
  });
  protected readonly people = this.api.get('/cohorts/{id}/enrolments', () => {
    const id = this.current.id();
    return id === undefined ? undefined : { path: { id }, query: { ...(this.asked() as object), after: this.state.after() } };
  });
  protected readonly problem = computed(() => {
    const error = this.people.error();
    return error ? readingProblem(error) : null;
  });
  private readonly facets = computed(() => (this.people.hasValue() ? this.people.value().facets : undefined));
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
  protected readonly chips = computed(() => {
    const value = this.state.value();
    const facets = this.facets();
    return [
      ...(value.q ? [{ id: 'q', label: `Search: ${value.q}` }] : []),
      ...(value.group
        ? [
            {
              id: 'group',
              label:
                value.group === 'none' ? 'In no group' : (facets?.group.find((one) => one.value === value.group)?.label ?? 'One group'),
            },
          ]
        : []),
      ...FILTERS.flatMap((name) =>
        value[name].map((one) => ({ id: `${name}:${one}`, label: facets?.[name].find((option) => option.value === one)?.label ?? one })),
      ),
    ];
  });

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
  protected readonly aboutRows = computed(() =>
    this.people.hasValue() ? this.people.value().items.filter(({ id }) => this.about().includes(id)) : [],
  );
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
      if (!view || this.state.value().add !== 'people') return;
      untracked(() => {
        this.adding.set(view.may.enrol);
        this.state.set({ add: '' });
      });
    });
  }

  protected headingOf({ total, everyone }: { total: number; everyone: number }): string {
    return total === everyone
      ? many(everyone, 'person', 'people')
      : `${total.toLocaleString('en-GB')} of ${many(everyone, 'person', 'people')}`;
  }

  protected nameOf = (row: EnrolmentRow): string => row.person.name;

  protected aboutOf({ jobTitle, organisation }: EnrolmentRow): string {
    return [jobTitle, organisation?.name].filter(Boolean).join(', ') || 'No job given';
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

  protected apply(): void {
    this.state.set({
      q: this.q().trim(),
      group: this.group(),
      ...(Object.fromEntries(FILTERS.map((name) => [name, [...this.draft[name]()]])) as Record<Filter, string[]>),
    });
  }

  protected remove(chip: string): void {
    const [name, ...rest] = chip.split(':');
    const value = rest.join(':');
    if (FILTERS.includes(name as Filter))
      this.state.set({ [name as Filter]: this.state.value()[name as Filter].filter((one) => one !== value) });
    else this.state.set({ [name === 'q' ? 'q' : 'group']: '' });
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
    this.people.reload();
    this.current.resource.reload();
  }

  private linkTo(ids: readonly string[]): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(this.asked() as Record<string, string | string[] | undefined>))
      for (const one of value === undefined ? [] : [value].flat()) query.append(name, one);
    for (const id of ids) query.append('ids', id);
    return `/api/cohorts/${this.current.id()}/enrolments.csv?${query}`;
  }
}
