import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import {
  canBeTakenOff,
  FACILITATOR_STATUSES,
  facilitatorChoices,
  isExpectedToLead,
  type FacilitatorStatus,
} from '@waymark/schedule/domain/facilitator-status';
import { Button } from '@waymark/shared/ui/button/button';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { fieldError } from '@waymark/shared/ui/problem';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { Select } from '@waymark/shared/ui/select/select';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { SummaryList } from '@waymark/shared/ui/summary-list/summary-list';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { TimeInput } from '@waymark/shared/ui/time-input/time-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';
import { EQUIPMENT } from '@waymark/catalogue/domain/equipment';
import { ROOM_LAYOUTS } from '@waymark/catalogue/domain/layouts';
import { SESSION_KINDS, SESSION_MODES } from '@waymark/catalogue/domain/session-kinds';
import { cohortIdOf } from '../schedule-page/schedule-data';
import { ScheduleDesk } from '../schedule-page/schedule-desk';
import { bodyOf, draftOf, formProblem, newDraft, type SessionDetail, type SessionDraft } from './session-draft';
import { summaryOf } from './session-summary';
import { SESSION_LABELS, sessionWords } from './session-words';

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label: sentence(label) }));
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything about one session, beside the board: a form, or words to read for those who may not edit it. `new` makes one. */
@Component({
  selector: 'app-session-editor',
  imports: [
    Button,
    Checkboxes,
    DateInput,
    Dialog,
    ErrorState,
    ErrorSummary,
    FormContext,
    LoadingState,
    Radios,
    Select,
    StaleEditDialog,
    SummaryList,
    TextInput,
    Textarea,
    TimeInput,
  ],
  templateUrl: './session-editor.html',
})
export class SessionEditor {
  readonly sessionId = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly cohortId = cohortIdOf(this.route);
  protected readonly desk = inject(ScheduleDesk);

  protected readonly open = signal(true);
  protected readonly isNew = computed(() => this.sessionId() === 'new');
  protected readonly detail = resource({
    params: () => (this.isNew() ? undefined : this.sessionId()),
    loader: ({ params: id }) => this.api.read('/cohort-sessions/{id}', { path: { id } }) as unknown as Promise<SessionDetail>,
  });
  protected readonly session = computed(() => (this.detail.hasValue() ? this.detail.value() : null));
  protected readonly readProblem = computed(() => (this.detail.error() ? readingProblem(this.detail.error()) : null));
  /** Where a new session stands at first. Of the schedule nothing else matters: others change it all the time. */
  private readonly firstDay = computed(() => this.desk.data()?.cohort.startsOn);
  protected readonly ready = computed(() => (this.isNew() ? this.firstDay() !== undefined : this.session() !== null));
  protected readonly heading = computed(() => (this.isNew() ? 'Add a session' : (this.session()?.title ?? 'Session')));
  protected readonly canEdit = computed(() => {
    const session = this.session();
    return (this.desk.data()?.can.edit ?? false) && (this.isNew() || session?.status === 'draft' || session?.status === 'released');
  });

  protected readonly summary = computed(() => {
    const [session, data] = [this.session(), this.desk.data()];
    return session && data && !this.canEdit() ? summaryOf(session, data) : null;
  });

