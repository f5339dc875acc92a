// `node tools/angular.mjs build|serve [configuration]`: the Angular builders of apps/web/project.json, as `nx build web` runs them,
// without the two seconds Nx needs to look at the workspace first.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
// Angular's build package brings these; asking it for them keeps the versions equal.
const ofAngular = createRequire(createRequire(join(root, 'package.json')).resolve('@angular/build/package.json'));
const { Architect } = ofAngular('@angular-devkit/architect');
const { WorkspaceNodeModulesArchitectHost } = ofAngular('@angular-devkit/architect/node');
const { logging, schema } = ofAngular('@angular-devkit/core');

const project = JSON.parse(readFileSync(join(root, 'apps/web/project.json'), 'utf8'));
const target = (name) => project.targets[name];

const host = new WorkspaceNodeModulesArchitectHost(
  {
    getBuilderName: async (_, name) => target(name).executor,
    getMetadata: async () => ({ root: 'apps/web', sourceRoot: project.sourceRoot, prefix: project.prefix }),
    getOptions: async (_, name, configuration) => ({
      ...target(name).options,
      ...(configuration && target(name).configurations[configuration]),
    }),
    hasTarget: async (_, name) => target(name) !== undefined,
    getDefaultConfigurationName: async (_, name) => target(name).defaultConfiguration,
  },
  root,
);

const [name = 'build', configuration = target(name).defaultConfiguration] = process.argv.slice(2);
const registry = new schema.CoreSchemaRegistry();
registry.addPostTransform(schema.transforms.addUndefinedDefaults);
const logger = new logging.Logger('web');
logger.subscribe(({ level, message }) => (/warn|error|fatal/.test(level) ? process.stderr : process.stdout).write(`${message}\n`));

const overrides = name === 'serve' && process.env.WEB_PORT ? { port: Number(process.env.WEB_PORT) } : {};
const run = await new Architect(host, registry).scheduleTarget({ project: 'web', target: name, configuration }, overrides, { logger });
// Leaving at once: esbuild, its child, complains when it is stopped in the middle of something.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
const { success, error } = await run.lastOutput;
if (error) console.error(error);
await run.stop();
process.exit(success ? 0 : 1);
