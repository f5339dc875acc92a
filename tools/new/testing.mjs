// What tests need of a new domain: rows of its own, and who may call its routes.

export const factories = ({ domain, one, many }) => `import { newId } from '@waymark/shared/kernel/ids';
import type { Ground } from '@waymark/shared/testing/given';
import { ${one.Pascal} } from '@waymark/${domain.kebab}/api/${many.kebab}/${one.kebab}.entity';

export function given${one.Pascal}({ given }: Ground, providerId: string, over: Partial<${one.Pascal}> = {}) {
  return given.entity(${one.Pascal}, { id: newId(), providerId, name: \`${one.Words} \${given.next()}\`, ...over });
}
`;

export const policy = ({ domain, one, many }) => `import { STAFF, to, type DomainPolicy } from '@waymark/shared/testing/policy';
import { given${one.Pascal} } from './${domain.kebab}.factories';

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
