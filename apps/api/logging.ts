import { LoggerModule } from 'nestjs-pino';
import { pino } from 'pino';

/**
 * Lines of JSON. What a request was is said by `setUpHttp` when it is over: its id, route, status and time; no bodies, addresses or query
 * strings, which hold personal data. No middleware, which every request would pay for.
 */
export const logging = (level: string) => LoggerModule.forRoot({ pinoHttp: { level, autoLogging: false }, forRoutes: [] });

/** The same lines before there is an application to write them: while the database is brought up to date. */
export function databaseLog(level: string): (line: string) => void {
  const log = pino({ level });
  return (line) => log.info({ context: 'Database', msg: line });
}
