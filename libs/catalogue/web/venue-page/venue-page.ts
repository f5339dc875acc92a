import { Component, computed, inject, input, signal } from '@angular/core';
import { accessWords, roomAccessWords } from '@waymark/catalogue/domain/access';
import { NATIONS, type Nation } from '@waymark/catalogue/domain/calendar';
import { equipmentWords } from '@waymark/catalogue/domain/equipment';
import { capacityWords } from '@waymark/catalogue/domain/layouts';
import type { components } from '@waymark/shared/client/schema';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext } from '@waymark/shared/ui/form/form';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';
import { ACCESS_OF, EMPTY_ROOM, roomBody, roomDraftOf, RoomFields, seatsOf, type RoomDraft } from './room-fields';
import { VenueBookings } from './venue-bookings';
import { EMPTY_VENUE, venueBody, venueDraftOf, VenueFields, type VenueDraft } from './venue-fields';

type VenueView = components['schemas']['VenueView'];
type RoomView = components['schemas']['RoomView'];

/** One venue: its rooms and what they hold, who has them, its facts, and the way to the other venues. */
@Component({
  selector: 'app-venue-page',
  imports: [
    Button,
    StaleEditDialog,
    Dialog,
    ErrorSummary,
    FormContext,
    NumberInput,
    Panel,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
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
  protected readonly roomAccessWords = roomAccessWords;
  protected readonly venueOf = (way: { venueId: string }): string => way.venueId;
  protected readonly roomColumns: Column[] = [
    { key: 'name', heading: 'Room', names: true },
    { key: 'capacities', heading: 'Capacity by layout' },
    { key: 'access', heading: 'Access' },
    { key: 'equipment', heading: 'Equipment' },
    { key: 'acts', heading: 'Actions', quiet: true },
  ];
  protected readonly travelColumns: Column[] = [
    { key: 'name', heading: 'To', names: true },
    { key: 'estimated', heading: 'Estimate', numeric: true },
    { key: 'minutes', heading: 'Minutes' },
  ];
  protected readonly venue = this.api.get('/venues/{id}', () => ({ path: { id: this.id() } }));
  protected readonly may = computed(() => this.session.can('venues:edit'));

  protected readonly view = computed(() => (this.venue.hasValue() ? this.venue.value() : undefined));
  protected readonly editing = signal(false);
  protected readonly edit = staleEdit<VenueView, VenueDraft>({
    view: this.view,
    draftOf: (view) => (view ? venueDraftOf(view) : EMPTY_VENUE),
    labels: {
      name: 'Name',
      address: 'Address',
      postcode: 'Postcode',
      nation: 'Nation',
      latitude: 'Latitude',
      longitude: 'Longitude',
      access: 'Access',
    },
    words: (field, draft) =>
      field === 'nation' ? NATIONS[draft.nation] : field === 'access' ? accessWords(draft.access) : String(draft[field] ?? ''),
    send: async (draft, version) =>
      this.venue.set(await this.api.send('put', '/venues/{id}', { path: { id: this.id() }, body: { version, ...venueBody(draft) } })),
  });

  /** The room in the dialog; `view` is missing from one that is being added. */
  protected readonly room = signal<{ view?: RoomView } | null>(null);
  protected readonly roomOpen = computed(() => this.room() !== null);
  protected readonly roomEdit = staleEdit<RoomView, RoomDraft>({
    view: computed(() => this.room()?.view),
    draftOf: (view) => roomDraftOf(view ?? EMPTY_ROOM),
    labels: { name: 'Name', capacities: 'Capacity by layout', accessOf: 'Access', access: 'Access', equipment: 'Equipment' },
    words: (field, draft) => ROOM_WORDS[field](draft),
    send: async (draft, version) => {
      const id = this.room()?.view?.id;
      if (id) await this.api.send('put', '/rooms/{id}', { path: { id }, body: { version, ...roomBody(draft) } });
      else await this.api.send('post', '/venues/{id}/rooms', { path: { id: this.id() }, body: roomBody(draft) });
    },
  });

  protected readonly times = staleEdit<VenueView, { minutes: Record<string, number | null> }>({
    view: this.view,
    draftOf: (view) => ({ minutes: Object.fromEntries((view?.travel ?? []).map(({ venueId, minutes }) => [venueId, minutes])) }),
    labels: { minutes: 'Travel times' },
    words: (_, { minutes }, { travel }) => travel.map(({ venueId, name }) => `${name}: ${minutes[venueId] ?? 'none'}`).join('; '),
    send: async ({ minutes }, version) => {
      const times = Object.entries(minutes).flatMap(([toVenueId, minutes]) => (minutes === null ? [] : [{ toVenueId, minutes }]));
      this.venue.set(await this.api.send('put', '/venues/{id}/travel', { path: { id: this.id() }, body: { version, times } }));
    },
  });

  protected openFacts(): void {
    this.edit.reset();
    this.editing.set(true);
  }

  protected openRoom(view: RoomView | null): void {
    this.room.set(view ? { view } : {});
    this.roomEdit.reset();
  }

  protected async saveFacts(): Promise<void> {
    if (await this.edit.save()) this.editing.set(false);
  }

  protected async saveRoom(): Promise<void> {
    if (await this.roomEdit.save()) this.roomSaved();
  }

  protected roomSaved(): void {
    this.room.set(null);
    this.venue.reload();
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

const ROOM_WORDS: Record<keyof RoomDraft, (room: RoomDraft) => string> = {
  name: ({ name }) => name,
  capacities: (room) => capacityWords(seatsOf(room)),
  accessOf: ({ accessOf }) => ACCESS_OF[accessOf],
  access: ({ access }) => accessWords(access) || 'None',
  equipment: ({ equipment }) => equipmentWords(equipment),
};
