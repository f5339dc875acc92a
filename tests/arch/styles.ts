import { filesIn, read } from './files';

export interface Stylesheet {
  path: string;
  text: string;
}

const withoutRemarks = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');

/** Our stylesheets: those of the components, and those of pages. */
export const stylesheets = (): Stylesheet[] =>
  ['apps/web', 'libs'].flatMap((folder) => filesIn(folder, (path) => path.endsWith('.scss'))).map((path) => ({ path, text: read(path) }));

/** The classes that the selectors of a stylesheet name. */
export function classesIn(sheet: string): string[] {
  const selectors = withoutRemarks(sheet).match(/[^{};]+(?=\{)/g) ?? [];
  const ours = selectors.filter((selector) => !/^\s*@(use|include|font-face|keyframes|page|property)/.test(selector));
  return [...new Set(ours.flatMap((selector) => selector.match(/\.[a-zA-Z][\w-]*/g) ?? []).map((name) => name.slice(1)))].sort();
}

/** The classes that a template, or the host of a component, gives to elements. */
export function classesGiven(source: string): string[] {
  const attributes = [...source.matchAll(/(?<![\w.[\]-])class="([^"]*)"/g), ...source.matchAll(/\bclass: '([^']*)'/g)].map(
    (match) => match[1]!,
  );
  const bound = [...source.matchAll(/\[class\.([\w-]+)\]/g)].map((match) => match[1]!);
  const chosen = [...source.matchAll(/\[class\]'?(?:=|: )"([^"]*)"/g)].flatMap((match) =>
    [...match[1]!.replace(/===? '[^']*'/g, '').matchAll(/'([^']*)'/g)].map((text) => text[1]!),
  );
  return [...new Set([...attributes, ...bound, ...chosen].flatMap((names) => names.replace(/\{\{.*?\}\}/gs, '').split(/\s+/)))]
    .filter((name) => /^[a-z]/.test(name))
    .sort();
}
