import { LoggerModule } from 'nestjs-pino';

/** One line of JSON per request: an id, the route, the status and the time. No bodies, no addresses, no query strings: they hold personal data. */
export const logging = (level: string) =>
  LoggerModule.forRoot({
    pinoHttp: {
      level,
      customLogLevel: (_request: unknown, response: { statusCode: number }, error?: Error) =>
        error || response.statusCode >= 500 ? 'error' : 'debug',
      genReqId: (request: { id?: unknown }) => request.id as string,
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url?: string }) => ({ id, method, path: (url ?? '').split('?')[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    } as never,
  });
