import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { accessWords } from '@waymark/cohorts/domain/access';
import { NATIONS, type Nation } from '@waymark/cohorts/domain/calendar';
import { equipmentWords } from '@waymark/cohorts/domain/equipment';
import { capacityWords } from '@waymark/cohorts/domain/layouts';
import type { components } from '@waymark/shared/client/schema';
import { Button } from '@waymark/shared/ui/button';
import { Dialog } from '@waymark/shared/ui/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary';
import { Panel } from '@waymark/shared/ui/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table';
import { TextInput } from '@waymark/shared/ui/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { numberOrNull, textOf } from '../catalogue-options';
import { CatalogueStale, type StaleChoice, type StaleField } from '../catalogue-stale';
import { EMPTY_ROOM, RoomFields, type RoomFacts } from './room-fields';
import { VenueBookings } from './venue-bookings';
import { VenueFields, type VenueFacts } from './venue-fields';

type VenueView = components['schemas']['VenueView'];
type RoomView = components['schemas']['RoomView'];

/** One venue: its rooms and what they hold, who has them, its facts, and the way to the other venues. */
@Component({
  selector: 'app-venue-page',
  imports: [
    Button,
    CatalogueStale,
    Dialog,
    ErrorSummary,
    Panel,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
    TextInput,
    TitleBlock,
    RoomFields,
    VenueBookings,
    VenueFields,
  ],
  templateUrl: './venue-page.html',
})
export class VenuePage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly readingProblem = readingProblem;
  protected readonly accessWords = accessWords;
  protected readonly venueOf = (way: { venueId: string }): string => way.venueId;
  protected readonly text = textOf;
  protected readonly roomColumns: Column[] = [
    { key: 'name', heading: 'Room', names: true },
    { key: 'capacities', heading: 'People by layout' },
    { key: 'access', heading: 'Access' },
    { key: 'equipment', heading: 'Equipment' },
    { key: 'acts', heading: 'Actions', quiet: true },
  ];
  protected readonly travelColumns: Column[] = [
    { key: 'name', heading: 'To', names: true },
    { key: 'estimated', heading: 'Estimate', numeric: true },
    { key: 'minutes', heading: 'Minutes' },
  ];
  protected readonly staleFields: StaleField[] = [
    { name: 'name', label: 'Name' },
    { name: 'address', label: 'Address' },
    { name: 'postcode', label: 'Postcode', words: (text: string | null) => text ?? '' },
    { name: 'nation', label: 'Nation', words: (nation: Nation) => NATIONS[nation] },
    { name: 'latitude', label: 'Latitude', words: textOf },
    { name: 'longitude', label: 'Longitude', words: textOf },
    { name: 'access', label: 'Access', words: accessWords },
  ];
  protected readonly staleRoom: StaleField[] = [
    { name: 'name', label: 'Name' },
    { name: 'capacities', label: 'People by layout', words: capacityWords },
    { name: 'access', label: 'Access', words: accessWords },
    { name: 'equipment', label: 'Equipment', words: equipmentWords },
  ];

  protected readonly venue = this.api.get('/venues/{id}', () => ({ path: { id: this.id() } }));
  protected readonly may = computed(() => this.session.can('venues:edit'));

  protected readonly version = linkedSignal(() => (this.venue.hasValue() ? this.venue.value()!.version : 1));
  protected readonly facts = linkedSignal<VenueFacts | undefined>(() => (this.venue.hasValue() ? factsOf(this.venue.value()!) : undefined));
  protected readonly editing = signal(false);
  protected readonly save = action(async () => {
    this.venue.set(
      await this.api.send('put', '/venues/{id}', { path: { id: this.id() }, body: { version: this.version(), ...this.facts()! } }),
    );
    this.editing.set(false);
  });

  protected readonly room = signal<{ id: string | null; version: number; facts: RoomFacts } | null>(null);
  protected readonly roomOpen = computed(() => this.room() !== null);
  protected readonly saveRoom = action(async () => {
    const { id, version, facts } = this.room()!;
    if (id === null) await this.api.send('post', '/venues/{id}/rooms', { path: { id: this.id() }, body: facts });
    else await this.api.send('put', '/rooms/{id}', { path: { id }, body: { version, ...facts } });
    this.room.set(null);
    this.venue.reload();
  });

  protected readonly minutes = linkedSignal<Record<string, number | null>>(() =>
    Object.fromEntries((this.venue.hasValue() ? this.venue.value()!.travel : []).map(({ venueId, minutes }) => [venueId, minutes])),
  );
  protected readonly saveTravel = action(async () => {
    const times = Object.entries(this.minutes()).flatMap(([toVenueId, minutes]) => (minutes === null ? [] : [{ toVenueId, minutes }]));
    this.venue.set(
      await this.api.send('put', '/venues/{id}/travel', { path: { id: this.id() }, body: { version: this.version(), times } }),
    );
  });

  protected edit(): void {
    this.save.clear();
    this.facts.set(factsOf(this.venue.value()!));
    this.editing.set(true);
  }

  protected resolve({ version, theirs }: StaleChoice): void {
    this.version.set(version);
    this.facts.update((facts) => facts && { ...facts, ...theirs });
    void this.save.run();
  }

  protected openRoom(room: RoomView | null): void {
    this.saveRoom.clear();
    if (room === null) return this.room.set({ id: null, version: 1, facts: EMPTY_ROOM });
    const { id, version, name, capacities, access, equipment } = room;
    this.room.set({ id, version, facts: { name, capacities, access, equipment } });
  }

  protected setRoom(facts: RoomFacts): void {
    this.room.update((room) => room && { ...room, facts });
  }

  protected resolveRoom({ version, theirs }: StaleChoice): void {
    this.room.update((room) => room && { ...room, version, facts: { ...room.facts, ...theirs } });
    void this.saveRoom.run();
  }

  protected travel(venueId: string, text: string): void {
    this.minutes.update((minutes) => ({ ...minutes, [venueId]: numberOrNull(text) }));
  }

  protected submit(event: Event, work: { run(): Promise<boolean> }): void {
    event.preventDefault();
    void work.run();
  }

  protected capacityOf(room: RoomView): string {
    return capacityWords(room.capacities);
  }

  protected equipmentOf(room: RoomView): string {
    return equipmentWords(room.equipment);
  }

  protected nation(code: Nation): string {
    return NATIONS[code];
  }
}

function factsOf({ name, address, postcode, nation, latitude, longitude, access }: VenueView): VenueFacts {
  return { name, address, postcode, nation, latitude, longitude, access };
}
