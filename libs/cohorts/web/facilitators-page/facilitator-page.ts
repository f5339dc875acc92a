import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { sessionKind } from '@waymark/cohorts/domain/session-kinds';
import type { components } from '@waymark/shared/client/schema';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { Button } from '@waymark/shared/ui/button';
import { DateInput } from '@waymark/shared/ui/date-input';
import { ErrorSummary } from '@waymark/shared/ui/error-summary';
import { Panel } from '@waymark/shared/ui/panel';
import { Radios } from '@waymark/shared/ui/radios';
import { Select } from '@waymark/shared/ui/select';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table';
import { Tag } from '@waymark/shared/ui/tag';
import { TextInput } from '@waymark/shared/ui/text-input';
import { Textarea } from '@waymark/shared/ui/textarea';
import { TimeInput } from '@waymark/shared/ui/time-input';
import { TitleBlock } from '@waymark/shared/ui/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { CatalogueStale, type StaleChoice, type StaleField } from '../catalogue-stale';
import { skillsIn } from './skills';

type Span = components['schemas']['AvailabilitySpan'];

/** One facilitator: what they can lead, when they are available, and what they lead in every cohort. */
@Component({
  selector: 'app-facilitator-page',
  imports: [
    RouterLink,
    Button,
    CatalogueStale,
    DateInput,
    ErrorSummary,
    Panel,
    Radios,
    Select,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
    Tag,
    TextInput,
    Textarea,
    TimeInput,
    TitleBlock,
  ],
  templateUrl: './facilitator-page.html',
})
export class FacilitatorPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly readingProblem = readingProblem;
  protected readonly sessionOf = (row: { sessionId: string }): string => row.sessionId;
  protected readonly statuses = [
    { value: 'active', label: 'Active' },
    { value: 'stood_down', label: 'Stood down' },
  ];
  protected readonly kinds = [
    { value: 'available', label: 'Available' },
    { value: 'unavailable', label: 'Not available' },
  ];
  protected readonly columns: Column[] = [
    { key: 'when', heading: 'When' },
    { key: 'title', heading: 'Session', names: true },
    { key: 'cohortName', heading: 'Cohort' },
    { key: 'room', heading: 'Where' },
    { key: 'answer', heading: 'Answer' },
  ];
  protected readonly staleFields: StaleField[] = [
    { name: 'status', label: 'Status' },
    { name: 'skills', label: 'Can lead', words: (skills: string[]) => skills.join(', ') },
    { name: 'note', label: 'Note' },
  ];
  protected readonly staleSpans: StaleField[] = [
    {
      name: 'spans',
      label: 'Availability',
      words: (spans: Span[]) =>
        spans.map(({ kind, startsOn, startsAt, endsOn, endsAt }) => `${kind} ${startsOn} ${startsAt} to ${endsOn} ${endsAt}`).join('; '),
    },
  ];

  protected readonly facilitator = this.api.get('/facilitators/{id}', () => ({ path: { id: this.id() } }));
  protected readonly sessions = this.api.get('/facilitators/{id}/sessions', () => ({ path: { id: this.id() }, query: { limit: 200 } }));
  protected readonly may = computed(() => this.session.can('facilitators:edit'));
  private readonly view = computed(() => (this.facilitator.hasValue() ? this.facilitator.value() : undefined));

  protected readonly version = linkedSignal(() => this.view()?.version ?? 1);
  protected readonly status = linkedSignal(() => this.view()?.status ?? 'active');
  protected readonly skills = linkedSignal(() => this.view()?.skills.join(', ') ?? '');
  protected readonly note = linkedSignal(() => this.view()?.note ?? '');
  protected readonly facts = computed(() => ({ status: this.status(), skills: skillsIn(this.skills()), note: this.note() }));
  protected readonly spans = linkedSignal<Span[]>(() => (this.view()?.availability ?? []).map(({ id: _, ...span }) => span));

  protected readonly save = action(async () => {
    const spans = this.spans();
    this.facilitator.set(
      await this.api.send('put', '/facilitators/{id}', { path: { id: this.id() }, body: { version: this.version(), ...this.facts() } }),
    );
    this.spans.set(spans);
  });
  protected readonly saveSpans = action(async () => {
    const facts = { status: this.status(), skills: this.skills(), note: this.note() };
    this.facilitator.set(
      await this.api.send('put', '/facilitators/{id}/availability', {
        path: { id: this.id() },
        body: { version: this.version(), spans: this.spans() },
      }),
    );
    // What is being written in the other form is not saved yet, and stays.
    this.status.set(facts.status);
    this.skills.set(facts.skills);
    this.note.set(facts.note);
  });

  protected addSpan(): void {
    const day = this.spans().at(-1)?.endsOn ?? '';
    this.spans.update((spans) => [
      ...spans,
      { kind: 'unavailable', startsOn: day, startsAt: '09:00', endsOn: day, endsAt: '17:00', note: '' },
    ]);
  }

  protected patchSpan(index: number, over: Partial<Span>): void {
    this.spans.update((spans) => spans.map((span, at) => (at === index ? { ...span, ...over } : span)));
  }

  protected removeSpan(index: number): void {
    this.spans.update((spans) => spans.filter((_, at) => at !== index));
  }

  protected submit(event: Event, work: { run(): Promise<boolean> }): void {
    event.preventDefault();
    void work.run();
  }

  protected resolve({ version, theirs }: StaleChoice): void {
    this.version.set(version);
    if ('status' in theirs) this.status.set(theirs['status'] as 'active');
    if ('skills' in theirs) this.skills.set((theirs['skills'] as string[]).join(', '));
    if ('note' in theirs) this.note.set(theirs['note'] as string);
    void this.save.run();
  }

  protected resolveSpans({ version, theirs }: StaleChoice): void {
    this.version.set(version);
    if ('spans' in theirs) this.spans.set((theirs['spans'] as (Span & { id: string })[]).map(({ id: _, ...span }) => span));
    void this.saveSpans.run();
  }

  protected day(date: string): string {
    return longDate(date as LocalDate, { withWeekday: true });
  }

  protected kind(code: string): string {
    return sessionKind(code).word;
  }

  protected words(code: string): string {
    return code.replaceAll('_', ' ');
  }
}
