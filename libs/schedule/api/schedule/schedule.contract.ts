import { z } from 'zod';
import {
  dayCalled,
  Id,
  line,
  localDate,
  localTime,
  onTheClock,
  optionalLine,
  prose,
  timeCalled,
  version,
  wholeNumber,
} from '@waymark/shared/api/schema';
import { EQUIPMENT_CODES, type Equipment } from '@waymark/catalogue/domain/equipment';
import { LAYOUT_CODES, type RoomLayout } from '@waymark/catalogue/domain/layouts';
import { FACILITATOR_STATUS_CODES } from '@waymark/schedule/domain/facilitator-status';
import type { WallText } from '@waymark/schedule/domain/schedule';
import { SESSION_KIND_CODES, SESSION_MODE_CODES } from '@waymark/catalogue/domain/session-kinds';

const mode = z.enum(SESSION_MODE_CODES, 'Choose how people take part');
const wallText = z.string() as unknown as z.ZodType<WallText, WallText>;
const severity = z.enum(['ignore', 'info', 'warn', 'block_release', 'block_save']);
const sessionStatus = z.enum(['draft', 'released', 'in_progress', 'delivered', 'register_closed', 'cancelled']);
const facilitatorStatus = z.enum(FACILITATOR_STATUS_CODES, 'Choose a status');
const facilitator = z.object({ facilitatorId: Id, role: z.enum(['lead', 'support']), status: facilitatorStatus });
const order = z.object({ sessionId: Id, minGap: z.number() });

const SessionView = z
  .object({
    id: Id,
    version: z.number(),
    title: z.string(),
    kind: z.string(),
    status: sessionStatus,
    date: localDate.nullable(),
    startsAt: localTime.nullable(),
    duration: z.number(),
    mode,
    roomId: Id.nullable(),
    layout: z.string().nullable(),
    equipment: z.array(z.string()),
    setUp: z.number(),
    clearUp: z.number(),
    mandatory: z.boolean(),
    position: z.number(),
    groupIds: z.array(Id),
    facilitators: z.array(facilitator),
    after: z.array(order),
  })
  .meta({ id: 'ScheduleSession' });

const agendaItem = z.object({
  title: z.string(),
  kind: z.enum(['input', 'exercise', 'break', 'meal']),
  offset: z.number(),
  duration: z.number(),
  presenter: z.string().nullable(),
});

export const SessionDetailView = SessionView.extend({
  cohortId: Id,
  /** `reason`: why somebody declined or was stood down, for those who may change it. */
  facilitators: z.array(facilitator.extend({ reason: z.string() })),
  purpose: z.string(),
  note: z.string(),
  onlineUrl: z.string().nullable(),
  agenda: z.array(agendaItem),
  wasReleased: z.boolean(),
  scheduleVersion: z.number(),
}).meta({ id: 'SessionDetail' });
export type SessionDetailView = z.infer<typeof SessionDetailView>;

const cohortDates = z.object({ id: Id, name: z.string(), startsOn: localDate, endsOn: localDate, nation: z.string() });

