import { dirname, join } from 'node:path';
import { filesIn, read, withoutComments } from './files';

interface Configuration {
  outputPath?: string;
  styles?: string[];
  fileReplacements?: { replace: string; with: string }[];
}

const { options, configurations, defaultConfiguration } = JSON.parse(read('apps/web/project.json')).targets.build as {
  options: { browser: string; outputPath: string; styles: string[] };
  configurations: Record<string, Configuration>;
  defaultConfiguration: string;
};

/** The files of ours that a build of the web app is made from, with what it puts in the place of others. */
function builtFrom({ fileReplacements = [] }: Configuration): string[] {
  const instead = new Map(fileReplacements.map((one) => [one.replace, one.with]));
  const seen = new Set<string>();
  const visit = (asked: string): void => {
    const path = instead.get(asked) ?? asked;
    if (seen.has(path)) return;
    seen.add(path);
    if (!path.endsWith('.ts')) return;
    const source = withoutComments(read(path)).replace(/import type [^;]*;/g, '');
    const imports = source.matchAll(/(?:from|import\(|import) ?'((?:\.|@waymark\/)[^']*)'|templateUrl: '([^']*)'/g);
    for (const [, module, template] of imports) visit(pathOf(path, (module ?? template)!));
  };
  visit(options.browser);
  return [...seen].sort();
}

function pathOf(from: string, module: string): string {
  const path = module.startsWith('@waymark/') ? module.replace('@waymark/', 'libs/') : join(dirname(from), module).replaceAll('\\', '/');
  return /\.(ts|html)$/.test(path) ? path : `${path}.ts`;
}

const isExample = (path: string): boolean =>
  /\.examples\.(ts|html)$|-examples\.ts$|\/example-[\w-]+\.ts$|^apps\/web\/examples\/(?!no-routes\.ts)|^libs\/shared\/ui\/example\//.test(
    path,
  );

describe('The page of components', () => {
  const served = configurations[defaultConfiguration]!;

  it('is no part of the build that people are served', () => {
    expect(builtFrom(served).filter(isExample)).toEqual([]);
    expect(served.styles).toEqual(['apps/web/styles.scss']);
    expect(read('apps/web/styles.scss') + read('libs/shared/ui/_index.scss')).not.toMatch(/example/);
  });

  it('shows the examples of every folder where it is built', () => {
    const shown = builtFrom(configurations['with-examples']!);
    const examples = ['apps/web/examples', 'libs'].flatMap((folder) =>
      filesIn(folder, (path) => /\.(ts|html)$/.test(path) && isExample(path)),
    );
    expect(examples.length).toBeGreaterThan(20);
    expect(examples.filter((path) => !shown.includes(path))).toEqual([]);
  });

  it('shows every component of the library', () => {
    const page = builtFrom(configurations['with-examples']!).filter(isExample).map(read).join('\n');
    const named = (selector: string) => new RegExp(`(<|\\[?\\b)${selector}\\b`).test(page);
    const selectors = filesIn('libs/shared/ui', (path) => path.endsWith('.ts') && !isExample(path) && !path.endsWith('.spec.ts')).flatMap(
      (path) => [...read(path).matchAll(/^  selector: '([^']*)'/gm)].map((match) => /(app[-\w]+)/.exec(match[1]!)![1]!),
    );
    expect(selectors.length).toBeGreaterThan(40);
    // The frame around each field, and the voice of the app: never seen on their own.
    expect(selectors.filter((selector) => !named(selector))).toEqual(['app-live-region', 'app-field']);
  });

  it('is built beside what people are served, which `npm start` and the deployment build alone make', () => {
    expect(configurations['with-examples']!.outputPath).not.toBe(options.outputPath);
    expect(served.outputPath).toBeUndefined();
    const built = (tool: string) => [...read(tool).matchAll(/build\('([\w-]+)'/g)].map((match) => match[1]);
    expect(built('tools/start.mjs').sort()).toEqual(['api', 'web']);
    expect(built('tools/build.mjs').sort()).toEqual(['api', 'web']);
    expect(read('tools/build.mjs')).toContain(`web: web('${options.outputPath}', '${defaultConfiguration}')`);
  });
});
