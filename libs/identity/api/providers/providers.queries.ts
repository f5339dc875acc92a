import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { FIRST, page, type pageAsked } from '@waymark/shared/api/page';
import { sql } from '@waymark/shared/api/sql';
import type { ProviderPage, ProviderView } from './providers.contract';

@Injectable()
export class ProvidersQueries {
  constructor(private readonly db: Db) {}

  list(actor: Actor, { after, limit }: z.infer<typeof pageAsked>): Promise<ProviderPage> {
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<ProviderView>(
        sql`SELECT id, name FROM provider WHERE id > ${after ?? FIRST}::uuid ORDER BY id LIMIT ${limit + 1}`,
      );
      return page(rows, limit, (row) => row.id);
    });
  }
}
