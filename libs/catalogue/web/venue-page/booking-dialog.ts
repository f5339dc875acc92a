import { Component, computed, inject, input, output, signal } from '@angular/core';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { Button } from '@waymark/shared/ui/button/button';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { Combobox } from '@waymark/shared/ui/combobox/combobox';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext } from '@waymark/shared/ui/form/form';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TimeInput } from '@waymark/shared/ui/time-input/time-input';
import { Api } from '@waymark/shared/web/api';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';
import { batchOf, draftOf, editOf, formProblem, newDraft, type BookingDraft, type BookingView } from './booking-draft';

/** The stages of cohorts that still meet somewhere. */
const BOOKABLE = ['planning', 'open_for_applications', 'selecting', 'confirmed', 'in_delivery'] as const;

/** Books rooms of a venue for a cohort or for somebody else, or changes one booking. */
@Component({
  selector: 'app-booking-dialog',
  imports: [
    Button,
    Checkboxes,
    Combobox,
    DateInput,
    Dialog,
    ErrorSummary,
    FormContext,
    NumberInput,
    Radios,
    Select,
    StaleEditDialog,
    TextInput,
    TimeInput,
  ],
  templateUrl: './booking-dialog.html',
})
export class BookingDialog {
  readonly providerId = input.required<string>();
  readonly rooms = input.required<readonly { id: string; name: string }[]>();
  readonly saved = output<void>();
  private readonly api = inject(Api);

  protected readonly statuses = [
    { value: 'enquiry', label: 'Enquiry' },
    { value: 'held', label: 'Held' },
    { value: 'contracted', label: 'Contracted' },
  ];
  protected readonly whos = [
    { value: 'cohort', label: 'One of our cohorts' },
    { value: 'other', label: 'Someone else' },
  ];
  private readonly asked = signal<{ view: BookingView } | { day: string; roomIds: readonly string[] } | null>(null);
  protected readonly view = computed(() => {
    const asked = this.asked();
    return asked && 'view' in asked ? asked.view : undefined;
  });
  protected readonly edit = staleEdit<BookingView, BookingDraft>({
    view: this.view,
    draftOf: (view) => {
      const asked = this.asked();
      return view ? draftOf(view) : asked && 'day' in asked ? newDraft(asked.day, asked.roomIds) : newDraft('', []);
    },
    labels: {
      roomId: 'Room',
      cohortId: 'Who for',
      startsOn: 'Starts on',
      startsAt: 'Starts at',
      endsOn: 'Ends on',
      endsAt: 'Ends at',
      setUp: 'Minutes to set up',
      clearUp: 'Minutes to clear up',
      holdExpiresOn: 'Hold ends on',
      costPence: 'Cost in pounds',
    },
    along: { cohortId: ['who', 'cohortName', 'holder'] },
    follow: { startsOn: (startsOn, { endsOn }) => (startsOn > endsOn ? { endsOn: startsOn } : {}) },
    words: (field, draft) => this.words(field, draft),
    send: async (draft, version) => {
      const id = this.view()?.id;
      if (id) await this.api.send('put', '/room-bookings/{id}', { path: { id }, body: { version, ...editOf(draft) } });
      else await this.api.send('post', '/room-booking-batches', { body: batchOf(draft) });
    },
  });
  protected readonly form = { ...this.edit, problem: computed(() => formProblem(this.edit.problem())) };
  protected readonly opened = computed(() => this.asked() !== null);
  protected readonly heading = computed(() => (this.view() ? 'Change booking' : 'Book rooms'));
  protected readonly button = computed(() => (this.view() ? 'Save booking' : 'Book rooms'));
  protected readonly roomOptions = computed(() => this.rooms().map(({ id, name }) => ({ value: id, label: name })));

  protected readonly searched = signal('');
  protected readonly cohorts = this.api.get('/cohorts', () =>
    this.opened() && this.edit.draft().who === 'cohort'
      ? { query: { search: this.searched(), provider: this.providerId(), stage: [...BOOKABLE], limit: 50 } }
      : undefined,
  );
  protected readonly cohortOptions = computed(() =>
    (this.cohorts.hasValue() ? this.cohorts.value().items : []).map(({ id, name, code }) => ({ value: id, label: name, hint: code })),
  );

  add(day: string): void {
    const rooms = this.rooms();
    this.open({ day, roomIds: rooms.length === 1 ? [rooms[0]!.id] : [] });
  }

  change(view: BookingView): void {
    this.open({ view });
  }

  protected close(): void {
    this.asked.set(null);
  }

  protected async submit(): Promise<void> {
    if (await this.edit.save()) this.done();
  }

  protected done(): void {
    this.close();
    this.saved.emit();
  }

  private open(asked: NonNullable<ReturnType<typeof this.asked>>): void {
    this.asked.set(asked);
    this.edit.reset();
  }

  private words(field: keyof BookingDraft, draft: BookingDraft): string {
    if (field === 'roomId') return this.rooms().find(({ id }) => id === draft.roomId)?.name ?? '';
    if (field === 'cohortId') {
      if (draft.who === 'other') return draft.holder;
      return this.cohortOptions().find(({ value }) => value === draft.cohortId)?.label ?? draft.cohortName;
    }
    if (field === 'startsOn' || field === 'endsOn' || field === 'holdExpiresOn')
      return draft[field] ? longDate(draft[field] as LocalDate) : '';
    return String(draft[field]);
  }
}
