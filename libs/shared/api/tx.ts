import type { ClientBase, QueryConfig } from 'pg';
import type { EntityManager } from 'typeorm';
import type { EventName } from '@waymark/shared/kernel/manifest';
import { newId } from '@waymark/shared/kernel/ids';
import type { Actor } from './actor';
import type { Clock } from './clock';
import type { Jobs } from './jobs';
import type { Reader } from './reader';
import { sql, type Sql } from './sql';

/** Where something happened, so that it shows in that provider's or cohort's activity. */
interface Place {
  providerId?: string | null;
  cohortId?: string | null;
}

/** What only exists while writing. Whoever takes a `Tx` writes; whoever does not, reads. One `await` after another: it is one connection. */
export class Tx implements Reader {
  constructor(
    readonly rows: EntityManager,
    readonly actor: Actor,
    readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async query<Row = Record<string, unknown>>({ statement }: Sql): Promise<Row[]> {
    return (await this.send(statement)) as Row[];
  }

  private async send(statement: QueryConfig): Promise<unknown[]> {
    const runner = this.rows.queryRunner!;
    if (runner.isReleased) throw new Error('This transaction is over');
    // Past TypeORM, which gives statements no names, so that PostgreSQL would plan each of them every time.
    const client = (await runner.connect()) as ClientBase;
    return (await client.query(statement)).rows;
  }

  /** What happened: one row of the audit log, and one job for every listener. Facts are ids and values, never sentences. */
  record(name: EventName, subjectId: string, facts: Record<string, unknown> = {}, place: Place = {}): Promise<void> {
    return this.recordAll(name, [{ subjectId, facts, ...place }]);
  }

  /** The same that happened to many. */
  async recordAll(name: EventName, happened: readonly ({ subjectId: string; facts: Record<string, unknown> } & Place)[]): Promise<void> {
    const [actorId, at] = [this.actor.personId, this.clock.now()];
    const events = happened.map(({ subjectId, facts, providerId = null, cohortId = null }) => {
      return { id: newId(), name, subjectId, actorId, providerId, cohortId, at, facts };
    });
    await this.query(
      sql`INSERT INTO event (id, name, subject_id, actor_id, provider_id, cohort_id, at, facts)
          SELECT e.id, e.name, e."subjectId", e."actorId", e."providerId", e."cohortId", e.at, e.facts
            FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
              AS e(id uuid, name text, "subjectId" uuid, "actorId" uuid, "providerId" uuid, "cohortId" uuid, at timestamptz, facts jsonb)`,
    );
    for (const job of this.jobs.listenersOf(name)) for (const event of events) await this.enqueue(job, event);
  }

  /**
   * Lets `work` change what hangs on one cohort, beyond what row-level security lets the actor write: for somebody whose own place on it has
   * just been found, and who may say something about that place which counts for the whole schedule. Never with an id that only was asked for.
   */
  async onCohort<T>(cohortId: string, work: () => Promise<T>): Promise<T> {
    const [before] = await this.query<{ cohorts: string }>(
      sql`SELECT coalesce(current_setting('waymark.cohorts', true), '') AS cohorts,
                 set_config('waymark.cohorts', concat_ws(',', nullif(current_setting('waymark.cohorts', true), ''), ${cohortId}::uuid), true)`,
    );
    const answer = await work();
    await this.query(sql`SELECT set_config('waymark.cohorts', ${before!.cohorts}, true)`);
    return answer;
  }

  /** The same transaction in the name of somebody who has just proved who they are. What row-level security lets it see stays. */
  as(actor: Actor): Tx {
    return new Tx(this.rows, actor, this.clock, this.jobs);
  }

  /** Adds a job that exists exactly when this transaction commits. */
  async enqueue(job: string, payload: object, after?: Date): Promise<void> {
    // The queue writes statements of its own, each once: no name.
    await this.jobs.send((text, values) => this.send({ text, values }), job, payload, { after, provider: this.actor.home });
  }
}