export const ScheduleView = z
  .object({
    cohort: cohortDates.extend({ stage: z.string(), capacity: z.number(), code: z.string(), place: z.string() }),
    scheduleVersion: z.number(),
    sessions: z.array(SessionView),
    rooms: z.array(
      z.object({
        id: Id,
        name: z.string(),
        venueId: Id,
        venueName: z.string(),
        nation: z.string(),
        capacities: z.record(z.string(), z.number()),
        /** Null: the same as the venue. */
        access: z.array(z.string()).nullable(),
        venueAccess: z.array(z.string()),
        equipment: z.array(z.string()),
      }),
    ),
    /** Of one that the reader may not see there is no holder, and `id` is its `eventId`. */
    bookings: z.array(
      z.object({
        id: Id,
        eventId: Id,
        roomId: Id,
        start: wallText,
        end: wallText,
        setUp: z.number(),
        clearUp: z.number(),
        holder: z.string().nullable(),
        cohortId: Id.nullable(),
      }),
    ),
    facilitators: z.array(
      z.object({
        id: Id,
        name: z.string(),
        /** What they can lead. Empty: nobody has said. */
        subjects: z.array(z.string()),
        availability: z.array(z.object({ kind: z.enum(['available', 'unavailable']), start: wallText, end: wallText })),
      }),
    ),
    groups: z.array(z.object({ id: Id, name: z.string(), kind: z.string(), members: z.number() })),
    people: z.array(
      z.object({
        id: Id,
        name: z.string(),
        groupIds: z.array(Id),
        needs: z.array(z.string()),
      }),
    ),
    /** Of one that the reader may not see there is no cohort, title or kind, and `id` is its `eventId`. */
    elsewhere: z.array(
      z.object({
        id: Id,
        eventId: Id,
        cohortId: Id.nullable(),
        title: z.string().nullable(),
        kind: z.string().nullable(),
        start: wallText,
        duration: z.number(),
        mode,
        roomId: Id.nullable(),
        venueId: Id.nullable(),
        setUp: z.number(),
        clearUp: z.number(),
        facilitatorIds: z.array(Id),
        personIds: z.array(Id),
      }),
    ),
    otherCohorts: z.array(cohortDates),
    /** Bank holidays, and the days themselves of those that are kept on another day. */
    holidays: z.array(z.object({ division: z.string(), date: localDate, title: z.string() })),
    /** The last day for which the bank holidays are known wherever the cohort meets; null where none are. */
    holidaysKnownUntil: localDate.nullable(),
    travel: z.array(z.object({ fromVenueId: Id, toVenueId: Id, minutes: z.number() })),
    rules: z.record(z.string(), severity),
    overrides: z.array(z.object({ id: Id, clashKey: z.string(), rule: z.string(), reason: z.string(), by: z.string(), at: z.string() })),
    release: z.object({ number: z.number(), at: z.string(), by: z.string() }).nullable(),
    /** What people were last told about each session. */
    told: z.array(
      z.object({
        id: Id,
        title: z.string(),
        date: localDate,
        startsAt: localTime,
        duration: z.number(),
        mode,
        roomId: Id.nullable(),
        cancelled: z.boolean(),
        postponed: z.boolean(),
        groupIds: z.array(Id),
        facilitatorIds: z.array(Id),
      }),
    ),
    can: z.object({ edit: z.boolean(), override: z.boolean(), release: z.boolean() }),
  })
  .meta({ id: 'Schedule' });
export type ScheduleView = z.infer<typeof ScheduleView>;

const span = z.object({ start: z.number(), end: z.number() });
export const ClashView = z
  .object({
    key: z.string(),
    rule: z.string(),
    severity,
    subjects: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string() })),
    span: span.nullable(),
    title: z.string(),
    sentence: z.string(),
  })
  .meta({ id: 'Clash' });

const place = {
  date: dayCalled('date').nullable(),
  startsAt: timeCalled('start time').nullable(),
  roomId: z.uuid('Choose a room').nullable(),
};
const onSchedule = ({ date, startsAt }: { date: string | null; startsAt: string | null }) => (date === null) === (startsAt === null);
const ON_CLOCK = onTheClock('date', 'startsAt');
const BOTH = { message: 'Enter a start time', path: ['startsAt'] };

export const MoveSessions = z
  .strictObject({
    moves: z
      .array(
        z
          .strictObject({ sessionId: Id, version, ...place, mode: mode.optional() })
          .refine(onSchedule, BOTH)
          .superRefine(ON_CLOCK),
      )
      .min(1, 'Choose a session to move')
      .max(100, 'Move 100 sessions or fewer at a time')
      .refine((moves) => new Set(moves.map(({ sessionId }) => sessionId)).size === moves.length, 'Move each session once'),
    reason: prose(500).optional(),
  })
  .meta({ id: 'MoveSessions' });
export type MoveSessions = z.infer<typeof MoveSessions>;

export const MovedView = z
  .object({
    scheduleVersion: z.number(),
    sessions: z.array(SessionView),
    added: z.array(ClashView),
    removed: z.array(ClashView),
  })
  .meta({ id: 'SessionsMoved' });
export type MovedView = z.infer<typeof MovedView>;

