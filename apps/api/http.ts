import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { RefusedRequests } from '@waymark/identity/api/audit/refused-requests';
import type { Actor } from '@waymark/shared/api/actor';
import { Metrics } from '@waymark/shared/api/metrics';
import { guardBody, guardRequest } from '@waymark/shared/api/request-guards';
import { pagesIn } from './addresses';

const MIB = 1024 * 1024;

/** What goes with every answer of the API, whatever a browser takes it for. */
const DATA_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

export function adapter({ trustedHops }: { trustedHops: number }): FastifyAdapter {
  return new FastifyAdapter<RawServerDefault>({
    // A function: the framework trusts nobody where it is given a number.
    trustProxy: trustedHops > 0 && ((_address: string, hop: number) => hop < trustedHops),
    bodyLimit: 8 * MIB,
    genReqId: () => randomUUID(), // told apart, never sorted
    requestTimeout: 15_000,
    connectionTimeout: 20_000,
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 200 },
    // Where whoever watches over many services looks first; the API's own address stays.
    rewriteUrl: ({ url = '/' }: { url?: string }) => url.replace(/^\/health\/(live|ready)(?=\?|$)/, '/api$&'),
    // What no hook and no filter sees: an address or a message that cannot be read.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const title = 'The address could not be read';
      void reply
        .code(400)
        .headers(refusalHeaders(request.id))
        .send(JSON.stringify({ type: 'about:blank', title, status: 400 }));
    },
    clientErrorHandler: refuseRaw,
    http: { headersTimeout: 8_000, connectionsCheckingInterval: 2_000 },
  } as never);
}

const refusalHeaders = (requestId: string) => ({
  ...DATA_HEADERS,
  'content-type': 'application/problem+json; charset=utf-8',
  'x-request-id': requestId,
});

/** What is no HTTP, or comes too slowly or too large to be read, is answered as everything else is, and the connection ends. */
function refuseRaw(error: Error & { code?: string }, socket: Socket): void {
  if (socket.destroyed || !socket.writable || error.code === 'ECONNRESET') return void socket.destroy(error);
  const [status, reason, title] =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? [408, 'Request Timeout', 'The request took too long']
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? [431, 'Request Header Fields Too Large', 'The request is too large']
        : [400, 'Bad Request', 'The request could not be read'];
  const body = JSON.stringify({ type: 'about:blank', title, status });
  const headers = { ...refusalHeaders(randomUUID()), 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** Refusals that somebody who watches for attacks wants to see: not signed in, not allowed, too often. */
const WATCHED = new Set([401, 403, 429]);

/** Everything between the socket and the controllers: headers, cookies and what a request may look like. */
export async function setUpHttp(app: NestFastifyApplication, { https, debug = false }: { https: boolean; debug?: boolean }): Promise<void> {
  app.setGlobalPrefix('api');
  const web = app.getHttpAdapter().getInstance();
  await app.register(helmet as never, {
    // For pages and files, below: what the API answers is data, and needs less.
    global: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: false } : false,
  });
  await app.register(compress as never, { global: true, threshold: 2048, encodings: ['gzip', 'identity'] });
  const data = https ? { ...DATA_HEADERS, 'strict-transport-security': 'max-age=63072000' } : DATA_HEADERS;
  // Hooks without promises: every request goes through them.
  web.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    // As the route is called, however the address was written; an unknown one only has its address.
    if ((request.routeOptions.url ?? request.url).startsWith('/api/') || request.url.startsWith('/api/')) {
      reply.headers(data);
      return done();
    }
    (reply as unknown as { helmet(): void }).helmet();
    done();
  });
  // After the headers, which what is refused here has as well.
  web.addHook('onRequest', guardRequest);
  const metrics = app.get(Metrics);
  const refused = app.get(RefusedRequests);
  const log = new Logger('Http');
  web.addHook('onResponse', (request, reply, done) => {
    done();
    metrics.answered(request.method, request.routeOptions.url, reply.statusCode, reply.elapsedTime / 1000);
    const { actor, params } = request as { actor?: Actor; params?: { id?: string } };
    const { statusCode: status } = reply;
    if (actor && (status === 403 || status === 404))
      refused.note(actor, {
        method: request.method,
        route: request.routeOptions.url!,
        status,
        ...(params?.id ? { asked: params.id } : {}),
      });
    const watched = WATCHED.has(reply.statusCode);
    if (reply.statusCode < 500 && !watched && !debug) return;
    const line = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) log.error(line);
    else if (watched) log.warn({ msg: 'refused', ...line });
    else log.debug(line);
  });
  web.addContentTypeParser('application/json', { parseAs: 'string' }, guardBody);
}

/** The files of the web app that are in the folder now, if it has been built; any time before the application listens. */
export async function serveWebApp(app: NestFastifyApplication, webDist: string): Promise<void> {
  const web = app.getHttpAdapter().getInstance();
  const folder = resolve(webDist);
  if (!existsSync(join(folder, 'index.html'))) return;
  const index = readFileSync(join(folder, 'index.html'));
  const isPage = pagesIn(folder);
  await app.register(fastifyStatic as never, {
    root: folder,
    preCompressed: true,
    index: false,
    wildcard: false,
    // A name with a hash of its contents never means anything else.
    setHeaders: (reply: { header(name: string, value: string): unknown }, path: string) =>
      reply.header('cache-control', /-[\w-]{8}\.\w+(\.(br|gz))?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  // An address that the web app has no page for is not found, in its own words where somebody reads them.
  const answer = (request: FastifyRequest, reply: FastifyReply): unknown => {
    const path = request.url.split('?')[0]!;
    const known = isPage(path);
    const read = (request.headers.accept ?? '').includes('text/html') && !path.startsWith('/api/') && !/\.\w{2,5}$/.test(path);
    if (!known) reply.code(404);
    if (known || read) return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(index);
    return reply
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(Buffer.from('{"type":"/problems/not-found","title":"Not found","status":404}'));
  };
  web.get('/', answer);
  web.get('/*', answer);
}
