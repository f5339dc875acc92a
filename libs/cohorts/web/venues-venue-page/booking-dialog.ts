import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { BookingStatus } from '@waymark/cohorts/domain/catalogue-bookings';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { Button } from '@waymark/shared/ui/button';
import { Checkboxes } from '@waymark/shared/ui/checkboxes';
import { Combobox } from '@waymark/shared/ui/combobox';
import { DateInput } from '@waymark/shared/ui/date-input';
import { Dialog } from '@waymark/shared/ui/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary';
import { Radios } from '@waymark/shared/ui/radios';
import { Select } from '@waymark/shared/ui/select';
import { TextInput } from '@waymark/shared/ui/text-input';
import { TimeInput } from '@waymark/shared/ui/time-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { numberOf, textOf } from '../catalogue-options';
import { CatalogueStale, type StaleChoice, type StaleField } from '../catalogue-stale';
import { batchOf, draftOf, editOf, formProblem, newDraft, poundsOf, type BookingDraft, type BookingView } from './booking-draft';

/** The stages of cohorts that still meet somewhere. */
const BOOKABLE: CohortStage[] = ['planning', 'open_for_applications', 'selecting', 'confirmed', 'in_delivery'];

/** Books rooms of a venue for a cohort or for somebody else, or changes one booking. */
@Component({
  selector: 'app-booking-dialog',
  imports: [Button, CatalogueStale, Checkboxes, Combobox, DateInput, Dialog, ErrorSummary, Radios, Select, TextInput, TimeInput],
  templateUrl: './booking-dialog.html',
})
export class BookingDialog {
  readonly providerId = input.required<string>();
  readonly rooms = input.required<readonly { id: string; name: string }[]>();
  readonly saved = output<void>();
  private readonly api = inject(Api);

  protected readonly text = textOf;
  protected readonly number = numberOf;
  protected readonly statuses = [
    { value: 'enquiry', label: 'Enquiry' },
    { value: 'held', label: 'Held' },
    { value: 'contracted', label: 'Contracted' },
  ];
  protected readonly whos = [
    { value: 'cohort', label: 'One of our cohorts' },
    { value: 'other', label: 'Somebody else' },
  ];
  protected readonly staleFields: StaleField[] = [
    { name: 'roomId', label: 'Room', words: (id: string) => this.rooms().find((room) => room.id === id)?.name ?? '' },
    { name: 'holder', label: 'Who for' },
    { name: 'startsOn', label: 'Starts on', words: dayWords },
    { name: 'startsAt', label: 'Starts at' },
    { name: 'endsOn', label: 'Ends on', words: dayWords },
    { name: 'endsAt', label: 'Ends at' },
    { name: 'setUp', label: 'Minutes to set up', words: textOf },
    { name: 'clearUp', label: 'Minutes to clear up', words: textOf },
    { name: 'holdExpiresOn', label: 'The hold ends on', words: dayWords },
    { name: 'costPence', label: 'Cost in pounds', words: poundsOf },
  ];

  protected readonly draft = signal<BookingDraft | null>(null);
  protected readonly was = signal<BookingStatus>('held');
  protected readonly opened = computed(() => this.draft() !== null);
  protected readonly heading = computed(() => (this.draft()?.id ? 'Change the booking' : 'Book rooms'));
  protected readonly button = computed(() => (this.draft()?.id ? 'Save booking' : 'Book'));
  protected readonly roomOptions = computed(() => this.rooms().map(({ id, name }) => ({ value: id, label: name })));

  protected readonly searched = signal('');
  protected readonly cohorts = this.api.get('/cohorts', () =>
    this.draft()?.who === 'cohort'
      ? { query: { search: this.searched(), provider: this.providerId(), stage: BOOKABLE, limit: 50 } }
      : undefined,
  );
  protected readonly cohortOptions = computed(() =>
    (this.cohorts.hasValue() ? this.cohorts.value().items : []).map(({ id, name, code }) => ({ value: id, label: name, hint: code })),
  );

  protected readonly save = action(async () => {
    const draft = this.draft()!;
    if (draft.id === null) await this.api.send('post', '/room-booking-batches', { body: batchOf(draft) });
    else await this.api.send('put', '/room-bookings/{id}', { path: { id: draft.id }, body: editOf(draft) });
    this.draft.set(null);
    this.saved.emit();
  });
  /** A save made from an old version opens a dialog of its own. */
  protected readonly problem = computed(() => {
    const problem = formProblem(this.save.problem());
    return problem && 'current' in problem ? null : problem;
  });
  /** As the API names it, for comparing. */
  protected readonly yours = computed(() => {
    const draft = this.draft();
    if (!draft) return {};
    const named = this.cohortOptions().find(({ value }) => value === draft.cohortId)?.label ?? draft.cohortName;
    return { ...editOf(draft), holder: draft.who === 'cohort' ? named : draft.holder };
  });

  add(day: string): void {
    this.save.clear();
    const rooms = this.rooms();
    this.draft.set(newDraft(day, rooms.length === 1 ? [rooms[0]!.id] : []));
  }

  edit(booking: BookingView): void {
    this.save.clear();
    this.was.set(booking.status);
    this.draft.set(draftOf(booking));
  }

  protected patch(over: Partial<BookingDraft>): void {
    this.draft.update((draft) => draft && { ...draft, ...over });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.save.run();
  }

  protected resolve({ version, theirs }: StaleChoice): void {
    const { current } = this.save.problem() as unknown as { current: { values: BookingView } };
    const merged = draftOf({ ...current.values, ...theirs });
    this.was.set(current.values.status);
    const own = this.draft()!;
    const given = (name: string) => name in theirs;
    this.draft.set({
      ...own,
      version,
      ...(given('roomId') ? { roomIds: merged.roomIds } : {}),
      ...(given('holder') ? { who: merged.who, cohortId: merged.cohortId, cohortName: merged.cohortName, holder: merged.holder } : {}),
      ...Object.fromEntries(PLAIN.filter(given).map((name) => [name, merged[name]])),
      ...(given('costPence') ? { cost: merged.cost } : {}),
    });
    void this.save.run();
  }
}

const PLAIN = ['startsOn', 'startsAt', 'endsOn', 'endsAt', 'setUp', 'clearUp', 'holdExpiresOn'] as const;

function dayWords(day: string | null): string {
  return day ? longDate(day as LocalDate) : '';
}
