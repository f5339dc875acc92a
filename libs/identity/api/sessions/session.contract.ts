import { z } from 'zod';
import { email, Id } from '@waymark/shared/api/schema';
import { pageOf } from '@waymark/shared/api/page';

/** One sentence for an empty form, and no hint about which account exists. */
export const SignIn = z
  .strictObject({
    email,
    password: z.string('Enter your password').min(1, 'Enter your password').max(200, 'Enter a password of 200 characters or fewer'),
  })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

/** What came in the link of a mail. */
export const Token = z
  .strictObject({ token: z.string('Open the link in your email again').min(1, 'Open the link in your email again').max(100) })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof Token>;

const Named = z.object({ id: Id, name: z.string() });
/** `contact`: the email address where those who take part ask, if it has one. */
const Organiser = Named.extend({ contact: z.string().nullable() });

export const SessionView = z
  .object({
    person: z.object({ id: Id, name: z.string(), initials: z.string() }),
    email: z.string(),
    /** `providerName`: through whom a role at an organisation reaches; null elsewhere. */
    roles: z.array(
      z.object({
        role: z.string(),
        scopeKind: z.string(),
        scopeId: Id.nullable(),
        scopeName: z.string().nullable(),
        providerName: z.string().nullable(),
      }),
    ),
    /** Every permission held somewhere. Where it is held is decided by each route. */
    can: z.array(z.string()),
    home: z.enum(['staff', 'participant', 'employer']),
    idleMinutes: z.number().int(),
    expiresAt: z.string(),
    /** Whose pages these are: of those where somebody is staff the first by name, else the one that runs what they take part in, if it is one. */
    provider: Organiser.nullable(),
    /** Where somebody is staff. */
    providers: z.array(Organiser),
    /** Signs in by password, and so can change it. */
    hasPassword: z.boolean(),
    demo: z.boolean(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

const DeviceView = z
  .object({ id: Id, device: z.string(), createdAt: z.string(), lastSeenAt: z.string(), current: z.boolean() })
  .meta({ id: 'SignedInDevice' });
export const DevicePage = pageOf(DeviceView).meta({ id: 'SignedInDevices' });
export type DevicePage = z.infer<typeof DevicePage>;
