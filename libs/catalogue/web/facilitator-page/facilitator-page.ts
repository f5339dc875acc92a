import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { sessionKind } from '@waymark/catalogue/domain/session-kinds';
import type { components } from '@waymark/shared/client/schema';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext } from '@waymark/shared/ui/form/form';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { Select } from '@waymark/shared/ui/select/select';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { TimeInput } from '@waymark/shared/ui/time-input/time-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';
import { skillsIn } from '../skills';

type Span = components['schemas']['AvailabilitySpan'];
type FacilitatorView = components['schemas']['FacilitatorView'];

/** One facilitator: what they can lead, when they are available, and what they lead in every cohort. */
@Component({
  selector: 'app-facilitator-page',
  imports: [
    RouterLink,
    Button,
    StaleEditDialog,
    DateInput,
    ErrorSummary,
    FormContext,
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
    { key: 'answer', heading: 'Status' },
  ];
  protected readonly facilitator = this.api.get('/facilitators/{id}', () => ({ path: { id: this.id() } }));
  protected readonly sessions = this.api.get('/facilitators/{id}/sessions', () => ({ path: { id: this.id() }, query: { limit: 200 } }));
  protected readonly may = computed(() => this.session.can('facilitators:edit'));
  private readonly view = computed(() => (this.facilitator.hasValue() ? this.facilitator.value() : undefined));

  protected readonly edit = staleEdit<FacilitatorView, { status: FacilitatorView['status']; skills: string; note: string }>({
    view: this.view,
    draftOf: (view) => ({ status: view?.status ?? 'active', skills: view?.skills.join(', ') ?? '', note: view?.note ?? '' }),
    labels: { status: 'Status', skills: 'Can lead', note: 'Note' },
    words: (field, draft) => (field === 'status' ? this.statuses.find(({ value }) => value === draft.status)!.label : draft[field]),
    send: async ({ skills, ...draft }, version) =>
      this.facilitator.set(
        await this.api.send('put', '/facilitators/{id}', {
          path: { id: this.id() },
          body: { version, ...draft, skills: skillsIn(skills) },
        }),
      ),
  });
  protected readonly times = staleEdit<FacilitatorView, { spans: Span[] }>({
    view: this.view,
    draftOf: (view) => ({ spans: (view?.availability ?? []).map(({ id: _, ...span }) => span) }),
    labels: { spans: 'Availability' },
    words: (_, { spans }) => spans.map((span) => this.spanWords(span)).join('; '),
    send: async ({ spans }, version) =>
      this.facilitator.set(
        await this.api.send('put', '/facilitators/{id}/availability', { path: { id: this.id() }, body: { version, spans } }),
      ),
  });

  protected addSpan(): void {
    const { spans } = this.times.draft();
    const day = spans.at(-1)?.endsOn ?? '';
    const added: Span = { kind: 'unavailable', startsOn: day, startsAt: '09:00', endsOn: day, endsAt: '17:00', note: '' };
    this.times.set({ spans: [...spans, added] });
  }

  protected removeSpan(index: number): void {
    this.times.set({ spans: this.times.draft().spans.filter((_, at) => at !== index) });
  }

  protected day(date: string): string {
    return longDate(date as LocalDate, { withWeekday: true });
  }

  private spanWords({ kind, startsOn, startsAt, endsOn, endsAt }: Span): string {
    const what = this.kinds.find(({ value }) => value === kind)!.label;
    return `${what} ${this.day(startsOn)} ${startsAt} to ${this.day(endsOn)} ${endsAt}`;
  }

  protected kind(code: string): string {
    return sessionKind(code).word;
  }

  protected words(code: string): string {
    return code.replaceAll('_', ' ');
  }
}
