import { filesIn, read } from './files';
import { classesGiven, classesIn, stylesheets } from './styles';

const WEB = /^(apps\/web|libs\/[\w-]+\/web|libs\/shared\/ui)\//;

/** Short for a word and used by everybody as one. */
const ALLOWED = new Set(['nav', 'ok', 'info', 'mini']);

/** Words of the screen that our prose has no use for. Whoever names a class by another one adds it here, where others see whether it is a word. */
const SCREEN = `
  accepted attentions avatar bar below block board boot bottom brand bulk button chart chip combobox count detail end eyebrow feed flag flagged flush header
  heading held hero hidden icon ink inner input inset inverse issue label landings line maps medium meter more muted numeric pile placement
  plenary quiet room samples service session share skeleton table tabs tick timeline title todo track twin value visually warn wrapped
`;

/** What our prose, and the words on our pages, are made of. */
function words(): Set<string> {
  const prose = ['docs', 'libs', 'apps', 'tools', 'tests'].flatMap((folder) =>
    filesIn(folder, (path) => /\.(md|ts|html|mjs|scss)$/.test(path)),
  );
  const said = [...prose, 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((path) => {
    const text = read(path);
    if (path.endsWith('.md')) return text.replace(/`[^`]*`/g, ' ');
    const comments = [...text.matchAll(/\/\*\*?([\s\S]*?)\*\/|(?:^|[^:])\/\/ (.*)$|<!--([\s\S]*?)-->/gm)].map((match) =>
      match.slice(1).join(' '),
    );
    const shown = [...text.replace(/\{\{.*?\}\}/gs, ' ').matchAll(/>([^<>{}=;()]+)</g)].map((match) => match[1]!);
    return [...comments.map((comment) => comment.replace(/`[^`]*`/g, ' ')), ...(WEB.test(path) ? shown : [])].join('\n');
  });
  const text = [...said, SCREEN].join('\n').toLowerCase();
  return new Set(text.match(/\p{L}+/gu));
}

const segments = (name: string): string[] => name.split(/[-_]+/).filter(Boolean);

function notWords(names: readonly string[], known: ReadonlySet<string>): string[] {
  const isWord = (segment: string) => ALLOWED.has(segment) || (known.has(segment) && /[aeiouy]/.test(segment));
  return names.filter((name) => !/^govuk-|^js-enabled$/.test(name) && !segments(name).every(isWord));
}

describe('Class names', () => {
  const known = words();

  it('are words in full, in stylesheets', () => {
    expect(stylesheets().flatMap(({ path, text }) => notWords(classesIn(text), known).map((name) => `${path}: .${name}`))).toEqual([]);
  });

  it('are words in full, in templates', () => {
    const templates = ['apps/web', 'libs'].flatMap((folder) =>
      filesIn(folder, (path) => WEB.test(path) && /(?<!\.spec)\.(ts|html)$/.test(path)),
    );
    expect(templates.length).toBeGreaterThan(100);
    expect(templates.flatMap((path) => notWords(classesGiven(read(path)), known).map((name) => `${path}: ${name}`))).toEqual([]);
  });

  it('are refused where they are short for something', () => {
    const sheet = '.panel__title { margin: 0; } @media print { .dlg > .two--wb:hover, li.btn { top: 0.5em; } }';
    expect(notWords(classesIn(sheet), known)).toEqual(['btn', 'dlg', 'two--wb']);
    const template = `<p class="panel lnk {{ tone }}" [class.is-open]="a" [class]="kind === 'x' ? 'panel__t' : 'panel'">`;
    expect(notWords(classesGiven(template), known)).toEqual(['lnk', 'panel__t']);
  });
});

/** Where a page stands, which its own styles may ask about. */
const PLACES = new Set(['workbench', 'page']);

const isShared = ({ path }: { path: string }): boolean => path.startsWith('libs/shared/ui/');

/** What a page's stylesheet says about classes that the library has already given their looks. */
const restyled = (sheet: string, shared: ReadonlySet<string>): string[] =>
  classesIn(sheet).filter((name) => name.startsWith('govuk-') || (shared.has(name) && !PLACES.has(name)));

describe('The stylesheet of a page', () => {
  const all = stylesheets();
  const shared = new Set(all.filter(isShared).flatMap(({ text }) => classesIn(text)));

  it('restyles nothing of the component library', () => {
    const pages = all.filter((sheet) => !isShared(sheet));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.flatMap(({ path, text }) => restyled(text, shared).map((name) => `${path}: .${name}`))).toEqual([]);
  });

  it('is refused where it names a class of a shared component', () => {
    const sheet = `
      // .panel in a remark is none.
      .workbench .step { margin: 0; .panel__title:hover { color: red; } }
      @media (max-width: 40em) { .step > .govuk-button, .step__why { margin: 0.5em; } }`;
    expect(restyled(sheet, shared)).toEqual(['govuk-button', 'panel__title']);
  });
});