const session = {
  title: line('Enter a title', 150),
  kind: z.enum(SESSION_KIND_CODES, 'Choose a kind of session'),
  purpose: prose(1000),
  ...place,
  duration: wholeNumber('Enter how many minutes the session lasts, from 5 to 1,440', 5, 1440),
  mode,
  onlineUrl: z
    .url({ protocol: /^https?$/, error: 'Enter a web address, like https://teams.example.org/room' })
    .max(500)
    .nullable(),
  layout: z.enum(LAYOUT_CODES as [RoomLayout, ...RoomLayout[]], 'Choose a layout').nullable(),
  equipment: z.array(z.enum(EQUIPMENT_CODES as [Equipment, ...Equipment[]])).max(20),
  setUp: wholeNumber('Enter the minutes to set up, from 0 to 480', 0, 480),
  clearUp: wholeNumber('Enter the minutes to clear up, from 0 to 480', 0, 480),
  mandatory: z.boolean(),
  note: prose(2000),
  groupIds: z.array(Id).max(100),
  facilitators: z.array(z.strictObject({ ...facilitator.shape, reason: prose(500).default('') })).max(30),
  after: z
    .array(
      z.strictObject({
        sessionId: Id,
        minGap: wholeNumber('Enter the minimum minutes between the sessions, from 0 to 100,000', 0, 100_000),
      }),
    )
    .max(30),
  agenda: z
    .array(
      z.strictObject({
        title: line('Enter a title for this agenda item', 150),
        kind: z.enum(['input', 'exercise', 'break', 'meal'], 'Choose a kind'),
        offset: wholeNumber('Enter when this agenda item starts, within the session', 0, 1440),
        duration: wholeNumber('Enter how many minutes this agenda item lasts, from 5 to 1,440', 5, 1440),
        presenter: optionalLine(150).nullable(),
      }),
    )
    .max(60),
};
const online = ({ mode: how, roomId }: { mode: string; roomId: string | null }) => how !== 'online' || roomId === null;
const NO_ROOM = { message: 'An online session cannot have a room. Remove the room, or choose another way to take part', path: ['roomId'] };

export const AddSession = z
  .strictObject(session)
  .refine(onSchedule, BOTH)
  .superRefine(ON_CLOCK)
  .refine(online, NO_ROOM)
  .meta({ id: 'AddSession' });
export type AddSession = z.infer<typeof AddSession>;

export const EditSession = z
  .strictObject({ version, ...session })
  .refine(onSchedule, BOTH)
  .superRefine(ON_CLOCK)
  .refine(online, NO_ROOM)
  .meta({ id: 'EditSession' });
export type EditSession = z.infer<typeof EditSession>;

export const CancelSession = z
  .strictObject({ version, reason: line('Enter why you are cancelling the session', 500) })
  .meta({ id: 'CancelSession' });
export type CancelSession = z.infer<typeof CancelSession>;

export const ChangesAsked = z.object({ since: z.coerce.number().int().min(0).max(2_147_483_647) });
export type ChangesAsked = z.infer<typeof ChangesAsked>;

/** What happened to the schedule since a version. `reload` says that too much has changed to tell it apart. */
export const ScheduleChangesView = z
  .object({
    scheduleVersion: z.number(),
    reload: z.boolean(),
    sessions: z.array(SessionView),
    removed: z.array(Id),
    happened: z.array(
      z.object({
        name: z.string(),
        sessionId: Id,
        byId: Id,
        by: z.string(),
        at: z.string(),
        scheduleVersion: z.number(),
        title: z.string().nullable(),
        date: localDate.nullable(),
        startsAt: localTime.nullable(),
        roomId: Id.nullable(),
      }),
    ),
    present: z.array(z.object({ personId: Id, name: z.string() })),
  })
  .meta({ id: 'ScheduleChanges' });
export type ScheduleChangesView = z.infer<typeof ScheduleChangesView>;

export const AcceptClash = z
  .strictObject({
    clashKey: z.string().min(1, 'Choose a clash').max(255),
    reason: line('Enter why you are overriding this clash', 500),
  })
  .meta({ id: 'AcceptClash' });
export type AcceptClash = z.infer<typeof AcceptClash>;

export const OverrideView = z
  .object({ id: Id, clashKey: z.string(), rule: z.string(), reason: z.string(), scheduleVersion: z.number() })
  .meta({ id: 'ClashOverride' });
export type OverrideView = z.infer<typeof OverrideView>;
