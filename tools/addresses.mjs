// The addresses that the web app has pages for, read from its own routes: the server answers any other with 404.
// `node tools/addresses.mjs` prints them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './bootstrap.mjs';

/** The routes of every domain, as an application merges them: plain values, whose pages are loaded by functions that nobody calls here. */
async function domainRoutes() {
  const files = readdirSync(join(root, 'libs'))
    .map((domain) => join(root, 'libs', domain, 'web', `${domain}.routes.ts`))
    .filter((file) => existsSync(file));
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext };
  const modules = await Promise.all(
    files.map((file) => {
      const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions });
      return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
    }),
  );
  return modules.flatMap((module) => Object.values(module));
}

/** The pages that the shell adds: the only paths in its list are its own. */
const shellPaths = () =>
  [...readFileSync(join(root, 'apps/web/app.routes.ts'), 'utf8').matchAll(/\bpath: '([^'*]+)'/g)].map((match) => match[1]);

function pathsOf(routes, inside, under = '') {
  return routes.flatMap(({ path = '', children = [] }) => {
    const whole = [under, path].filter(Boolean).join('/');
    return [whole, ...pathsOf([...children, ...(inside[path] ?? [])], {}, whole)];
  });
}

/**
 * @param {{examples?: boolean}} options `examples`: with the page of components, which is in no build that people are served
 * @returns {Promise<string[]>} paths like `people/:id`, in which a part after a colon stands for anything, and `**` for all that follows
 */
export async function addresses({ examples = false } = {}) {
  const domains = await domainRoutes();
  const inside = {};
  for (const domain of domains) for (const [at, routes] of Object.entries(domain.inside ?? {})) (inside[at] ??= []).push(...routes);
  const own = domains.flatMap(({ open = [], staff = [], participant = [], account = [] }) => [
    ...open,
    ...staff,
    ...participant,
    ...account,
  ]);
  const all = [...pathsOf(own, inside), ...shellPaths(), ...(examples ? ['components', 'components/**'] : [])];
  return [...new Set(all)].filter((path) => path !== '').sort();
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await addresses(), null, 2));
