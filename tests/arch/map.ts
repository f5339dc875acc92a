/** Which domain may use which: an acyclic map, those that others use first, read by `boundaries.spec.ts`. A new domain is one line here. */
export const scopes: Record<string, readonly string[]> = {
  people: [],
  messages: ['people'],
  identity: ['people', 'messages'],
  catalogue: ['people', 'identity', 'engines'],
  cohorts: ['people', 'identity', 'messages', 'catalogue', 'engines'],
  schedule: ['people', 'identity', 'messages', 'catalogue', 'cohorts', 'engines'],
};

interface Layer {
  /** The layers it may import of ours, besides itself. */
  ours: readonly string[];
  /** Which of these it may import of other domains, where that is not all of them. */
  theirs?: readonly string[];
  /** Which npm packages; `null` is any. */
  packages: readonly RegExp[] | null;
}

/** Where code may lie in a domain or in `shared`, and what it may import from there. */
export const layers: Record<string, Layer> = {
  'shared/kernel': { ours: [], packages: [] },
  'shared/client': { ours: [], packages: [] },
  'shared/ui': { ours: ['shared/kernel'], packages: [/^@angular\//, /^rxjs/] },
  'shared/web': { ours: ['shared/kernel', 'shared/ui', 'shared/client'], packages: [/^@angular\//, /^rxjs/] },
  'shared/api': { ours: ['shared/kernel'], packages: null },
  'shared/testing': { ours: ['shared/kernel', 'shared/api', 'apps'], packages: null },
  // Nobody but specs: no layer may import it.
  'shared/testing-web': { ours: ['shared/kernel', 'shared/web'], packages: [/^@angular\//] },
  engines: { ours: [], packages: [] },
  domain: { ours: ['shared/kernel', 'domain', 'engines'], packages: [] },
  api: { ours: ['shared/kernel', 'shared/api', 'domain', 'api', 'engines'], packages: null },
  web: {
    ours: ['shared/kernel', 'shared/ui', 'shared/web', 'shared/client', 'domain', 'web', 'engines'],
    // Passkeys are the browser's business, and the square code of an app must not be drawn by a service elsewhere.
    packages: [/^@angular\//, /^rxjs/, /^@simplewebauthn\/browser$/, /^uqr$/],
  },
  // What tests are made with: of its own domain anything that is not web, of others the same alone.
  testing: {
    ours: ['shared/kernel', 'shared/api', 'shared/testing', 'domain', 'api', 'testing', 'engines'],
    theirs: ['testing'],
    packages: null,
  },
  // Scenarios go through the services of their own domain alone, and use what those of other domains have made.
  demo: { ours: ['shared/kernel', 'shared/api', 'domain', 'api', 'demo', 'engines'], theirs: ['domain', 'demo'], packages: [] },
  // Pages as their specs open them.
  'testing-web': {
    ours: ['shared/kernel', 'shared/client', 'shared/web', 'shared/testing-web', 'domain', 'web', 'testing-web'],
    packages: [/^@angular\//],
  },
};
