import { Catch, HttpException, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Manifest, RefusalCode } from '@waymark/shared/kernel/manifest';
import { Missing, Refused, refusalSentence, type Refusal } from '@waymark/shared/kernel/refusal';
import { loggedError } from './logged-error';
import { MANIFEST } from './manifest';
import { Stale } from './stale';
import { Busy } from './turns';

interface Problem {
  type: string;
  title: string;
  status: number;
  errors?: { code: string; detail: string; pointer?: string }[];
  current?: Stale['current'];
}

/** Whatever goes wrong leaves the API as RFC 9457 `application/problem+json`, and only from here. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  private readonly words: Readonly<Record<string, string>>;

  constructor(@Inject(MANIFEST) { refusals }: Pick<Manifest, 'refusals'>) {
    this.words = refusals;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = this.problemOf(error);
    if (problem.status === 500) {
      const { id } = host.switchToHttp().getRequest<{ id: string }>();
      this.logger.error({ requestId: id, error: loggedError(error) });
    }
    const response = host.switchToHttp().getResponse<Reply>();
    if (response.sent) return;
    const { retryAfter = problem.status === 503 ? 2 : null } = error as { retryAfter?: number };
    if (retryAfter !== null) response.header('retry-after', String(retryAfter));
    void response.code(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }

  problemOf(error: unknown): Problem {
    if (error instanceof Refused) return this.refused(error.refusals);
    if (error instanceof Malformed)
      return { type: '/problems/malformed', title: 'There is a problem', status: 400, errors: error.issues.slice(0, 100).map(pointed) };
    if (error instanceof Stale) {
      return {
        type: '/problems/stale',
        title: this.words['stale']!,
        status: 409,
        errors: [{ code: 'stale', detail: this.words['stale']! }],
        current: error.current,
      };
    }
    if (error instanceof Busy) return { type: '/problems/busy', title: error.message, status: 503 };
    if (error instanceof Missing) return { type: '/problems/not-found', title: 'Not found', status: 404 };
    if (error instanceof HttpException && error.getStatus() === 404)
      return { type: '/problems/not-found', title: 'Not found', status: 404 };
    if (error instanceof HttpException) return { type: 'about:blank', title: error.message, status: error.getStatus() };
    const { statusCode, message, code, driverError } = error as {
      statusCode?: number;
      message?: string;
      code?: string;
      driverError?: DatabaseError;
    };
    const fromDatabase = driverError ?? (error as DatabaseError);
    const known = this.ofDatabase(fromDatabase);
    if (known) return known;
    if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
      return { type: 'about:blank', title: WORDS[statusCode] ?? message ?? 'Bad request', status: statusCode };
    if (unreachable(fromDatabase) || UNREACHABLE.has(code ?? ''))
      return { type: '/problems/unavailable', title: 'Waymark cannot reach its database. Try again in a moment', status: 503 };
    return { type: 'about:blank', title: 'Sorry, there is a problem with the service', status: 500 };
  }

  /** A constraint that guards a rule is named after the rule's code, so a lost race reads like the rule. */
  private ofDatabase({ code, constraint }: DatabaseError): Problem | undefined {
    if (constraint && constraint in this.words) return this.refused([{ code: constraint as RefusalCode }]);
    // 22P05 untranslatable character (NUL in text), 22003 out of range, 22P02 not of the type, 22007 no date, 22008 date out of range
    if (code === '22P05' || code === '22021' || code === '22003' || code === '22P02' || code === '22007' || code === '22008') {
      return {
        type: '/problems/malformed',
        title: 'There is a problem',
        status: 400,
        errors: [{ code: 'malformed', detail: 'One of the values cannot be stored' }],
      };
    }
    // 42501: row-level security refused a row: not theirs
    if (code === '42501') return { type: '/problems/not-found', title: 'Not found', status: 404 };
    // 23503: what it names was removed after it was looked up
    if (code === '23503') return this.refused([{ code: 'gone' }]);
    // 40P01 deadlock, 40001 not serialisable, 55P03 lock not had in time, 57014 statement took too long: nothing was changed, and again may do
    if (code === '40P01' || code === '40001' || code === '55P03' || code === '57014')
      return { type: '/problems/busy', title: 'Waymark is busy. Try again in a moment', status: 503 };
    return undefined;
  }

  private refused(refusals: Refusal[]): Problem {
    const errors = refusals.map(({ pointer, ...refusal }) => ({
      code: refusal.code,
      detail: refusalSentence(refusal, this.words),
      ...(pointer ? { pointer } : {}),
    }));
    return { type: `/problems/${errors[0]!.code}`, title: 'There is a problem', status: 409, errors };
  }
}

/** What the validation pipe throws. */
export class Malformed extends Error {
  constructor(readonly issues: readonly StandardSchemaV1.Issue[]) {
    super('malformed');
  }

  /** For what a schema cannot see: one field, one sentence. */
  static at(pointer: string, detail: string): Malformed {
    return new Malformed([{ message: detail, path: pointer.split('/').slice(1) }]);
  }
}

interface Reply {
  sent: boolean;
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
}

interface DatabaseError {
  code?: string;
  constraint?: string;
  message?: string;
}

const WORDS: Record<number, string> = {
  400: 'The request could not be read',
  413: 'The request is too large',
  415: 'Send JSON',
  404: 'Not found',
};
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '08006',
  '08003',
  '25006',
]);
const unreachable = ({ code, message }: DatabaseError): boolean =>
  UNREACHABLE.has(code ?? '') ||
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Query runner already released|This transaction is over/.test(
    message ?? '',
  );

function pointed({ path = [], message }: StandardSchemaV1.Issue) {
  const keys = path.map((step) => String(typeof step === 'object' ? step.key : step));
  return { code: 'malformed', detail: message, pointer: keys.map((key) => `/${key}`).join('') };
}
