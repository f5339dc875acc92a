import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { RawServerDefault } from 'fastify';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { guardBody, guardRequest } from '@waymark/shared/api/request-guards';

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
    http: { headersTimeout: 8_000, connectionsCheckingInterval: 2_000 },
  } as never);
}

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
  web.addHook('onRequest', guardRequest);
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
  const log = new Logger('Http');
  web.addHook('onResponse', (request, reply, done) => {
    done();
    if (reply.statusCode < 500 && !debug) return;
    const line = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) log.error(line);
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
  await app.register(fastifyStatic as never, {
    root: folder,
    preCompressed: true,
    index: false,
    wildcard: false,
    // A name with a hash of its contents never means anything else.
    setHeaders: (reply: { header(name: string, value: string): unknown }, path: string) =>
      reply.header('cache-control', /-[\w-]{8}\.\w+(\.(br|gz))?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  // A page's address is the web app's business; an unknown file or API path is not found.
  const html = (_: unknown, reply: { header(n: string, v: string): typeof reply; send(b: Buffer): unknown }) =>
    reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(index);
  web.get('/', html as never);
  web.get('/*', ((request: { url: string }, reply: Parameters<typeof html>[1] & { code(n: number): typeof reply }) => {
    const path = request.url.split('?')[0]!;
    if (path.startsWith('/api/') || /\.\w{2,5}$/.test(path))
      return reply
        .code(404)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(Buffer.from('{"type":"/problems/not-found","title":"Not found","status":404}'));
    return html(request, reply);
  }) as never);
}
