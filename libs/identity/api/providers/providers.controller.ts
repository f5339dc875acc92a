import { Body, Controller, Get, Injectable, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { Db } from '@waymark/shared/api/db';
import { FIRST, page, pageAsked, pageOf } from '@waymark/shared/api/page';
import { Id, line } from '@waymark/shared/api/schema';
import { addProvider } from './people.rows';

const AddProvider = z.strictObject({ name: line('Enter the name of the provider') }).meta({ id: 'AddProvider' });
type AddProvider = z.infer<typeof AddProvider>;
const ProviderView = z.object({ id: Id, name: z.string() }).meta({ id: 'Provider' });
const ProviderPage = pageOf(ProviderView).meta({ id: 'Providers' });
type ProviderView = z.infer<typeof ProviderView>;

@Injectable()
export class ProvidersService {
  constructor(private readonly db: Db) {}

  add(actor: Actor, { name }: AddProvider): Promise<ProviderView> {
    return this.db.tx(actor, async (tx) => ({ id: await addProvider(tx, name), name }));
  }

  list(actor: Actor, { after, limit }: z.infer<typeof pageAsked>): Promise<z.infer<typeof ProviderPage>> {
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<ProviderView>('SELECT id, name FROM provider WHERE id > $1::uuid ORDER BY id LIMIT $2', [
        after ?? FIRST,
        limit + 1,
      ]);
      return page(rows, limit, (row) => row.id);
    });
  }
}

/** The bodies that run programmes in this installation: for its administrators. */
@Controller('providers')
export class ProvidersController {
  constructor(private readonly providers: ProvidersService) {}

  @Get()
  @Allow('providers:edit')
  @Answers(ProviderPage)
  list(@By() actor: Actor, @Query({ schema: pageAsked }) asked: z.infer<typeof pageAsked>) {
    return this.providers.list(actor, asked);
  }

  @Post()
  @Allow('providers:edit')
  @Answers(ProviderView, 201)
  add(@By() actor: Actor, @Body({ schema: AddProvider }) wish: AddProvider) {
    return this.providers.add(actor, wish);
  }
}
