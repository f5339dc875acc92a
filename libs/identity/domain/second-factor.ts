import type { Permission } from '@waymark/shared/kernel/manifest';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { IdentityCode } from './manifest';

/** What somebody must still do before a session is theirs: show their second factor, or set one up. */
export type Waiting = 'factor' | 'enrolment';

/** What opens other people's access, or tells of it: where a provider asks for a second factor, not without having shown one. */
export const SENSITIVE: readonly Permission[] = ['roles:edit', 'audit:read', 'providers:edit'];

/** `due`: until when somebody may go without a second factor; null where nobody asks for one. Who has one is always asked. */
export function waitingFor({ enrolled, due, now }: { enrolled: boolean; due: Date | null; now: Date }): Waiting | null {
  if (enrolled) return 'factor';
  return due !== null && due <= now ? 'enrolment' : null;
}

const FRESH = 15 * 60_000;

/** Why somebody may not change how they sign in: a browser left open is not its owner. `since`: when they last showed who they are. */
export function changeRefusals({ since, now }: { since: Date; now: Date }): Refusal<IdentityCode>[] {
  return now.getTime() - since.getTime() > FRESH ? [{ code: 'identity_second_factor_stale' }] : [];
}

/** Why the last second factor of somebody may not go. */
export function removalRefusals({ left, due }: { left: number; due: Date | null }): Refusal<IdentityCode>[] {
  return left === 0 && due !== null ? [{ code: 'identity_second_factor_needed' }] : [];
}

/** The step of 30 seconds that a code is of. A code is good once, so the step must be later than the last one that was used. */
export const stepOf = (now: Date, delta: number): number => Math.floor(now.getTime() / 30_000) + delta;

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A recovery code of 120 bits, in letters that are not mistaken for each other: a plain hash of it is safe to keep (ASVS 6.5.2).
 * `random`: 24 bytes.
 */
export function recoveryCode(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 24), (byte) => LETTERS[byte % 32]).join('');
  return letters.replace(/(.{6})(?=.)/g, '$1-');
}

/** What somebody typed, as codes are compared: without blanks and dashes, and with the letters read as they were meant. */
export function codeTyped(text: string): { kind: 'totp' | 'recovery'; code: string } {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  return /^\d{6}$/.test(code) ? { kind: 'totp', code } : { kind: 'recovery', code: code.replace(/O/g, '0').replace(/[IL]/g, '1') };
}
