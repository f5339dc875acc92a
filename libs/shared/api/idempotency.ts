import { BadRequestException, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { catchError, of, throwError, type Observable } from 'rxjs';
import type { Idempotency } from './actor';

export interface IncomingRequest {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body?: unknown;
}

/** Thrown inside a transaction when the same key has already been answered; the interceptor gives that answer again. */
export class Replayed extends Error {
  constructor(readonly answer: unknown) {
    super('replayed');
  }
}

const KEY = /^[A-Za-z0-9_-]{16,64}$/;

/** The idempotency key of a POST by somebody signed in. */
export function idempotencyOf(request: IncomingRequest): Idempotency | undefined {
  if (request.method !== 'POST') return undefined;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new BadRequestException('Send an Idempotency-Key header of 16 to 64 letters, digits, - or _ with every POST');
  }
  const fingerprint = createHash('sha256')
    .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url');
  return { key, fingerprint };
}

/** Answers a repeated POST with its first answer. Runs inside the serializer, so the same fields leave. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.switchToHttp().getRequest<IncomingRequest>().method !== 'POST') return next.handle();
    return next.handle().pipe(catchError((error: unknown) => (error instanceof Replayed ? of(error.answer) : throwError(() => error))));
  }
}
