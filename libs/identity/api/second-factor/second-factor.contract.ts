import { z } from 'zod';
import { Id, line, wholeNumber } from '@waymark/shared/api/schema';

export const CodeTyped = z
  .strictObject({ code: z.string('Enter a code').trim().min(1, 'Enter a code').max(40, 'Enter the code of 6 digits, or a recovery code') })
  .meta({ id: 'SecondStepCode' });
export type CodeTyped = z.infer<typeof CodeTyped>;

/** What a browser made of a passkey, checked by the library that reads it. */
const fromBrowser = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  response: z.record(z.string().max(100), z.unknown()),
});
export const PasskeyShown = z.strictObject({ response: fromBrowser }).meta({ id: 'PasskeyShown' });
export type PasskeyShown = z.infer<typeof PasskeyShown>;
export const AddPasskey = z
  .strictObject({ name: line('Enter a name for this passkey', 60), response: fromBrowser })
  .meta({ id: 'AddPasskey' });
export type AddPasskey = z.infer<typeof AddPasskey>;

/** What the browser is asked, as the Web Authentication API wants it. */
export const BrowserOptions = z.object({ options: z.record(z.string(), z.unknown()) }).meta({ id: 'PasskeyOptions' });

/** What somebody who is signing in must still do, and what they have for it. */
export const SigningIn = z
  .object({ waitsFor: z.enum(['factor', 'enrolment']).nullable(), totp: z.boolean(), passkeys: z.boolean() })
  .meta({ id: 'SigningIn' });

export const SecondFactors = z
  .object({
    totp: z.boolean(),
    passkeys: z.array(z.object({ id: Id, name: z.string(), createdAt: z.string(), usedAt: z.string().nullable() })),
    recoveryCodes: z.number().int(),
    /** Until when one may go without; null where nobody asks. */
    due: z.string().nullable(),
  })
  .meta({ id: 'SecondFactors' });

/** Shown once, to be typed or photographed: `uri` is what the square code says. */
export const NewTotp = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'NewAuthenticator' });
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

export const PolicyAsked = z.object({ providerId: Id });
export type PolicyAsked = z.infer<typeof PolicyAsked>;
export const PolicyView = z.object({ required: z.boolean(), graceDays: z.number().int() }).meta({ id: 'SecondFactorPolicy' });
export const SetPolicy = z
  .strictObject({ providerId: Id, required: z.boolean(), graceDays: wholeNumber('Enter a number of days from 0 to 90', 0, 90) })
  .meta({ id: 'SetSecondFactorPolicy' });
export type SetPolicy = z.infer<typeof SetPolicy>;
