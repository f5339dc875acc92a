import { Injectable } from '@nestjs/common';
import { sql, type Sql } from '@waymark/shared/api/sql';

/**
 * What a domain above the catalogue makes of its things, as numbers that stand beside them in lists. They go into the statements that read
 * the catalogue, so that a page of fifty costs no statement more.
 */
interface CatalogueUse {
  /** How many cohorts a programme `p` has. */
  cohorts?: Sql;
  /** How many sessions of a facilitator `f` begin from a moment on. */
  sessions?: (from: Date) => Sql;
}

@Injectable()
export class CatalogueUses {
  private use: CatalogueUse = {};

  /** Called when a domain is constructed; each number has one domain that counts it. */
  add(use: CatalogueUse): void {
    const twice = Object.keys(use).filter((number) => number in this.use);
    if (twice.length > 0) throw new Error(`Two domains count ${twice.join(', ')}`);
    this.use = { ...this.use, ...use };
  }

  get cohorts(): Sql {
    return this.use.cohorts ?? NONE;
  }

  sessions(from: Date): Sql {
    return this.use.sessions?.(from) ?? NONE;
  }
}

const NONE = sql`0`;
