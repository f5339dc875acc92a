import type { FastifyReply, FastifyRequest } from 'fastify';

const MIB = 1024 * 1024;
const DEEPEST = 32;
/** A file comes as one text, so no honest body holds nearly as many values. */
const MOST_VALUES = 50_000;
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

class Unreadable extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Refuses, before anything is read, what no honest page sends: a NUL in the address, another site's form, a packed or foreign body. */
export function guardRequest(request: FastifyRequest, _: FastifyReply, done: (error?: Error) => void): void {
  done(faultOf(request));
}

function faultOf(request: FastifyRequest): Unreadable | undefined {
  if (request.url.includes('%00') || request.url.length > 8_000) return new Unreadable(400, 'The address could not be read');
  // Whatever the address: the router also takes it percent-encoded, so `/%61pi` is `/api`.
  if (!UNSAFE.has(request.method)) return undefined;
  if (!sameOrigin(request)) return new Unreadable(403, 'This request came from another site');
  const { 'content-encoding': encoding, 'content-type': type, 'content-length': length } = request.headers;
  if (encoding && encoding !== 'identity') return new Unreadable(415, 'Send the request without compression');
  const hasBody = (length !== undefined && length !== '0') || request.headers['transfer-encoding'] !== undefined;
  if (hasBody && !/^application\/json(;|$)/i.test(type ?? '')) return new Unreadable(415, 'Send JSON');
  if (Number(length ?? 0) > limitOf(request)) return new Unreadable(413, 'The request is too large');
  return undefined;
}

/**
 * Cross-site request forgery: the cookie is SameSite=Lax, and besides a browser says where a request comes from. `Sec-Fetch-Site` where it
 * is sent, else `Origin`; a client that sends neither is no browser, and has no cookie that it did not put there itself.
 */
function sameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === request.host;
  } catch {
    return false;
  }
}

/** What starts an import carries a file; everything else is small. */
const limitOf = (request: FastifyRequest): number => (/^\/api\/[a-z-]+-imports(\?|$)/.test(request.url) ? 8 * MIB : MIB);

/** Parses JSON, refusing NUL characters (PostgreSQL cannot store them), and nesting and numbers of values that only an attack needs. */
export function guardBody(request: FastifyRequest, body: string | Buffer, done: (error: Error | null, value?: unknown) => void): void {
  const text = String(body);
  if (text.length > limitOf(request)) return done(new Unreadable(413, 'The request is too large'));
  if (text === '') return done(null, undefined);
  if (text.includes('\u0000') || /(^|[^\\])(\\\\)*\\u0000/.test(text))
    return done(new Unreadable(400, 'The request contains a character that cannot be stored'));
  const fault = faultIn(text);
  if (fault) return done(new Unreadable(400, fault));
  let value: unknown;
  try {
    // A reviver is called for every value: only where there is something to drop, in either spelling of the underscore.
    value = /__proto__|\\u005f/i.test(text) ? JSON.parse(text, dropPrototype) : JSON.parse(text);
  } catch {
    return done(new Unreadable(400, 'The request is not JSON'));
  }
  done(null, value);
}

const dropPrototype = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);

/** One pass without parsing: parsing millions of values keeps everybody else waiting. */
function faultIn(text: string): string | null {
  let depth = 0;
  let values = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 91 || c === 123) {
      values++;
      if (++depth > DEEPEST) return 'The request is nested too deeply';
    } else if (c === 93 || c === 125) depth--;
    else if (c === 44) values++;
    if (values > MOST_VALUES) return 'The request contains too many values';
  }
  return null;
}