  protected readonly kinds = Object.entries(SESSION_KINDS).map(([value, { word }]) => ({ value, label: sentence(word) }));
  protected readonly modes = optionsOf(SESSION_MODES);
  protected readonly layouts = optionsOf(ROOM_LAYOUTS);
  protected readonly equipment = optionsOf(EQUIPMENT);
  protected readonly roles = [
    { value: 'lead', label: 'Leads' },
    { value: 'support', label: 'Supports' },
  ];
  protected readonly parts = ['input', 'exercise', 'break', 'meal'].map((value) => ({ value, label: sentence(value) }));
  protected readonly mandatory = [{ value: 'mandatory', label: 'Everyone must attend' }];
  protected readonly rooms = computed(() =>
    (this.desk.data()?.rooms ?? []).map(({ id, name, venueName }) => ({ value: id, label: `${name}, ${venueName}` })),
  );
  protected readonly groups = computed(() => (this.desk.data()?.groups ?? []).map(({ id, name }) => ({ value: id, label: name })));
  protected readonly facilitators = computed(() =>
    (this.desk.data()?.facilitators ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly others = computed(() =>
    (this.desk.data()?.sessions ?? []).filter(({ id }) => id !== this.sessionId()).map(({ id, title }) => ({ value: id, label: title })),
  );

  protected readonly edit = staleEdit<SessionDetail, SessionDraft>({
    view: computed(() => this.session() ?? undefined),
    draftOf: (session) => (session ? draftOf(session) : newDraft(this.firstDay() ?? '')),
    labels: SESSION_LABELS,
    along: { date: ['startsAt'], after: ['minGap', 'otherAfter'] },
    words: (field, draft) => sessionWords(field, draft, this.desk.data()!),
    send: async (draft, version) => {
      const body = bodyOf(draft);
      if (this.isNew()) await this.api.send('post', '/cohorts/{id}/sessions', { path: { id: this.cohortId() }, body: body as never });
      else await this.api.send('put', '/cohort-sessions/{id}', { path: { id: this.sessionId() }, body: { ...body, version } as never });
    },
  });
  protected readonly form = { ...this.edit, problem: computed(() => formProblem(this.edit.problem())) };

  protected readonly cancelling = signal(false);
  protected readonly cancellation = formOf({ reason: '' }, { problem: () => this.cancel.problem() });
  protected readonly copy = action(async () => {
    await this.api.send('post', '/cohort-sessions/{id}/copies', { path: { id: this.sessionId() } });
    await this.leave();
  });
  protected readonly cancel = action(async () => {
    const body = { version: this.session()!.version, ...this.cancellation.draft() };
    await this.api.send('put', '/cohort-sessions/{id}/cancellation', { path: { id: this.sessionId() }, body });
    this.giveUp();
    await this.leave();
  });
  protected readonly remove = action(async () => {
    await this.api.send('delete', '/cohort-sessions/{id}', { path: { id: this.sessionId() } });
    this.giveUp();
    await this.leave();
  });
  protected readonly problem = computed(() => this.form.problem() ?? this.cancel.problem() ?? this.remove.problem() ?? this.copy.problem());

  constructor() {
    effect(() => {
      if (!this.open()) this.close();
    });
  }

  protected readonly isExpectedToLead = isExpectedToLead;

  protected addFacilitator(): void {
    const added = { facilitatorId: '', role: 'lead', status: 'proposed' as const, reason: '' };
    this.edit.patch({ facilitators: [...this.edit.draft().facilitators, added] });
  }

  /** What somebody can be made from what they are: somebody else on the same line is new. */
  protected statuses({ facilitatorId }: { facilitatorId: string }) {
    return facilitatorChoices(this.wasOf(facilitatorId)).map((value) => ({ value, label: FACILITATOR_STATUSES[value] }));
  }

  protected canBeTakenOff({ facilitatorId }: { facilitatorId: string }): boolean {
    return canBeTakenOff(this.wasOf(facilitatorId));
  }

  private wasOf(id: string): FacilitatorStatus | undefined {
    return this.session()?.facilitators.find(({ facilitatorId }) => facilitatorId === id)?.status;
  }

  protected addPart(): void {
    const { agenda, startsAt } = this.edit.draft();
    this.edit.patch({ agenda: [...agenda, { title: '', kind: 'input', startsAt, duration: '30', presenter: '' }] });
  }

  protected without<T>(list: readonly T[], at: number): T[] {
    return list.filter((_, index) => index !== at);
  }

  /** The API's words about one value of a list. */
  protected said(pointer: string): string {
    return fieldError(this.form.problem(), pointer);
  }

  protected async save(): Promise<void> {
    if (await this.edit.save()) await this.leave();
  }

  /** What was written of a session that is no more need not be kept. */
  private giveUp(): void {
    this.edit.reset();
    this.cancellation.reset();
  }

  /** Back to the board, which shows what was done. */
  protected async leave(): Promise<void> {
    await this.desk.renew();
    this.close();
  }

  protected close(): void {
    void this.router.navigate(['../..'], { relativeTo: this.route, queryParamsHandling: 'preserve' });
  }
}
