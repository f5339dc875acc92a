import { HttpClient, HttpErrorResponse, httpResource, type HttpResourceRef } from '@angular/common/http';
import { effect, inject, Injectable, untracked } from '@angular/core';
import type { paths } from '@waymark/shared/client/schema';
import { firstValueFrom } from 'rxjs';
import { RetryKeys } from './idempotency';
import type { Answer, Given, Input, PathWith, Rest } from './openapi';
import { Session } from './session';

/** The only door to the API. Paths, inputs and answers are typed by the generated OpenAPI schema; JSON only. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly keys = new RetryKeys();

  /**
   * A reading that follows its signals: it asks again when `input` changes, and waits while `input` is undefined.
   * Call it where a page's fields are made. One that failed because the session had ended asks again after signing in.
   */
  get<P extends PathWith<paths, 'get'>>(
    path: P,
    input: () => Input<paths, 'get', P> | undefined = () => ({}) as Input<paths, 'get', P>,
  ): HttpResourceRef<Answer<paths, 'get', P> | undefined> {
    const resource = httpResource<Answer<paths, 'get', P>>(() => {
      const given = input() as Given | undefined;
      return given && { url: url(path, given), params: params(given) };
    });
    effect(() => {
      if (this.session.renewals() > 0 && untracked(resource.status) === 'error' && untracked(resource.statusCode) === 401)
        resource.reload();
    });
    return resource;
  }

  /** One reading, for what is asked on demand, such as the options of a search. */
  read<P extends PathWith<paths, 'get'>>(path: P, ...[input]: Rest<Input<paths, 'get', P>>): Promise<Answer<paths, 'get', P>> {
    const given = (input ?? {}) as Given;
    return firstValueFrom(this.http.get<Answer<paths, 'get', P>>(url(path, given), { params: params(given) }));
  }

  /** A change. Every POST carries an `Idempotency-Key`; the same POST sent again after a lost answer carries the same one, so it happens once. */
  async send<M extends 'post' | 'put' | 'patch' | 'delete', P extends PathWith<paths, M>>(
    method: M,
    path: P,
    ...[input]: Rest<Input<paths, M, P>>
  ): Promise<Answer<paths, M, P>> {
    const given = (input ?? {}) as Given;
    const target = url(path, given);
    const query = params(given);
    if (method !== 'post')
      return firstValueFrom(this.http.request<Answer<paths, M, P>>(method, target, { body: given.body, params: query }));

    const body = given.body ?? {};
    const wish = JSON.stringify([target, query, body]);
    const key = this.keys.for(wish);
    try {
      const answer = await firstValueFrom(
        this.http.post<Answer<paths, M, P>>(target, body, { params: query, headers: { 'Idempotency-Key': key } }),
      );
      this.keys.settled(wish);
      return answer;
    } catch (error) {
      if (!(error instanceof HttpErrorResponse) || !answerUnknown(error.status)) this.keys.settled(wish);
      throw error;
    }
  }
}

/** The request may have been carried out although no answer came: a broken network, or a gateway that gave up. */
const answerUnknown = (status: number): boolean => status === 0 || (status >= 502 && status <= 504);

function url(path: string, { path: values = {} }: Given): string {
  return '/api' + path.replace(/^\/api(?=\/)/, '').replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

function params({ query = {} }: Given): Record<string, string | number | boolean | readonly (string | number | boolean)[]> {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])));
}
