import type { DataSource } from 'typeorm';
import type { Clock } from '@waymark/shared/api/clock';

/** Somebody who calls, for `by`: see `TestApp.signedIn`. */
export interface SignedIn {
  personId: string;
  accountId: string;
  cookie: string;
}

/** Where somebody holds a role; nothing of it is the whole installation. At an organisation, `providerId` is through which provider. */
export interface Held {
  providerId?: string;
  organisationId?: string;
  cohortId?: string;
}

/** Where the rows go, and what time it is there: a `TestApp`. What the factories of the domains take. */
export interface Ground {
  readonly given: Given;
  readonly clock: Clock;
  readonly source: DataSource;
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** Rows for tests, put there as the database's owner. What a domain's rows are like unless a test says otherwise stands in its `testing/`. */
export class Given {
  private count = 0;

  constructor(private readonly ground: Omit<Ground, 'given'>) {}

  /** Inserts a row of an entity; what is not said is left to the database. Answers the whole row. */
  async entity<Row extends object>(kind: new () => Row, values: Partial<Row>): Promise<Row> {
    const { tableName, columns } = this.ground.source.getMetadata(kind);
    const said = Object.entries(values).filter(([, value]) => value !== undefined);
    const into = said.map(([property, value]) => {
      const column = columns.find(({ propertyName }) => propertyName === property);
      if (!column) throw new Error(`A row of ${tableName} has no ${property}`);
      return { name: column.databaseName, value: column.type === 'jsonb' && value !== null ? JSON.stringify(value) : value };
    });
    const [row] = await this.ground.sql<Row>(
      `INSERT INTO ${tableName} (${into.map(({ name }) => name).join(', ')}) VALUES (${into.map((_, i) => `$${i + 1}`).join(', ')})
       RETURNING ${columns.map(({ databaseName, propertyName }) => `${databaseName} AS "${propertyName}"`).join(', ')}`,
      into.map(({ value }) => value),
    );
    return row!;
  }

  /**
   * Inserts a row of a table that has no entity, or whose entity is of a domain above. Columns are named as in the database. Answers the row.
   */
  async row<Row = { id: string }>(table: string, values: Record<string, unknown>): Promise<Row> {
    const keys = Object.keys(values);
    const [row] = await this.ground.sql<Row>(
      `INSERT INTO ${table} (${keys.join(', ')}) VALUES (${keys.map((_, i) => `$${i + 1}`).join(', ')}) RETURNING *`,
      Object.values(values),
    );
    return row!;
  }

  /** A number that no other row of this test has. */
  next(): number {
    return ++this.count;
  }
}
