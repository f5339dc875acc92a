import { Component, computed, inject, signal } from '@angular/core';
import { NATION_CODES, NATIONS } from '@waymark/catalogue/domain/calendar';
import { PersonBox } from '@waymark/people/web/person-box';
import { many } from '@waymark/shared/kernel/words';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { Select } from '@waymark/shared/ui/select/select';
import { ErrorState } from '@waymark/shared/ui/states/states';
import { SummaryList } from '@waymark/shared/ui/summary-list/summary-list';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Undo } from '@waymark/shared/ui/undo-bar/undo-bar';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';
import { dayWords, type CohortView, type Schemas } from '../cohort-words';
import { ShiftDays } from '../shift-days/shift-days';
import { choicesOf, type ShiftChoice } from '../shift-days/shift-words';
import { CurrentCohort } from '../current-cohort';
import { SETTINGS_FIELDS, SETTINGS_LABELS, settingsBody, settingsOf, settingsWords } from './settings-draft';

type ShiftPreview = Schemas['ShiftPreview'];

/** What a cohort is called, where and when it is, and how many it takes; and moving its whole plan. Who may not edit it reads it. */
@Component({
  selector: 'app-cohort-settings-page',
  imports: [
    Button,
    DateInput,
    Dialog,
    ErrorState,
    ErrorSummary,
    FormContext,
    NotificationBanner,
    NumberInput,
    Panel,
    PersonBox,
    Select,
    ShiftDays,
    StaleEditDialog,
    SummaryList,
    TextInput,
  ],
  templateUrl: './cohort-settings-page.html',
})
export class CohortSettingsPage {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly undo = inject(Undo);
  protected readonly current = inject(CurrentCohort);
  protected readonly done = signal('');
  /** Asked for once it is known that somebody may choose one. */
  protected readonly venues = this.api.get('/venues', () => (this.current.view()?.may.edit ? { query: { limit: 200 } } : undefined));
  protected readonly venuesProblem = computed(() => (this.venues.error() ? readingProblem(this.venues.error()) : null));
  /** The cohort's own venue is always among them, whatever was read. */
  protected readonly venueOptions = computed(() => {
    const own = this.current.view()?.venue;
    const read = this.venues.hasValue() ? this.venues.value().items : [];
    const all = own && !read.some(({ id }) => id === own.id) ? [own, ...read] : read;
    return all.map(({ id, name }) => ({ value: id, label: name }));
  });
  protected readonly summary = computed(() => {
    const view = this.current.view();
    if (!view) return [];
    const draft = settingsOf(view);
    return SETTINGS_FIELDS.map((field) => ({ key: SETTINGS_LABELS[field], value: settingsWords(field, draft, view) }));
  });
  protected readonly nations = NATION_CODES.map((value) => ({ value, label: NATIONS[value] }));

  protected readonly edit = staleEdit<CohortView, ReturnType<typeof settingsOf>>({
    view: this.current.view,
    draftOf: settingsOf,
    labels: SETTINGS_LABELS,
    words: settingsWords,
    send: async (draft, version) => {
      const view = await this.api.send('put', '/cohorts/{id}', {
        path: { id: this.current.id()! },
        body: { ...settingsBody(draft), version },
      });
      this.current.resource.set(view);
      return view;
    },
  });

  protected readonly moving = formOf(
    { newStart: '', jumps: [] as ShiftChoice[] },
    {
      // The settings have a first day of their own on this page.
      problem: () => {
        const problem = this.look.problem() ?? this.shift.problem();
        const errors = problem?.errors?.map((one) => (one.pointer === '/startsOn' ? { ...one, pointer: '/newStart' } : one));
        return problem && { ...problem, ...(errors ? { errors } : {}) };
      },
    },
  );
  protected readonly dayWords = dayWords;
  /** What would become of each day, while it is looked at. */
  protected readonly preview = signal<ShiftPreview | null>(null);
  protected readonly look = action(async () => {
    this.shift.clear();
    const preview = await this.api.read('/cohorts/{id}/shift-preview', {
      path: { id: this.current.view()!.id },
      query: { startsOn: this.moving.draft().newStart },
    });
    this.moving.patch({ jumps: choicesOf(preview.days) });
    this.preview.set(preview);
  });
  protected readonly shift = action(async () => {
    const { newStart, jumps } = this.moving.draft();
    const { id } = this.current.view()!;
    const moved = await this.move(id, { startsOn: newStart, jumps, version: this.preview()!.version });
    this.preview.set(null);
    this.moving.reset();
    const words = `The schedule now starts on ${dayWords(moved.startsOn)}. ${many(moved.moved, 'session', 'sessions')} moved`;
    this.undo.offer(words, async () => {
      const taken = await this.back.run(id, { ...moved.back, version: moved.version });
      if (taken) this.say('The schedule is back where it was');
    });
  });
  protected readonly back = action((id: string, body: Schemas['ShiftCohort']) => this.move(id, body));

  private async move(id: string, body: Schemas['ShiftCohort']): Promise<Schemas['ShiftedCohort']> {
    const moved = await this.api.send('post', '/cohorts/{id}/shifts', { path: { id }, body });
    this.current.resource.reload();
    return moved;
  }

  protected leave(): void {
    this.shift.clear();
    this.preview.set(null);
  }

  protected async submit(): Promise<void> {
    this.done.set('');
    if (await this.edit.save()) this.say('Changes saved');
  }

  protected say(words: string): void {
    this.done.set(words);
    this.announcer.announce(words);
  }
}
