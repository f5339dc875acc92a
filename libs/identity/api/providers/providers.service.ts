import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { addProvider } from '@waymark/people/api/people.rows';
import type { AddProvider, ProviderView } from './providers.contract';

@Injectable()
export class ProvidersService {
  constructor(private readonly db: Db) {}

  add(actor: Actor, { name }: AddProvider): Promise<ProviderView> {
    return this.db.tx(actor, async (tx) => ({ id: await addProvider(tx, name), name }));
  }
}
