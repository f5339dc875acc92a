/** Which domain may use which: an acyclic map, read by `boundaries.spec.ts`. A new domain is one line here. */
export const scopes: Record<string, readonly string[]> = {
  people: [],
  messages: ['people'],
  identity: ['people', 'messages'],
  catalogue: ['people', 'identity', 'engines'],
  cohorts: ['people', 'identity', 'messages', 'catalogue', 'engines'],
  schedule: ['people', 'identity', 'messages', 'catalogue', 'cohorts', 'engines'],
};

/** What each layer may import of ours, besides itself, and which npm packages. `null` is any package. */
export const layers: Record<string, { ours: readonly string[]; packages: readonly RegExp[] | null }> = {
  'shared/kernel': { ours: [], packages: [] },
  'shared/client': { ours: [], packages: [] },
  'shared/ui': { ours: ['shared/kernel'], packages: [/^@angular\//, /^rxjs/] },
  'shared/web': { ours: ['shared/kernel', 'shared/ui', 'shared/client'], packages: [/^@angular\//, /^rxjs/] },
  'shared/api': { ours: ['shared/kernel'], packages: null },
  'shared/testing': { ours: ['shared/kernel', 'shared/api', 'apps'], packages: null },
  engines: { ours: [], packages: [] },
  domain: { ours: ['shared/kernel', 'domain', 'engines'], packages: [] },
  api: { ours: ['shared/kernel', 'shared/api', 'domain', 'api', 'engines'], packages: null },
  web: {
    ours: ['shared/kernel', 'shared/ui', 'shared/web', 'shared/client', 'domain', 'web', 'engines'],
    packages: [/^@angular\//, /^rxjs/],
  },
};
