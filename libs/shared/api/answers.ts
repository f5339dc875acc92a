import { applyDecorators, Header, HttpCode, SerializeOptions, SetMetadata } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** Where a route's schema stands, for whoever writes on its behalf: see `Actor.answers`. */
export const ANSWERS = 'answers';

type Answering<Answer> = TypedPropertyDescriptor<(...args: never[]) => Promise<Answer>>;

/** What a route answers: checked by the compiler, documented in OpenAPI, and stripped of any field the schema does not name. */
export function Answers<Schema extends z.ZodType>(schema: Schema, status = 200) {
  const decorate = applyDecorators(
    HttpCode(status),
    ApiResponse({ status, standardSchema: schema }),
    SerializeOptions({ schema }),
    SetMetadata(ANSWERS, schema),
  );
  return (target: object, key: string, method: Answering<z.input<Schema>>): void => decorate(target, key, method);
}

/** A route that answers 204 with nothing. */
export function AnswersNothing() {
  const decorate = applyDecorators(HttpCode(204), ApiResponse({ status: 204 }));
  return (target: object, key: string, method: Answering<void>): void => decorate(target, key, method);
}

/** A route that answers a text file, such as `text/csv`. */
export function AnswersFile(mediaType: string) {
  const content = { [mediaType]: { schema: { type: 'string' as const } } };
  const decorate = applyDecorators(
    HttpCode(200),
    ApiResponse({ status: 200, content }),
    Header('content-type', `${mediaType}; charset=utf-8`),
  );
  return (target: object, key: string, method: Answering<string>): void => decorate(target, key, method);
}
