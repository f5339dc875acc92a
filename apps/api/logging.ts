import { LoggerModule } from 'nestjs-pino';

/**
 * Lines of JSON. What a request was is said by `setUpHttp` when it is over: its id, route, status and time; no bodies, addresses or query
 * strings, which hold personal data. No middleware, which every request would pay for.
 */
export const logging = (level: string) => LoggerModule.forRoot({ pinoHttp: { level, autoLogging: false }, forRoutes: [] });
