import type { IncomingRequest } from '@waymark/shared/api/idempotency';
import { cookieName, cookieOf } from './session-token';
import type { Browser } from './sessions.service';

/** What the sign-in routes need of a request, and of the reply. */
export interface Asking extends IncomingRequest {
  /** The network address, behind a trusted proxy the one it names. */
  ip: string;
}
export interface Replying {
  header(name: string, value: string): unknown;
}

export const browserOf = (request: Asking, origin: string): Browser => ({
  cookie: cookieOf(request.headers, cookieName(origin)),
  userAgent: String(request.headers['user-agent'] ?? ''),
});

/** The cookie of a session. It ends with the browser, and the session itself before that. `null` takes it away. */
export function setCookie(reply: Replying, origin: string, token: string | null): void {
  const secure = origin.startsWith('https://') ? '; Secure' : '';
  const gone = token === null ? '; Max-Age=0' : '';
  reply.header('set-cookie', `${cookieName(origin)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${gone}`);
}
