import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for the cookie or the link, and what the database keeps of them. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Over HTTPS the name promises the browser that the cookie is Secure, for this host and path alone. */
export const cookieName = (origin: string): string => (origin.startsWith('https://') ? '__Host-waymark' : 'waymark');

export function cookieOf(headers: Record<string, string | string[] | undefined>, name: string): string | null {
  for (const part of String(headers['cookie'] ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}
