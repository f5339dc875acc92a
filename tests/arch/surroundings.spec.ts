import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parse } from 'yaml';
import { read, ROOT } from './files';

const yamlOf = (path: string): any => parse(read(path));
const jsonOf = (path: string): any => JSON.parse(read(path));

describe('the workflow', () => {
  const workflow = yamlOf('.github/workflows/check.yaml');
  const { steps } = workflow.jobs.check;

  it('runs .ci/run for every change', () => {
    expect(steps.filter((step: any) => step.run).map((step: any) => step.run)).toEqual(['.ci/run']);
    expect(Object.keys(workflow.on)).toEqual(expect.arrayContaining(['push', 'pull_request']));
    expect(statSync(join(ROOT, '.ci/run')).mode & 0o111).toBeTruthy();
  });

  it('may read the code and nothing else, and takes actions by a full version', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.check.permissions).toBeUndefined();
    for (const { uses } of steps.filter((step: any) => step.uses)) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/);
  });

  it('gets the packages from a cache', () => {
    expect(steps.find((step: any) => step.uses?.startsWith('actions/setup-node')).with.cache).toBe('npm');
  });
});

describe('the forms', () => {
  const forms = readdirSync(join(ROOT, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yaml');

  it.each(forms)('%s has a name, a description and a question that must be answered', (name) => {
    const form = yamlOf(`.github/ISSUE_TEMPLATE/${name}`);
    expect([form.name, form.description].every((one) => typeof one === 'string' && one.length > 10)).toBe(true);
    expect(form.body.some((part: any) => part.validations?.required)).toBe(true);
    const ids = form.body.flatMap((part: any) => part.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('owners', () => {
  const lines = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  const folders = ['apps', 'libs'].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path.replaceAll('\\', '/')}`),
  );

  it.each(lines)('%s names something that is there', (line) => {
    const [pattern = '', ...owners] = line.split(/\s+/);
    expect(owners).toEqual([expect.stringMatching(/^@/)]);
    if (pattern.startsWith('/')) expect(existsSync(join(ROOT, pattern))).toBe(true);
    else expect(folders.some((folder) => posix.matchesGlob(`${folder}/`, pattern))).toBe(true);
  });
});

describe('the update bot', () => {
  const { minimumReleaseAge, internalChecksFilter, packageRules } = jsonOf('renovate.json');
  const { dependencies, devDependencies, optionalDependencies, overrides } = jsonOf('package.json');
  const ours = [dependencies, devDependencies, optionalDependencies, overrides].flatMap(Object.keys);
  const elsewhere = ['node', 'postgres', '@nx/**']; // images, and a family that may grow

  it('takes nothing young', () => {
    expect(minimumReleaseAge).toBe('14 days');
    expect(internalChecksFilter).toBe('strict');
    for (const rule of packageRules) expect(Number.parseInt(rule.minimumReleaseAge ?? '14 days', 10)).toBeGreaterThanOrEqual(14);
  });

  it('speaks of packages that we have', () => {
    const names: string[] = packageRules.flatMap((rule: any) => rule.matchPackageNames ?? []);
    const absent = names.filter((name) => !elsewhere.includes(name) && !ours.some((one) => posix.matchesGlob(one, name)));
    expect(absent).toEqual([]);
  });
});

describe('the dev container', () => {
  const container = jsonOf('.devcontainer/devcontainer.json');
  const files: string[] = container.dockerComposeFile.map((file: string) => posix.join('.devcontainer', file));

  it('is made from the compose file people run, and one on top', () => {
    expect(files).toEqual(['docker/compose.yaml', '.devcontainer/compose.yaml']);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('works in a service, beside others, that those files have', () => {
    const services = Object.assign({}, ...files.map((file) => yamlOf(file).services));
    expect(Object.keys(services)).toEqual(expect.arrayContaining([container.service, ...container.runServices]));
    const workspace = services[container.service];
    // Paths in every one of the files are seen from the first.
    const [source, target] = workspace.volumes[0].split(':');
    expect(posix.join(dirname(files[0]!), source)).toBe('.');
    expect(target).toBe(container.workspaceFolder);
    expect(Object.keys(workspace.depends_on)).toEqual(['postgres']);
  });

  it('has the Node that the image has', () => {
    const [, version] = /^FROM node:([\d.]+)-/m.exec(read('docker/api.Dockerfile'))!;
    expect(yamlOf('.devcontainer/compose.yaml').services.workspace.image).toBe(`node:${version}-bookworm`);
  });
});

describe('editors', () => {
  it('are told the width that Prettier keeps', () => {
    const width = jsonOf('.prettierrc.json').printWidth;
    expect(read('.editorconfig')).toContain(`max_line_length = ${width}\n`);
  });
});

describe('npm run db', () => {
  it('offers what the command line of the API can do, and says so in the runbook', () => {
    const commands = [...read('apps/api/cli.ts').matchAll(/^ {2}async '?([\w-]+)'?\(\) \{/gm)].map(([, name]) => name!);
    expect(commands).toContain('verify-audit');
    const offered = commands.filter((name) => name !== 'openapi');
    const missing = (text: string, quote: string) => offered.filter((name) => !text.includes(quote.replace('…', name)));
    expect(missing(read('tools/db.mjs').replaceAll("'", ''), '\n  …: ')).toEqual([]);
    expect(missing(read('docs/runbook.md'), '`…`')).toEqual([]);
  });
});
