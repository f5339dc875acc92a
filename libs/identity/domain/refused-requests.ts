import { factText } from '@waymark/shared/kernel/event-sentence';

const VERBS: Readonly<Record<string, string>> = { GET: 'open', POST: 'add to', PUT: 'change', PATCH: 'change', DELETE: 'remove' };

/** A request that was refused, as the audit log says it: what was tried, by the names in the route's address, and how often. */
export function refusedWords({ method, route, status, times }: Readonly<Record<string, unknown>>): string {
  const things = factText(route)
    .split('/')
    .filter((part) => part !== '' && part !== 'api' && !part.startsWith(':'))
    .map((part) => part.replaceAll('-', ' '))
    .join(', ');
  const why = status === 403 ? 'which their role does not allow' : 'which is not there or not theirs';
  const often = typeof times === 'number' && times > 1 ? ` (${times} times in a minute)` : '';
  return `Tried to ${VERBS[factText(method)] ?? 'use'} ${things}, ${why}${often}`;
}
