import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { loggedError } from '@waymark/shared/api/logged-error';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';

/** What somebody who is signed in asked for and did not get: 403, or the 404 that says no more of what is not theirs. */
interface RefusedRequest {
  method: string;
  /** As the route is written: `/api/cohorts/:id`. */
  route: string;
  status: 403 | 404;
  /** Which one they asked for, where the address names one. */
  asked?: string;
}

const MINUTE = 60_000;

/**
 * Keeps the refusals of authorisation in the audit log, each in a transaction of its own after the answer has left. The first is recorded at once;
 * the same of the same person at the same route is counted for a minute and recorded as one, so that nobody fills the log.
 */
@Injectable()
export class RefusedRequests implements BeforeApplicationShutdown {
  private readonly logger = new Logger(RefusedRequests.name);
  private readonly counted = new Map<string, { actor: Actor; refused: RefusedRequest; times: number; timer: NodeJS.Timeout }>();
  private recording: Promise<void> = Promise.resolve();

  constructor(private readonly db: Db) {}

  note(actor: Actor, refused: RefusedRequest): void {
    const key = `${actor.sessionId} ${refused.method} ${refused.route} ${refused.status}`;
    const known = this.counted.get(key);
    if (known) return void known.times++;
    const timer = setTimeout(() => this.end(key), MINUTE).unref();
    this.counted.set(key, { actor, refused, times: 0, timer });
    this.record(actor, refused, 1);
  }

  /** Everything counted so far is in the log once this is done. */
  async settle(): Promise<void> {
    for (const key of [...this.counted.keys()]) this.end(key);
    await this.recording;
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settle();
  }

  private end(key: string): void {
    const { actor, refused, times, timer } = this.counted.get(key)!;
    clearTimeout(timer);
    this.counted.delete(key);
    if (times > 0) this.record(actor, refused, times);
  }

  /** One after another: what is refused in thousands takes one connection. */
  private record({ idempotency: _, answers: __, ...actor }: Actor, refused: RefusedRequest, times: number): void {
    this.recording = this.recording
      .then(() =>
        this.db.tx(actor, async (tx) => {
          const places = await providersOf(tx);
          const facts = { ...refused, times };
          await tx.recordAll(
            'access.refused',
            (places.length > 0 ? places : [null]).map((providerId) => ({ subjectId: actor.sessionId, facts, providerId })),
          );
        }),
      )
      .catch((error: unknown) => this.logger.error({ msg: 'a refused request is not in the audit log', error: loggedError(error) }));
  }
}

/** Whose administrators are to know what somebody tries: the providers at which, or through which, they hold a role. */
async function providersOf(tx: Tx): Promise<string[]> {
  const { personId, scope } = tx.actor;
  const { providers, organisations } = scope;
  const found = await tx.query<{ id: string }>(
    sql`SELECT DISTINCT coalesce(s.provider_id, r.scope_id) AS id
          FROM role_assignment r LEFT JOIN scope s ON r.scope_kind = 'cohort' AND s.id = r.scope_id
         WHERE r.person_id = ${personId} AND r.ended_at IS NULL AND r.told AND (r.scope_kind = 'provider' OR s.id IS NOT NULL)`,
  );
  return [...new Set([...providers, ...organisations.map(({ providerId }) => providerId), ...found.map(({ id }) => id)])];
}
