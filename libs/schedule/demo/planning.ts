import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Demo } from '@waymark/shared/api/demo';
import { FACILITATOR } from '@waymark/catalogue/demo/facilitators';
import { ROOM, type RoomName } from '@waymark/catalogue/demo/venues';
import { COHORT } from '@waymark/cohorts/demo/cohorts';
import type { Place } from '@waymark/cohorts/demo/days';
import type { LocalDate, LocalTime } from '@waymark/shared/kernel/dates';
import { ScheduleQueries, type LoadedSession } from '../api/schedule/schedule.queries';
import { ScheduleService } from '../api/schedule/schedule.service';
import type { AddSession } from '../api/schedule/schedule.contract';
import { SessionsService } from '../api/schedule/sessions.service';

/** What is changed of a session, in the words of the demo. What is not named stays, or is nothing in a new session. */
interface Change {
  title?: string;
  /** Null takes it off the schedule. */
  at?: readonly [LocalDate, LocalTime] | null;
  minutes?: number;
  room?: RoomName;
  online?: true;
  /** Names of groups. */
  for?: readonly string[];
  /** Names of facilitators. */
  by?: readonly string[];
}

/** A session that the blueprint does not have. */
interface Addition extends Change {
  title: string;
  kind: AddSession['kind'];
  purpose: string;
  minutes: number;
  mandatory?: false;
}

/** The schedule of one cohort in Priya's hands. */
export class Planning {
  private constructor(
    private readonly demo: Demo,
    private readonly actor: Actor,
    private readonly place: Place,
    /** As the blueprint made them. */
    readonly sessions: readonly LoadedSession[],
  ) {}

  static async of(demo: Demo, place: Place): Promise<Planning> {
    const actor = await demo.as('Priya Nair');
    const { id } = demo.the(COHORT, place);
    const sessions = await demo.service(Db).reading(actor, (read) => demo.service(ScheduleQueries).sessions(read, id));
    return new Planning(demo, actor, place, sessions);
  }

  /** The session of this name, and of this group where each group has its own. */
  session(title: string, group?: string): LoadedSession {
    const groupId = group && this.groupId(group);
    const found = this.sessions.filter((one) => one.title === title && (groupId === undefined || one.groupIds.includes(groupId)));
    if (found.length !== 1) throw new Error(`${this.place} has ${found.length} sessions called "${title}"${group ? ` for ${group}` : ''}`);
    return found[0]!;
  }

  /** Carries sessions into rooms, where they are in time or elsewhere, all in one go. */
  async move(moves: readonly (readonly [LoadedSession, RoomName])[]): Promise<void> {
    await this.demo.service(ScheduleService).move(this.actor, this.cohortId, {
      moves: moves.map(([{ id, version, date, startsAt }, room]) => ({
        sessionId: id,
        version,
        date,
        startsAt,
        roomId: this.demo.the(ROOM, room),
      })),
    });
  }

  async edit(session: LoadedSession, change: Change): Promise<void> {
    const wish = { ...wishOf(session), ...this.factsOf(change), version: session.version };
    await this.demo.service(SessionsService).edit(this.actor, session.id, wish);
  }

  async add({ kind, purpose, mandatory, ...change }: Addition): Promise<void> {
    const wish = { ...NEW, kind, purpose, mandatory: mandatory !== false, ...this.factsOf(change) };
    await this.demo.service(SessionsService).add(this.actor, this.cohortId, wish);
  }

  /** Another session of the kind, for others or elsewhere. */
  async addLike(session: LoadedSession, change: Change): Promise<void> {
    await this.demo.service(SessionsService).add(this.actor, this.cohortId, { ...wishOf(session), ...this.factsOf(change) });
  }

  private factsOf({ title, at, minutes, room, online, for: groups, by }: Change): Partial<AddSession> {
    return {
      ...(title === undefined ? {} : { title }),
      ...(at === undefined ? {} : { date: at && at[0], startsAt: at && at[1] }),
      ...(minutes === undefined ? {} : { duration: minutes }),
      ...(room === undefined ? {} : { roomId: this.demo.the(ROOM, room) }),
      ...(online === undefined ? {} : { mode: 'online', roomId: null, layout: null }),
      ...(groups === undefined ? {} : { groupIds: groups.map((name) => this.groupId(name)) }),
      ...(by === undefined
        ? {}
        : {
            facilitators: by.map((name) => ({
              facilitatorId: this.demo.the(FACILITATOR, name),
              role: 'lead',
              status: 'confirmed',
              reason: '',
            })),
          }),
    };
  }

  private groupId(name: string): string {
    const id = this.demo.the(COHORT, this.place).groups.get(name);
    if (id === undefined) throw new Error(`${this.place} has no group called "${name}"`);
    return id;
  }

  private get cohortId(): string {
    return this.demo.the(COHORT, this.place).id;
  }
}

/** A session as its editor would send it. */
function wishOf({ id: _, version: _v, status: _s, position: _p, icsUid: _u, icsSequence: _q, ...wish }: LoadedSession): AddSession {
  return wish as AddSession;
}

const NEW: AddSession = {
  title: '',
  kind: 'workshop',
  purpose: '',
  date: null,
  startsAt: null,
  roomId: null,
  duration: 60,
  mode: 'in_person',
  onlineUrl: null,
  layout: null,
  equipment: [],
  setUp: 0,
  clearUp: 0,
  mandatory: true,
  note: '',
  groupIds: [],
  facilitators: [],
  after: [],
  agenda: [],
};
