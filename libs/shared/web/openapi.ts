/** Reads paths, inputs and answers out of a schema written by openapi-typescript 7. Types only. */
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export type PathWith<Paths, M extends Method> = {
  [P in keyof Paths & string]: M extends keyof Paths[P] ? (Paths[P][M] extends { responses: unknown } ? P : never) : never;
}[keyof Paths & string];

type Operation<Paths, M extends Method, P extends keyof Paths> = M extends keyof Paths[P] ? NonNullable<Paths[P][M]> : never;

export type Input<Paths, M extends Method, P extends keyof Paths> = InputOf<Operation<Paths, M, P>>;
type InputOf<O> = IsAny<O> extends true ? Given : Part<'path', O> & Part<'query', O> & Body<O>;

/** What the API answers with 200, 201 or 202; `void` where it has nothing to say. */
export type Answer<Paths, M extends Method, P extends keyof Paths> = AnswerOf<Operation<Paths, M, P>>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a schema that says nothing is not checked
type AnswerOf<O> = IsAny<O> extends true ? any : O extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 202)]> : never;

/** Input may be left out where the schema asks for nothing. */
export type Rest<I> = object extends I ? [input?: I] : [input: I];

export interface Given {
  path?: Record<string, string>;
  query?: Record<string, QueryValue | undefined>;
  body?: unknown;
}
type QueryValue = string | number | boolean | readonly (string | number | boolean)[];

type Part<K extends string, O> = O extends { parameters: infer P }
  ? K extends keyof P
    ? [NonNullable<P[K]>] extends [never]
      ? unknown
      : Pick<P, K>
    : unknown
  : unknown;
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: B }
  : O extends { requestBody?: { content: { 'application/json': infer B } } }
    ? [B] extends [never]
      ? unknown
      : unknown extends B
        ? unknown
        : { body?: B }
    : unknown;
type Json<R> = [R] extends [never] ? void : R extends { content: { 'application/json': infer A } } ? A : void;
type IsAny<T> = 0 extends 1 & T ? true : false;
