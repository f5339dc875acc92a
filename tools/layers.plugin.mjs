// Nx: a project's name, tags and targets follow from its path, so nobody writes them and they cannot be wrong.
import { dirname } from 'node:path';

const jest = (path) => `node --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js ${path}`;

export const createNodesV2 = [
  '{libs/*/*,apps/*}/tsconfig.json',
  (files) =>
    files.map((file) => {
      const root = dirname(file);
      const [kind, scope, layer = scope] = root.split('/');
      const name = kind === 'apps' ? scope : `${scope}-${layer}`;
      const tags = kind === 'apps' ? ['scope:app', `layer:${scope}`] : [`scope:${scope}`, `layer:${layer}`];
      const targets = {
        test: { command: jest(root), options: { cwd: '{workspaceRoot}' } },
        ...(kind === 'apps' && scope === 'api'
          ? { build: { command: 'rolldown -c apps/api/rolldown.config.mjs', outputs: ['{workspaceRoot}/dist/apps/api'] } }
          : {}),
      };
      return [file, { projects: { [root]: { name, root, projectType: kind === 'apps' ? 'application' : 'library', tags, targets } } }];
    }),
];

export const name = 'waymark-layers';
