import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { filesIn, read, ROOT } from './files';
import { scopes } from './map';

const PATIENCE = 120_000; // Nx takes two seconds of processor time to look at the workspace

interface Graph {
  nodes: Record<string, { data: { root: string; targets: Record<string, unknown> } }>;
  dependencies: Record<string, { target: string }[]>;
}

const nx = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'node_modules/nx/dist/bin/nx.js'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NX_ISOLATE_PLUGINS: 'false', NODE_OPTIONS: '' },
  });

let graph: Graph;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-graph-'));
  nx('graph', `--file=${join(folder, 'graph.json')}`);
  ({ graph } = JSON.parse(readFileSync(join(folder, 'graph.json'), 'utf8')));
  rmSync(folder, { recursive: true });
}, PATIENCE);

describe('a change in the rules of one domain', () => {
  it(
    'selects that domain, those that may use it, the applications and the tests above them, and nothing else',
    () => {
      const selected: string[] = JSON.parse(nx('show', 'projects', '--affected', '--files=libs/cohorts/domain/stages.ts', '--json'));
      const users = Object.keys(scopes).filter((scope) => scope === 'cohorts' || scopes[scope]!.includes('cohorts'));
      const roots = selected.map((name) => graph.nodes[name]!.data.root);
      const expected = Object.values(graph.nodes)
        .map(({ data }) => data.root)
        .filter((root) => users.includes(root.split('/')[1]!) || /^apps\/|^tests\/(?!web)/.test(root));
      expect(users).not.toEqual(expect.arrayContaining(['people', 'identity']));
      expect(roots.sort()).toEqual(expected.sort());
    },
    PATIENCE,
  );
});

describe('the graph', () => {
  it('has an arrow for every import, also of specs', () => {
    const roots = new Map(Object.entries(graph.nodes).map(([name, { data }]) => [data.root, name]));
    const projectOf = (path: string) =>
      roots.get(
        path
          .split('/')
          .slice(0, path.startsWith('libs/') ? 3 : 2)
          .join('/'),
      );
    const sources = ['libs', 'apps', 'tests'].flatMap((folder) => filesIn(folder, (path) => /(?<!\.d)\.ts$/.test(path)));
    const arrows = sources.flatMap((file) =>
      [...read(file).matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)].flatMap(([, target]) => {
        const path = target!.startsWith('@waymark/')
          ? `libs/${target!.slice('@waymark/'.length)}`
          : target!.startsWith('.')
            ? posix.join(dirname(file), target!)
            : '';
        const [from, to] = [projectOf(file), projectOf(path)];
        // What a spec opens the server with reaches every domain; that is left out on purpose (docs/adr/0012).
        return from && to && from !== to && !(from === 'shared-testing' && path.startsWith('apps/')) ? [`${from} → ${to}`] : [];
      }),
    );
    const drawn = Object.entries(graph.dependencies).flatMap(([from, to]) => to.map(({ target }) => `${from} → ${target}`));
    const missing = new Set(arrows.filter((arrow) => !drawn.includes(arrow)));
    expect(new Set(arrows).size).toBeGreaterThan(30);
    expect([...missing]).toEqual([]);
  });

  it('gives every project types and lint, and tests to those that have specs', () => {
    for (const { data } of Object.values(graph.nodes)) {
      const tested = data.root !== 'tests/web' && filesIn(data.root, (path) => /\.(e2e-)?spec\.ts$/.test(path)).length > 0;
      const wanted = ['types', 'lint', ...(tested ? ['test'] : [])];
      expect([data.root, Object.keys(data.targets)]).toEqual([data.root, expect.arrayContaining(wanted)]);
    }
  });
});
