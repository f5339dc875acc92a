import { Component, computed, signal } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { FilterGroup } from '@waymark/shared/ui/filter-group/filter-group';
import { FilterPanel } from '@waymark/shared/ui/filter-panel/filter-panel';
import { ListBar } from '@waymark/shared/ui/list-bar/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { EmptyState } from '@waymark/shared/ui/states/states';
import { Cell, type Column, Table } from '@waymark/shared/ui/table/table';
import { Tag, type TagColour } from '@waymark/shared/ui/tag/tag';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { urlState } from './url-state';

interface Person {
  id: string;
  name: string;
  post: string;
  status: string;
  attended: number;
  attention: string;
}

const PEOPLE: readonly Person[] = [
  ['Adaeze Okonkwo', 'Digital delivery manager, Essex County Council', 'Confirmed', 3, 'Nothing'],
  ['Ben Hartley', 'Service designer, Chelmsford City Council', 'Confirmed', 2, 'No mentor, 12 days'],
  ['Carys Wŷn-Evans', 'Data lead, Powys County Council', 'Offer sent', 0, 'Offer ends 4 June'],
  ['Daniel Osei', 'Cyber security analyst, Essex Police', 'Confirmed', 3, 'Nothing'],
  ['Emily Tan', 'Programme officer, Mid and South Essex NHS', 'Confirmed', 3, 'Nothing'],
  ['Farah Siddiqui', 'Business analyst, Colchester City Council', 'Confirmed', 1, 'Chase sponsor'],
  ['George Whitlock', 'Infrastructure engineer, Southend-on-Sea City Council', 'Confirmed', 3, 'Nothing'],
  ['Hannah Brightwell', 'Housing transformation lead, Eastlight Homes', 'Deferred', 1, 'Wants to move'],
].map(([name, post, status, attended, attention], index) => ({
  id: String(index + 1),
  name,
  post,
  status,
  attended,
  attention,
})) as Person[];

const PAGE = 5;

/** A list as pages build it: the address holds the state, the page asks for rows. */
@Component({
  selector: 'app-list-examples',
  imports: [Button, FilterGroup, FilterPanel, ListBar, Pagination, EmptyState, Cell, Table, Tag, TextInput],
  templateUrl: './list.examples.html',
})
export class ListExamples {
  protected readonly state = urlState({ q: '', status: [] as readonly string[], sort: 'name', hide: [] as readonly string[] });
  protected readonly q = signal(this.state.value().q);
  protected readonly status = signal(this.state.value().status);
  protected readonly selected = signal<readonly string[]>([]);

  protected readonly columns: readonly Column[] = [
    { key: 'name', heading: 'Name', sortable: true, names: true },
    { key: 'status', heading: 'Status', sortable: true },
    { key: 'attended', heading: 'Attended', numeric: true, sortable: true },
    { key: 'attention', heading: 'Needs attention' },
  ];
  protected readonly statuses = ['Confirmed', 'Offer sent', 'Deferred'].map((value) => ({
    value,
    label: value,
    count: PEOPLE.filter((person) => person.status === value).length,
  }));

  private readonly matching = computed(() => {
    const { q, status, sort } = this.state.value();
    const key = sort.replace(/^-/, '') as keyof Person;
    const way = sort.startsWith('-') ? -1 : 1;
    return PEOPLE.filter(
      (person) => person.name.toLowerCase().includes(q.toLowerCase()) && (status.length === 0 || status.includes(person.status)),
    ).toSorted((a, b) => way * String(a[key]).localeCompare(String(b[key])));
  });
  private readonly start = computed(() => this.matching().findIndex((person) => person.id === this.state.after()) + 1);
  protected readonly rows = computed(() => this.matching().slice(this.start(), this.start() + PAGE));
  protected readonly total = computed(() => this.matching().length);
  protected readonly page = computed(() => ({
    items: this.rows(),
    next: this.start() + PAGE < this.total() ? (this.rows().at(-1)?.id ?? null) : null,
    total: this.total(),
  }));
  protected readonly everybody = PEOPLE.length;
  protected readonly chips = computed(() => {
    const { q, status } = this.state.value();
    return [...(q ? [{ id: 'q', label: `Name: ${q}` }] : []), ...status.map((one) => ({ id: one, label: one }))];
  });

  protected colour(status: string): TagColour {
    return status === 'Confirmed' ? 'green' : status === 'Deferred' ? 'yellow' : 'blue';
  }

  protected apply(): void {
    this.state.set({ q: this.q(), status: this.status() });
  }

  protected remove(chip: string): void {
    if (chip === 'q') this.q.set('');
    else this.status.update((all) => all.filter((one) => one !== chip));
    this.apply();
  }

  protected clear(): void {
    this.q.set('');
    this.status.set([]);
    this.apply();
  }
}
