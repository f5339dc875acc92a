// What tests need of a new domain: rows of its own, and who may call its routes.

export const factory = ({ domain, one }) => `import { newId } from '@waymark/shared/kernel/ids';
import type { TestApp } from '@waymark/shared/testing/app';

/** ${one.Words} of a provider. Columns are named as in the database; answers the row. */
export function given${one.Pascal}(app: TestApp, providerId: string, over: Record<string, unknown> = {}) {
  return app.given.row('${one.snake}', { id: newId(), provider_id: providerId, name: \`${one.Words} \${app.given.next()}\`, ...over });
}
`;

export const policy = ({ domain, one, many }) => `import { STAFF, to, type DomainPolicy } from '@waymark/shared/testing/policy';
import { given${one.Pascal} } from './given-${one.kebab}';

export const policy: DomainPolicy = {
  routes: {
    'GET /${many.kebab}': to([...STAFF, 'evaluator']),
    'POST /${many.kebab}': to(STAFF, 'provider'),
    'GET /${many.kebab}/{id}': to([...STAFF, 'evaluator'], '${one.camel}'),
    'PUT /${many.kebab}/{id}': to(STAFF, '${one.camel}'),
  },
  things: {
    ${one.camel}: (app, { providerId }) => given${one.Pascal}(app, providerId),
  },
};
`;
