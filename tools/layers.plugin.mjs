// Nx: a project's name, tags, targets and dependencies follow from its path and from the map that imports are held to
// (tests/arch/map.ts), so nobody writes them and they cannot be wrong. docs/adr/0012 says what it is for.
import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { layers, scopes } from '../tests/arch/map.ts';

const WEB_LAYERS = ['web', 'testing-web', 'shared/ui', 'shared/web', 'shared/client', 'shared/testing-web'];
const BROWSER_TESTS = 'tests/web'; // they need a built and running product: `npm test` runs them

/**
 * @typedef {{kind: 'apps' | 'libs' | 'tests', scope: string, layer: string}} Place
 * @returns {Place} where a project's root lies; `layer` is a key of the map's `layers`
 */
export function placeOf(root) {
  const [kind, scope, layer = scope] = root.split('/');
  if (kind !== 'libs') return { kind, scope: kind, layer: scope };
  return { kind, scope, layer: scope === 'shared' ? `shared/${layer}` : scope === 'engines' ? 'engines' : layer };
}

function nameOf(root) {
  const [kind, scope, layer] = root.split('/');
  return kind === 'apps' ? scope : kind === 'tests' ? `tests-${scope}` : `${scope}-${layer}`;
}

const isWeb = ({ kind, scope, layer }) => (kind === 'libs' ? WEB_LAYERS.includes(layer) : scope === 'apps' && layer === 'web');
const isTesting = ({ layer }) => layer === 'shared/testing' || layer === 'testing';
const isTestingWeb = ({ layer }) => layer === 'shared/testing-web' || layer === 'testing-web';
const usesDomain = (from, to) => from.scope === to.scope || to.scope === 'shared' || (scopes[from.scope] ?? []).includes(to.scope);

/**
 * Whether a change in `to` can be felt in `from`: all that the map lets it import (what is there by SQL follows the same arrows), and what
 * its specs are made with. Not felt: that specs of one domain open a server with the others in it; the server's own specs do that as well.
 */
function dependsOn(from, to) {
  // The house rules read everything; the plans of statements are looked at over the rows of the benchmark.
  if (to.kind === 'tests') return from.kind === 'tests' && (from.layer === 'arch' || (from.layer === 'api' && to.layer === 'bench'));
  if (from.kind === 'tests') return from.layer === 'arch' || (from.layer !== 'web' && !isWeb(to));
  if (to.kind === 'apps') return false;
  if (from.kind === 'apps') return isWeb(from) ? isWeb(to) || isTesting(to) || mayImport('web', to) : !isWeb(to);
  if (isTesting(to)) return !isWeb(from) && from.layer !== 'domain' && from.scope !== 'engines' && usesDomain(from, to);
  if (isTestingWeb(to)) return isWeb(from) && from.layer !== 'shared/client' && usesDomain(from, to);
  if (!mayImport(from.layer, to)) return false;
  if (to.scope === 'engines') return from.layer === 'domain' || (scopes[from.scope] ?? []).includes('engines');
  return usesDomain(from, to);
}

const mayImport = (layer, to) => (layers[layer]?.ours ?? []).includes(to.layer);

function targetsOf(root) {
  const run = (executor, inputs) => ({ executor: `./tools/nx:${executor}`, inputs, cache: true });
  const targets = { types: run('types', ['default', '^production', 'compilers']), lint: run('lint', ['default', 'linter']) };
  if (root !== BROWSER_TESTS && hasTests(root)) {
    // The house rules read every file there is.
    targets.test = run('test', root === 'tests/arch' ? ['everything'] : ['default', '^production', 'tests']);
  }
  if (root === 'apps/api') {
    const command = 'rolldown -c apps/api/rolldown.config.mjs';
    const inputs = ['production', '^production'];
    targets.build = { command, inputs, cache: true, outputs: ['{workspaceRoot}/dist/apps/api'], options: { cwd: '{workspaceRoot}' } };
  }
  return targets; // apps/web has its build in project.json
}

const hasTests = (root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).some((path) => /\.(e2e-)?spec\.ts$/.test(path));

export const createNodesV2 = [
  '{{libs/*/*,apps/*}/tsconfig.json,tests/*/*.ts}',
  (files) => {
    const first = new Map(files.map((file) => [dirname(file), file]));
    return [...first].map(([root, file]) => {
      const place = placeOf(root);
      const targets = targetsOf(root);
      const projectType = place.kind === 'apps' ? 'application' : 'library';
      const tags = [`scope:${place.scope}`, `layer:${basename(place.layer)}`];
      return [file, { projects: { [root]: { name: nameOf(root), root, projectType, tags, targets } } }];
    });
  },
];

export const createDependencies = (_, { projects }) => {
  const found = Object.entries(projects).map(([name, { root }]) => ({ name, place: placeOf(root) }));
  return found.flatMap((from) =>
    found
      .filter((to) => to !== from && dependsOn(from.place, to.place))
      .map((to) => ({ source: from.name, target: to.name, type: 'implicit' })),
  );
};

export const name = 'waymark-layers';
