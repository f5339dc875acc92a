import type { Answer, Input, PathWith, Rest } from './openapi';

/** As openapi-typescript 7 writes them. */
interface Paths {
  '/things': { get: List; post: Make; put?: never };
  '/things/{id}': { get?: never; post?: never; put: Change };
}
interface List {
  parameters: { query?: { after?: string }; path?: never; header?: never };
  requestBody?: never;
  responses: { 200: { content: { 'application/json': { items: string[] } } } };
}
interface Make {
  parameters: { query?: never; path?: never; header: { 'Idempotency-Key': string } };
  requestBody: { content: { 'application/json': { name: string } } };
  responses: {
    201: { content: { 'application/json': { id: string } } };
    400: { content: { 'application/problem+json': { title: string } } };
  };
}
interface Change {
  parameters: { path: { id: string }; query?: never };
  requestBody?: never;
  responses: { 204: { content?: never } };
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Compiles only for `true`: the type checker is the test here, and `tsc` runs over this file. */
const yes = <T extends true>(value?: T): T | undefined => value;

describe('the types read out of the OpenAPI schema', () => {
  it('offer only paths that have the method', () => {
    yes<Same<PathWith<Paths, 'get'>, '/things'>>();
    yes<Same<PathWith<Paths, 'put'>, '/things/{id}'>>();
    const posted: PathWith<Paths, 'post'> = '/things';
    expect(posted).toBe('/things');
  });

  it('ask for what is needed, let the rest be left out, and never ask pages for headers', () => {
    yes<Same<Input<Paths, 'post', '/things'>, { body: { name: string } }>>();
    yes<Same<Input<Paths, 'put', '/things/{id}'>, { path: { id: string } }>>();
    yes<Same<Rest<Input<Paths, 'get', '/things'>>['length'], 0 | 1>>();
    yes<Same<Rest<Input<Paths, 'post', '/things'>>['length'], 1>>();
    const input: Input<Paths, 'post', '/things'> = { body: { name: 'Essex' } };
    expect(Object.keys(input)).toEqual(['body']);
  });

  it('know the answer, and that there may be none', () => {
    yes<Same<Answer<Paths, 'get', '/things'>, { items: string[] }>>();
    yes<Same<Answer<Paths, 'post', '/things'>, { id: string }>>();
    yes<Same<Answer<Paths, 'put', '/things/{id}'>, void>>();
    const made: Answer<Paths, 'post', '/things'> = { id: '1' };
    expect(made.id).toBe('1');
  });
});
