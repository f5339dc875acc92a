import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BOOKING_STATUSES, nextStatuses, type BookingStatus } from '@waymark/catalogue/domain/bookings';
import type { components } from '@waymark/shared/client/schema';
import { addDays, longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { wallDate } from '@waymark/shared/kernel/wall-clock';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag, type TagColour } from '@waymark/shared/ui/tag/tag';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { wallNow } from '@waymark/shared/web/clock';
import { readingProblem } from '@waymark/shared/web/problems';
import { capital } from '../options';
import { BookingDialog } from './booking-dialog';
import { poundsOf, type BookingView } from './booking-draft';
import { BookingStepDialog } from './booking-step-dialog';

const COLOURS: Record<BookingStatus, TagColour> = {
  enquiry: 'grey',
  held: 'yellow',
  contracted: 'green',
  used: 'teal',
  released: 'grey',
  expired: 'orange',
  cancelled: 'red',
};

/** What a button for each next status says. */
const VERBS: Partial<Record<BookingStatus, string>> = {
  held: 'Hold',
  contracted: 'Mark as contracted',
  used: 'Mark as used',
  released: 'Release',
  cancelled: 'Cancel',
};

/** Who has the rooms of a venue, day by day; with a form to book rooms or change a booking, and a button for each next step of one. */
@Component({
  selector: 'app-venue-bookings',
  imports: [
    RouterLink,
    BookingDialog,
    BookingStepDialog,
    Button,
    DateInput,
    ErrorSummary,
    FormContext,
    Panel,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
    Tag,
  ],
  templateUrl: './venue-bookings.html',
})
export class VenueBookings {
  readonly venueId = input.required<string>();
  readonly providerId = input.required<string>();
  readonly rooms = input.required<readonly components['schemas']['RoomView'][]>();
  readonly may = input(false);
  /** The first day shown at the start; a page says today. */
  readonly today = input<LocalDate>(wallDate(wallNow()));

  private readonly api = inject(Api);
  protected readonly dialog = viewChild.required(BookingDialog);
  private readonly asking = viewChild.required(BookingStepDialog);
  protected readonly readingProblem = readingProblem;
  protected readonly longDate = longDate;
  protected readonly pounds = poundsOf;
  protected readonly columns: Column[] = [
    { key: 'time', heading: 'Time' },
    { key: 'roomName', heading: 'Room', names: true },
    { key: 'holder', heading: 'Who for' },
    { key: 'status', heading: 'Status' },
    { key: 'acts', heading: 'Actions', quiet: true },
  ];
  protected readonly span = signal<{ from: string; to: string } | null>(null);
  protected readonly shown = computed(() => this.span() ?? { from: this.today(), to: addDays(this.today(), 365) });
  protected readonly form = formOf(() => this.shown(), { asks: false });
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

  protected readonly step = action(async ({ id, version }: BookingView, status: BookingStatus) => {
    try {
      await this.api.send('put', '/room-bookings/{id}/status', { path: { id }, body: { version, status } });
    } finally {
      // Refused, it may be that somebody was there first: what is true now is shown beside the reason.
      this.list.reload();
    }
  });

  /** What only goes forward is done at once; what gives the room away, or needs a date, is asked about. */
  protected take(booking: BookingView, to: BookingStatus): void {
    if (to === 'contracted' || to === 'used') void this.step.run(booking, to);
    else this.asking().ask({ booking, to });
  }

  protected timeOf({ startsAt, endsAt, startsOn, endsOn, setUp, clearUp }: BookingView): string {
    const end = endsOn === startsOn ? endsAt : `${endsAt} on ${longDate(endsOn as LocalDate)}`;
    const around = [setUp ? `${setUp} min set-up` : '', clearUp ? `${clearUp} min clear-up` : ''].filter(Boolean).join(', ');
    return `${startsAt} to ${end}${around ? ` (${around})` : ''}`;
  }

  protected next(booking: BookingView): BookingStatus[] {
    return nextStatuses({ status: booking.status, startsOn: booking.startsOn as LocalDate }, this.today());
  }

  protected verb(status: BookingStatus): string {
    return VERBS[status] ?? capital(BOOKING_STATUSES[status]);
  }

  protected word(status: BookingStatus): string {
    return capital(BOOKING_STATUSES[status]);
  }

  protected colour(status: BookingStatus): TagColour {
    return COLOURS[status];
  }
}
