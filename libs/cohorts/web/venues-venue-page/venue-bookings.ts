import { Component, computed, inject, input, signal } from '@angular/core';
import { BOOKING_STATUSES, BOOKING_TRANSITIONS, type BookingStatus } from '@waymark/cohorts/domain/catalogue-bookings';
import type { components } from '@waymark/shared/client/schema';
import { addDays, longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { wallDate } from '@waymark/shared/kernel/wall-clock';
import { wallNow } from '@waymark/shared/web/clock';
import { Button } from '@waymark/shared/ui/button';
import { DateInput } from '@waymark/shared/ui/date-input';
import { Dialog } from '@waymark/shared/ui/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary';
import { Panel } from '@waymark/shared/ui/panel';
import { Radios } from '@waymark/shared/ui/radios';
import { Select } from '@waymark/shared/ui/select';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table';
import { Tag, type TagColour } from '@waymark/shared/ui/tag';
import { TextInput } from '@waymark/shared/ui/text-input';
import { TimeInput } from '@waymark/shared/ui/time-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { capital, numberOf, textOf } from '../catalogue-options';

type BookingView = components['schemas']['RoomBookingView'];
type Wish = components['schemas']['AddRoomBooking'];

const COLOURS: Record<BookingStatus, TagColour> = {
  enquiry: 'grey',
  held: 'yellow',
  contracted: 'green',
  used: 'teal',
  released: 'grey',
  expired: 'orange',
  cancelled: 'red',
};

/** Who has the rooms of a venue, day by day; with a form to add a booking, and a button for each next step of one. */
@Component({
  selector: 'app-venue-bookings',
  imports: [
    Button,
    DateInput,
    Dialog,
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
    TimeInput,
  ],
  templateUrl: './venue-bookings.html',
})
export class VenueBookings {
  readonly venueId = input.required<string>();
  readonly rooms = input.required<readonly components['schemas']['RoomView'][]>();
  readonly may = input(false);
  /** The first day shown at the start; a page says today. */
  readonly today = input<LocalDate>(wallDate(wallNow()));

  private readonly api = inject(Api);
  protected readonly readingProblem = readingProblem;
  protected readonly longDate = longDate;
  protected readonly text = textOf;
  protected readonly number = numberOf;
  protected readonly columns: Column[] = [
    { key: 'time', heading: 'Time' },
    { key: 'roomName', heading: 'Room', names: true },
    { key: 'holder', heading: 'Who for' },
    { key: 'status', heading: 'Status' },
    { key: 'acts', heading: 'Actions', quiet: true },
  ];
  protected readonly statuses = [
    { value: 'enquiry', label: 'Enquiry' },
    { value: 'held', label: 'Held' },
    { value: 'contracted', label: 'Contracted' },
  ];
  protected readonly span = signal<{ from: string; to: string } | null>(null);
  protected readonly shown = computed(() => this.span() ?? { from: this.today(), to: addDays(this.today(), 90) });
  protected readonly wanted = signal<{ from: string; to: string } | null>(null);
  protected readonly list = this.api.get('/venues/{id}/bookings', () => ({
    path: { id: this.venueId() },
    query: { ...this.shown(), limit: 200 },
  }));
  protected readonly days = computed(() => {
    const items = this.list.hasValue() ? this.list.value()!.items : [];
    return [...new Set(items.map(({ startsOn }) => startsOn))].map((day) => ({
      day,
      bookings: items.filter(({ startsOn }) => startsOn === day),
    }));
  });
  protected readonly roomOptions = computed(() => this.rooms().map(({ id, name }) => ({ value: id, label: name })));

  protected readonly wish = signal<Wish | null>(null);
  protected readonly adding = computed(() => this.wish() !== null);
  protected readonly add = action(async () => {
    await this.api.send('post', '/room-bookings', { body: this.wish()! });
    this.wish.set(null);
    this.list.reload();
  });
  protected readonly step = action(async ({ id, version }: BookingView, status: BookingStatus) => {
    await this.api.send('put', '/room-bookings/{id}/status', { path: { id }, body: { version, status } });
    this.list.reload();
  });

  protected open(): void {
    this.add.clear();
    const day = this.shown().from;
    this.wish.set({
      roomId: this.rooms()[0]?.id ?? '',
      cohortId: null,
      holder: '',
      startsOn: day,
      startsAt: '09:00',
      endsOn: day,
      endsAt: '17:00',
      setUp: 0,
      clearUp: 0,
      status: 'held',
      holdExpiresOn: null,
      costPence: null,
    });
  }

  protected patch(over: Partial<Wish>): void {
    this.wish.update((wish) => wish && { ...wish, ...over });
  }

  protected cost(text: string): void {
    this.patch({ costPence: text.trim() === '' ? null : Math.round(Number(text.replace(/[£,]/g, '')) * 100) });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.add.run();
  }

  protected show(event: Event): void {
    event.preventDefault();
    this.span.set(this.wanted() ?? this.shown());
  }

  protected timeOf({ startsAt, endsAt, startsOn, endsOn, setUp, clearUp }: BookingView): string {
    const end = endsOn === startsOn ? endsAt : `${endsAt} on ${longDate(endsOn as LocalDate)}`;
    const around = [setUp ? `${setUp} min set-up` : '', clearUp ? `${clearUp} min clear-up` : ''].filter(Boolean).join(', ');
    return `${startsAt} to ${end}${around ? ` (${around})` : ''}`;
  }

  protected next(status: BookingStatus): { to: BookingStatus; word: string }[] {
    return BOOKING_TRANSITIONS[status].filter((to) => to !== 'held').map((to) => ({ to, word: capital(BOOKING_STATUSES[to]) }));
  }

  protected word(status: BookingStatus): string {
    return capital(BOOKING_STATUSES[status]);
  }

  protected colour(status: BookingStatus): TagColour {
    return COLOURS[status];
  }
}
