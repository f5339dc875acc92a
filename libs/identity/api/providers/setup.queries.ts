import { Injectable } from '@nestjs/common';
import { NOBODY } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';

/** Any number: what the transactions that set Waymark up queue behind. */
const LOCK = 7_205_191_528;

@Injectable()
export class SetupQueries {
  constructor(private readonly db: Db) {}

  /** Does nobody have an account yet? */
  async isNeeded(): Promise<boolean> {
    const [row] = await this.db.reading(NOBODY, (read) => read.query<{ needed: boolean }>(NEEDED), { statements: 1 });
    return row!.needed;
  }

  /** The same, for one at a time: nobody else sets Waymark up until `tx` ends. */
  async isStillNeeded(tx: Tx): Promise<boolean> {
    await tx.query(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
    const [row] = await tx.query<{ needed: boolean }>(NEEDED);
    return row!.needed;
  }
}

const NEEDED = sql`SELECT NOT EXISTS (SELECT 1 FROM account) AS needed`;
