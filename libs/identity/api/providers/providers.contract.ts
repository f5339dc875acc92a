import { z } from 'zod';
import { pageOf } from '@waymark/shared/api/page';
import { email, Id, line } from '@waymark/shared/api/schema';

export const AddProvider = z.strictObject({ name: line('Enter the provider name') }).meta({ id: 'AddProvider' });
export type AddProvider = z.infer<typeof AddProvider>;

export const ProviderView = z.object({ id: Id, name: z.string() }).meta({ id: 'Provider' });
export type ProviderView = z.infer<typeof ProviderView>;

/** Empty: those who take part are shown no address. */
export const SetContact = z.strictObject({ contact: z.union([z.literal(''), email]) }).meta({ id: 'SetProviderContact' });
export type SetContact = z.infer<typeof SetContact>;

export const ProviderPage = pageOf(ProviderView).meta({ id: 'Providers' });
export type ProviderPage = z.infer<typeof ProviderPage>;
