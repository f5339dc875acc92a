import { Injectable } from '@nestjs/common';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { found, Missing } from '@waymark/shared/kernel/refusal';
import { addProvider, setProviderContact } from '@waymark/people/api/people.rows';
import type { AddProvider, ProviderView, SetContact } from './providers.contract';

@Injectable()
export class ProvidersService {
  constructor(private readonly db: Db) {}

  add(actor: Actor, { name }: AddProvider): Promise<ProviderView> {
    return this.db.tx(actor, async (tx) => ({ id: await addProvider(tx, name), name }));
  }

  /** Where those who take part in its programmes are to ask. */
  setContact(actor: Actor, id: string, { contact }: SetContact): Promise<void> {
    if (!mayAt(actor, 'roles:edit', { providerId: id })) throw new Missing();
    return this.db.tx(actor, async (tx) => {
      found(await setProviderContact(tx, id, contact || null));
    });
  }
}
