import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BOOKING_STATUSES } from '@waymark/catalogue/domain/bookings';
import { planWords, roomPlan, uncovered, usualHours, type Wanted } from '@waymark/schedule/domain/room-cover';
import type { LocalTime } from '@waymark/shared/kernel/dates';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TimeInput } from '@waymark/shared/ui/time-input/time-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { capital } from '@waymark/catalogue/web/options';
import { CurrentCohort } from '@waymark/cohorts/web/current-cohort';
import { batchFor, bookingsIn, dayWords, sessionsIn, timeWords } from './room-cover';

/** Which sessions of a cohort are not covered by a booking of their room, and one press to book what is missing. */
@Component({
  selector: 'app-cohort-rooms-page',
  imports: [
    RouterLink,
    Button,
    DateInput,
    ErrorSummary,
    FormContext,
    Panel,
    Radios,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
    Tag,
    TimeInput,
  ],
  templateUrl: './cohort-rooms-page.html',
})
export class CohortRoomsPage {
  protected readonly current = inject(CurrentCohort);
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly readingProblem = readingProblem;
  protected readonly choices = [
    { value: 'contracted', label: 'Contract the rooms' },
    { value: 'held', label: 'Hold the rooms' },
  ];
  protected readonly columns: Column[] = [
    { key: 'day', heading: 'Day' },
    { key: 'room', heading: 'Room', names: true },
    { key: 'time', heading: 'Hours' },
    { key: 'sessions', heading: 'For' },
    { key: 'how', heading: 'Booking' },
  ];
  protected readonly ownColumns: Column[] = [
    { key: 'day', heading: 'Day' },
    { key: 'room', heading: 'Room', names: true },
    { key: 'time', heading: 'Hours' },
    { key: 'status', heading: 'Status' },
  ];
  protected readonly keyOf = (row: { key: string }): string => row.key;

  protected readonly cover = this.api.get('/cohorts/{id}/room-cover', () => {
    const id = this.current.id();
    return id === undefined ? undefined : { path: { id } };
  });
  private readonly view = computed(() => (this.cover.hasValue() ? this.cover.value() : undefined));
  protected readonly may = computed(() => this.session.can('venues:edit'));

  protected readonly form = formOf(
    { status: 'contracted' as Wanted, holdExpiresOn: '' },
    { asks: false, problem: () => this.book.problem() },
  );
  protected readonly wanted = computed(() => this.form.draft().status);
  protected readonly placed = computed(() => (this.view() ? sessionsIn(this.view()!) : []));
  private readonly bookings = computed(() => (this.view() ? bookingsIn(this.view()!) : []));
  protected readonly withoutRoom = computed(() => {
    const placed = new Set(this.placed().map(({ id }) => id));
    return (this.view()?.sessions ?? []).filter(({ id }) => !placed.has(id));
  });
  protected readonly missing = computed(() => uncovered(this.placed(), this.bookings(), this.wanted()));
  protected readonly hours = formOf<{ from: string; to: string }>(() => usualHours(this.missing()) ?? { from: '09:00', to: '17:00' }, {
    asks: false,
  });
  protected readonly plan = computed(() => {
    const { from, to } = this.hours.draft();
    const usual = usualHours(this.missing()) ?? { from: '09:00', to: '17:00' };
    // Half a time, while it is typed, changes nothing yet.
    return roomPlan(this.placed(), this.bookings(), this.wanted(), { from: timeOr(from, usual.from), to: timeOr(to, usual.to) });
  });
  protected readonly words = computed(() => planWords(this.plan().hours, this.wanted()));
  protected readonly rows = computed(() =>
    this.plan().hours.map((one) => ({
      key: `${one.roomId} ${one.start}`,
      day: dayWords(one.start),
      room: this.roomName(one.roomId),
      time: timeWords(one),
      sessions: one.sessionIds.map((id) => this.placed().find((session) => session.id === id)!.title).join(', '),
      how: this.howWords(one.bookingId),
    })),
  );
  protected readonly blocked = computed(() =>
    this.plan().blocked.map(({ sessionId, bookingId }) => {
      const session = this.placed().find(({ id }) => id === sessionId)!;
      const booking = this.bookings().find(({ id }) => id === bookingId)!;
      const { ours, holder } = this.view()!.bookings.find(({ id }) => id === bookingId)!;
      const room = this.roomName(session.roomId);
      const why = ours
        ? `this cohort has two bookings for ${room} at this time. Change one of them on the venue’s page`
        : holder === null
          ? `${room} is taken from ${timeWords(booking)} by an event you cannot see`
          : `${holder} has ${room} from ${timeWords(booking)}`;
      return { sessionId, title: session.title, when: `${dayWords(session.start)}, ${timeWords(session)}`, why };
    }),
  );
  protected readonly own = computed(() =>
    this.bookings()
      .filter(({ ours }) => ours)
      .map((one) => ({
        id: one.id,
        day: dayWords(one.start),
        room: this.roomName(one.roomId),
        venueId: this.view()!.rooms.find(({ id }) => id === one.roomId)?.venueId,
        time: timeWords(one),
        status: one.status,
        word: capital(BOOKING_STATUSES[one.status]),
      })),
  );

  protected readonly said = signal('');
  protected readonly book = action(async () => {
    const [words, wish] = [this.words(), { cohortId: this.current.id()!, ...this.form.draft() }];
    this.said.set('');
    await this.api.send('post', '/room-booking-batches', { body: batchFor(wish, this.plan().hours, this.view()!) });
    this.said.set(`Done: ${words}`);
    this.cover.reload();
    this.current.resource.reload();
  });

  protected async submit(): Promise<void> {
    // Somebody changed a booking meanwhile: what is there now is shown, and the press can be repeated.
    if (!(await this.book.run())) this.cover.reload();
  }

  private roomName(roomId: string): string {
    const { rooms, venue } = this.view()!;
    const room = rooms.find(({ id }) => id === roomId);
    return room ? `${room.name}${room.venueId === venue?.id ? '' : `, ${room.venueName}`}` : '';
  }

  private howWords(bookingId: string | null): string {
    if (bookingId === null) return 'New booking';
    const status = this.view()!.bookings.find(({ id }) => id === bookingId)!.status;
    return status === 'held' ? 'Already held' : 'Already booked for other hours';
  }
}

const timeOr = (text: string, otherwise: LocalTime): LocalTime =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as LocalTime) : otherwise;
