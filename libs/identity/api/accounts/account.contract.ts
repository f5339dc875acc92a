import { z } from 'zod';

/** Judged by the rules for passwords, not here: their reasons are refusals. */
export const newPassword = z.string('Enter a password').min(1, 'Enter a password').max(1000, 'Use a password of 200 characters or fewer');

export const ChangePassword = z
  .strictObject({ current: z.string().max(1000, 'Use a password of 200 characters or fewer').optional(), password: newPassword })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;
