import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '@waymark/shared/api/clock';
import { newId } from '@waymark/shared/kernel/ids';

export interface SignedIn {
  personId: string;
  accountId: string;
  cookie: string;
}

type Over = Record<string, unknown>;

/** Where the rows go, and what time it is there: a `TestApp`. */
interface Ground {
  sql<Row>(text: string, values: unknown[]): Promise<Row[]>;
  readonly clock: Clock;
}

/** Rows for tests: defaults for everything not said; columns are named as in the database. Each answers the row. */
export class Given {
  private count = 0;

  constructor(private readonly ground: Ground) {}

  /** Inserts a row as it is; arrays go as PostgreSQL arrays, plain objects as JSON. */
  async row<Row = any>(table: string, values: Over): Promise<Row> {
    const keys = Object.keys(values);
    const [row] = await this.ground.sql<Row>(
      `INSERT INTO ${table} (${keys.join(', ')}) VALUES (${keys.map((_, i) => `$${i + 1}`).join(', ')}) RETURNING *`,
      keys.map((key) => plain(values[key])),
    );
    return row!;
  }

  next(): number {
    return ++this.count;
  }

  organisation(over: Over = {}) {
    const n = this.next();
    return this.row('organisation', {
      id: newId(),
      official_name: `Organisation ${n}`,
      short_name: `Organisation ${n}`,
      sector: 'council',
      nation: 'ENG',
      source: 'test',
      ...over,
    });
  }

  provider(over: Over = {}) {
    return this.row('provider', { id: newId(), name: `Provider ${this.next()}`, ...over });
  }

  /** A person with an email address, known to `providerId` when one is given. */
  async person({ providerId, email, ...over }: Over & { providerId?: string; email?: string } = {}) {
    const n = this.next();
    const person = await this.row('person', { id: newId(), given_name: 'Person', family_name: `Number ${n}`, ...over });
    const address = email ?? `person${n}@example.org`;
    await this.row('person_email', { id: newId(), person_id: person.id, email: address, folded: address.toLowerCase(), is_primary: true });
    if (providerId)
      await this.row('person_provider', {
        person_id: person.id,
        provider_id: providerId,
        sort_name: `${person.family_name} ${person.given_name}`.toLowerCase(),
        since: this.ground.clock.now(),
      });
    return { ...person, email: address };
  }

  /** What identity knows of a cohort, so that roles can be held there. */
  scope({ id, provider_id, name }: { id: string; provider_id: string; name: string }) {
    return this.row('scope', { kind: 'cohort', id, provider_id, name });
  }

  role(personId: string, role: string, scope: { providerId?: string; organisationId?: string; cohortId?: string } = {}) {
    const [kind, id] = scope.providerId
      ? ['provider', scope.providerId]
      : scope.organisationId
        ? ['organisation', scope.organisationId]
        : scope.cohortId
          ? ['cohort', scope.cohortId]
          : ['installation', null];
    return this.row('role_assignment', {
      id: newId(),
      person_id: personId,
      role,
      scope_kind: kind,
      scope_id: id,
      granted_by: personId,
      granted_at: this.ground.clock.now(),
    });
  }

  /** Somebody with a session, and a role where you say: `given.signedIn('programme_staff', { providerId })`. */
  async signedIn(
    role?: string,
    scope: { providerId?: string; organisationId?: string; cohortId?: string; personId?: string } = {},
  ): Promise<SignedIn> {
    const personId = scope.personId ?? (await this.person({ ...(scope.providerId ? { providerId: scope.providerId } : {}) })).id;
    if (role) await this.role(personId, role, scope);
    const email = `account${this.next()}@example.org`;
    const account = await this.row('account', {
      id: newId(),
      person_id: personId,
      email,
      folded_email: email,
      created_at: this.ground.clock.now(),
    });
    const token = randomBytes(32).toString('base64url');
    await this.row('auth_session', {
      id: newId(),
      token_hash: createHash('sha256').update(token).digest(),
      account_id: account.id,
      created_at: this.ground.clock.now(),
      last_seen_at: this.ground.clock.now(),
      idle_minutes: 100_000,
      expires_at: '2100-01-01',
      device: 'test',
    });
    return { personId, accountId: account.id, cookie: `waymark=${token}` };
  }
}

function plain(value: unknown): unknown {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) && !Buffer.isBuffer(value)
    ? JSON.stringify(value)
    : value;
}
