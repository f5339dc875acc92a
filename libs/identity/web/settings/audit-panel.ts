import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { nameOf } from '@waymark/people/web/people-words';
import { Button } from '@waymark/shared/ui/button/button';
import { Combobox } from '@waymark/shared/ui/combobox/combobox';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import type { Option } from '@waymark/shared/ui/field/options';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { Select } from '@waymark/shared/ui/select/select';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { momentWords } from '../moment-words';
import { pagingOf } from './paging';

const NOTHING = { kind: '', cohortId: '', personId: '', from: '', to: '' };

/** What happened at a provider, the newest first, narrowed to a kind of thing, a cohort, a person or days. Nobody can change or remove a line. */
@Component({
  selector: 'app-audit-panel',
  imports: [
    RouterLink,
    Button,
    Cell,
    Combobox,
    DateInput,
    EmptyState,
    ErrorState,
    ErrorSummary,
    FormContext,
    LoadingState,
    Pagination,
    Panel,
    Select,
    Table,
  ],
  templateUrl: './audit-panel.html',
})
export class AuditPanel {
  readonly providerId = input.required<string>();
  private readonly api = inject(Api);
  protected readonly moment = momentWords;
  protected readonly form = formOf(NOTHING, { asks: false, problem: () => this.unfit() });
  private readonly applied = signal(NOTHING);
  protected readonly narrowed = computed(() => Object.values(this.applied()).some(Boolean));
  private readonly asked = computed(() => ({ providerId: this.providerId(), ...this.applied() }));
  protected readonly pages = pagingOf(this.asked);
  protected readonly events = this.api.get('/events', () => {
    const { kind, cohortId, personId, from, to, providerId } = this.asked();
    const given = { kind: kind || undefined, cohortId: cohortId || undefined, personId: personId || undefined };
    return { query: { providerId, ...given, from: from || undefined, to: to || undefined, after: this.pages.after(), limit: 20 } };
  });
  /** Kept while another page is read, so that what was chosen stays chosen. */
  protected readonly kinds = linkedSignal<Option[], Option[]>({
    source: () => this.events.value()?.kinds.map(({ code, words }) => ({ value: code, label: words })) ?? [],
    computation: (now, before) => (now.length > 0 ? now : (before?.value ?? [])),
  });
  protected readonly unread = computed(() => readingProblem(this.events.error()));
  /** What the API says of a day is said at its field. */
  private readonly unfit = computed(() => {
    const problem = this.events.error() ? readingProblem(this.events.error()) : null;
    return problem?.errors?.length ? problem : null;
  });
  protected readonly refused = computed(() => this.unfit() !== null);
  protected readonly columns: Column[] = [
    { key: 'what', heading: 'What happened', names: true },
    { key: 'cohort', heading: 'Cohort' },
    { key: 'who', heading: 'Who' },
    { key: 'when', heading: 'When' },
  ];

  protected readonly cohorts = signal<Option[]>([]);
  protected readonly people = signal<Option[]>([]);

  protected async findCohorts(search: string): Promise<void> {
    const { items } = await this.api.read('/cohorts', { query: { search, provider: this.providerId(), limit: 20 } } as never);
    this.cohorts.set(
      (items as { id: string; name: string; code: string }[]).map(({ id, name, code }) => ({ value: id, label: name, hint: code })),
    );
  }

  protected async findPeople(query: string): Promise<void> {
    const { items } = await this.api.read('/people', { query: { query, limit: 20 } } as never);
    const people = items as { id: string; givenName: string; familyName: string; email: string | null }[];
    this.people.set(people.map((person) => ({ value: person.id, label: nameOf(person), hint: person.email ?? '' })));
  }

  protected apply(): void {
    this.applied.set(this.form.draft());
  }

  protected clear(): void {
    this.form.reset();
    this.applied.set(NOTHING);
  }
}
