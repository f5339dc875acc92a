import type { IncomingRequest } from '@waymark/shared/api/idempotency';
import { KNOWN_DAYS } from './known-devices.queries';
import { cookieName, cookieOf } from './session-token';
import type { Browser, Started } from './sessions.service';

/** What the sign-in routes need of a request, and of the reply. */
export interface Asking extends IncomingRequest {
  /** The network address: behind trusted proxies, the one that the first of them saw. */
  ip: string;
}
export interface Replying {
  header(name: string, value: string): unknown;
}

const deviceCookieName = (origin: string): string => `${cookieName(origin)}-device`;

export const browserOf = (request: Asking, origin: string): Browser => ({
  cookie: cookieOf(request.headers, cookieName(origin)),
  device: cookieOf(request.headers, deviceCookieName(origin)),
  userAgent: String(request.headers['user-agent'] ?? ''),
});

/** The cookie of a session, which ends with the browser, and the session itself before that; and the one by which the browser is known later. */
export function setCookies(reply: Replying, origin: string, { token, device }: Started): void {
  reply.header('set-cookie', cookie(origin, cookieName(origin), token));
  if (device !== null) reply.header('set-cookie', cookie(origin, deviceCookieName(origin), device, KNOWN_DAYS * 86_400));
}

/** Takes the cookie of the session away. */
export function clearCookie(reply: Replying, origin: string): void {
  reply.header('set-cookie', cookie(origin, cookieName(origin), '', 0));
}

function cookie(origin: string, name: string, value: string, maxAge?: number): string {
  const secure = origin.startsWith('https://') ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}`;
}
