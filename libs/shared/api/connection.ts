import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import pg from 'pg';
import type { Settings } from './settings';

/**
 * How long the database may take, in milliseconds. After `statement` PostgreSQL ends a statement itself and says so. After `silence` a
 * connection that owes an answer and sends nothing counts as dead: that is longer, so that only a server that can no longer speak is taken for
 * silent. Somebody looks at a page while a request waits; a file takes longer, within what an HTTP connection may be quiet; nobody waits for a job.
 */
const PATIENCE = {
  request: { statement: 4_000, silence: 5_000 },
  file: { statement: 15_000, silence: 18_000 },
  job: { statement: 60_000, silence: 65_000 },
} as const;
type Patience = keyof typeof PATIENCE;

const patience = new AsyncLocalStorage<Patience>();

/** Gives every statement of `work` the time of a file or of a job; without it they have that of a request. */
export const patiently = <T>(as: Patience, work: () => T): T => patience.run(as, work);

/** What a statement sent from here may take, on a machine that is `times` slower than most; `longer` than one that nobody said anything about. */
export function patienceNow(times: number): { statement: number; silence: number; longer: boolean } {
  const now = patience.getStore() ?? 'request';
  return { statement: PATIENCE[now].statement * times, silence: PATIENCE[now].silence * times, longer: now !== 'request' };
}

/** A connection that is given up when it goes silent, and breaks quietly: whoever asks it next is told, and the process does not end besides. */
export class PatientClient extends pg.Client {
  private silence = 0;

  constructor(config?: pg.ClientConfig & { silence?: number }) {
    super(config);
    this.on('error', () => undefined);
    if (config?.silence) (this as NodeJS.EventEmitter).once('connect', () => this.watch(config.silence!));
  }

  /** Milliseconds without a byte after which a connection that owes an answer is ended, from now on. */
  allow(silence: number): void {
    if (silence !== this.silence) this.inside.connection.stream.setTimeout((this.silence = silence));
  }

  private watch(silence: number): void {
    const { stream } = this.inside.connection;
    stream.on('timeout', () => {
      if (!this.owesAnAnswer) return;
      const heard = stream.bytesRead;
      // What came while this process itself was too busy to listen is read first.
      setImmediate(() => {
        if (stream.bytesRead === heard) stream.destroy(Object.assign(new Error('The database says nothing'), { code: 'ETIMEDOUT' }));
      });
    });
    // Whoever had it made may have said something already.
    if (this.silence === 0) this.allow(silence);
  }

  private get owesAnAnswer(): boolean {
    return this.inside.readyForQuery === false;
  }

  /** What the driver has and does not declare. */
  private get inside(): { readyForQuery: boolean; connection: { stream: Socket } } {
    return this as never;
  }
}

export function connection({ databaseUrl, databasePatience: times }: Settings): pg.PoolConfig & { silence: number } {
  const { statement, silence } = patienceNow(times);
  return {
    connectionString: databaseUrl,
    Client: PatientClient,
    application_name: 'waymark',
    connectionTimeoutMillis: CONNECTED_WITHIN * times,
    statement_timeout: statement,
    silence,
    idle_in_transaction_session_timeout: 30_000 * times,
    // A peer that is gone without a word is found while a long statement is waited for.
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
  };
}
/** Also what a request waits for a connection of the pool. */
const CONNECTED_WITHIN = 4_000;
