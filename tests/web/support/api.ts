import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';

const base = (): string => `${process.env['BASE_URL'] ?? ''}/api`;

/** A change that is no step of the journey itself: what has to be there before it begins, or what somebody does elsewhere. */
export async function send<T = Record<string, unknown>>(
  request: APIRequestContext,
  method: 'post' | 'put' | 'delete',
  path: string,
  data: unknown = {},
): Promise<T> {
  const answer = await request[method](base() + path, {
    data: method === 'delete' ? undefined : data,
    headers: method === 'post' ? { 'Idempotency-Key': randomUUID() } : {},
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  const text = await answer.text();
  return (text ? JSON.parse(text) : {}) as T;
}

export async function read<T = Record<string, unknown>>(request: APIRequestContext, path: string): Promise<T> {
  const answer = await request.get(base() + path);
  if (!answer.ok()) throw new Error(`get ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}
