import { z } from 'zod';
import { email, familyName, givenName, line, named } from '@waymark/shared/api/schema';
import { newPassword } from '../accounts/account.contract';

/** `needed` while nobody has an account; `code` when the setup code that the operator chose is asked for; `demo` where invented people can be tried. */
export const SetupView = z.object({ needed: z.boolean(), code: z.boolean(), demo: z.boolean() }).meta({ id: 'Setup' });
export type SetupView = z.infer<typeof SetupView>;

export const SetUp = named(
  z.strictObject({
    givenName,
    familyName: familyName('Enter your last name'),
    email,
    password: newPassword,
    providerName: line('Enter the provider name'),
    code: z.string().max(100).optional(),
  }),
).meta({ id: 'SetUp' });
export type SetUp = z.infer<typeof SetUp>;
