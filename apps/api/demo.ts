import { setTimeout } from 'node:timers/promises';
import type { Abstract, INestApplicationContext, Type } from '@nestjs/common';
import { actorNamed } from '@waymark/identity/demo/acting';
import { SYSTEM, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import type { Demo, Made } from '@waymark/shared/api/demo';
import { sql } from '@waymark/shared/api/sql';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import { scenarios } from './domains';

/** Any number: what two processes that would both make the demo take turns by. */
const LOCK = 7_205_192;

/**
 * Makes the demo through the services, once: every scenario on its own day, so that what is kept of who did what when reads as if it had
 * happened. Answers false when somebody is using the database already.
 *
 * All of it is one transaction. Whoever kills the process half-way through finds an empty database, and the next start makes the demo.
 */
export async function seedDemo(app: INestApplicationContext): Promise<boolean> {
  const clock = new DemoClock();
  return app.get(Db).together(async () => {
    if (await isUsed(app.get(Db))) return false;
    const demo = new MakingDemo(app);
    for (const { on, title, play } of inOrder(demo.today)) {
      clock.startDay(on);
      demo.startScenario();
      await play(demo).catch((error: unknown) => {
        throw new Error(`The demo cannot be made: "${title}" says ${String(error)}`, { cause: error });
      });
    }
    return true;
  }, clock);
}

/** Waits for a process that is making the demo: it either succeeds, or leaves nothing behind. */
function isUsed(db: Db): Promise<boolean> {
  return db.tx(SYSTEM, async (tx) => {
    // Waiting in the database would end with the time that one statement has.
    while (!(await tx.query<{ ours: boolean }>(sql`SELECT pg_try_advisory_xact_lock(${LOCK}) AS ours`))[0]!.ours) await setTimeout(200);
    return (await tx.query(sql`SELECT 1 FROM provider LIMIT 1`)).length > 0;
  });
}

/** As it happened; on one day, in the order of the domains. */
function inOrder(today: LocalDate) {
  return scenarios
    .map(({ title, on, play }) => ({ title, on: on(today), play }))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** From ten o'clock on; whatever is done takes a second, so that what comes after what is told by the time as well. */
class DemoClock extends Clock {
  private at = 0;

  startDay(day: LocalDate): void {
    this.at = Math.max(this.at, fromWall(wallMinute(day, '10:00')).getTime());
  }

  override now(): Date {
    return new Date((this.at += 1_000));
  }
}

class MakingDemo implements Demo {
  readonly today: LocalDate;
  private readonly actors = new Map<string, Promise<Actor>>();
  private readonly things = new Map<string, Map<string, unknown>>();

  constructor(private readonly app: INestApplicationContext) {
    this.today = app.get(Clock).today();
  }

  service<Service>(type: Type<Service> | Abstract<Service>): Service {
    return this.app.get(type as Type<Service>, { strict: false });
  }

  /** Whoever acts keeps the roles they had when the scenario began, as somebody does within a request. */
  startScenario(): void {
    this.actors.clear();
  }

  as(name: string): Promise<Actor> {
    const actor = this.actors.get(name) ?? actorNamed(this, name);
    this.actors.set(name, actor);
    return actor;
  }

  keep<Thing, Name extends string>({ kind }: Made<Thing, Name>, name: Name, thing: Thing): void {
    const kept = this.things.get(kind) ?? new Map<string, unknown>();
    this.things.set(kind, kept.set(name, thing));
  }

  the<Thing, Name extends string>({ kind }: Made<Thing, Name>, name: Name): Thing {
    const kept = this.things.get(kind);
    if (!kept?.has(name))
      throw new Error(`The demo has no ${kind} called ${name} yet. It has ${[...(kept?.keys() ?? [])].join(', ') || 'none'}`);
    return kept.get(name) as Thing;
  }
}
