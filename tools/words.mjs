// `node tools/words.mjs [path]`: every string that people read, by file and line: templates, words in TypeScript, refusals, what is said of
// events, mail. Read it aloud when words change; it leaves out what only programs read, as well as it can tell.
import { bootstrap, root } from './bootstrap.mjs';
await bootstrap();

const { readFileSync, readdirSync } = await import('node:fs');
const { join } = await import('node:path');
const { parseTemplate, RecursiveAstVisitor, TmplAstRecursiveVisitor, tmplAstVisitAll } = await import('@angular/compiler');
const { default: ts } = await import('typescript');

/** Attributes and inputs whose text is shown or spoken. */
const SHOWN =
  /^(title|label|hint|heading|headline|caption|placeholder|alt|text|name|legend|summary|empty|noun|what|aria-label|aria-description|.*(Label|Text|Title|Hint|Heading|Words))$/;
const SQL = /\b(SELECT|INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM|JOIN|WHERE|ORDER BY|GROUP BY|COALESCE|GRANT|CREATE|ALTER)\b/;
const PROSE = /[a-z]{2}/;

const files = ['apps', 'libs']
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path.replaceAll('\\', '/')}`),
  )
  .filter(
    (path) =>
      /\.(html|ts)$/.test(path) && !/\.(spec|d)\.ts$|\/testing\/|\/demo\/|-examples\.ts$|\/migrations\/|^apps\/api\/demo/.test(path),
  )
  .filter((path) => path.includes(process.argv[2] ?? ''))
  .sort();

const found = [];
function add(file, line, text, weak = false) {
  const said = text.replace(/\s+/g, ' ').trim();
  if (!PROSE.test(said) || SQL.test(said)) return;
  // One word in small letters is a name for programs far more often than a word for people.
  if (weak && !/\s/.test(said) && !/^[A-Z][a-z]+$/.test(said)) return;
  if (weak && /^[.#@\w-]*[.#@:/<>{}=_][^ ]*$/.test(said)) return;
  found.push({ file, line, text: said });
}

/** Strings inside an expression of a template: `{{ done ? 'Saved' : 'Save' }}`. */
class Expressions extends RecursiveAstVisitor {
  constructor(say) {
    super();
    this.say = say;
  }
  visitLiteralPrimitive(ast) {
    if (typeof ast.value === 'string') this.say(ast.value);
  }
  visitTemplateLiteral(ast) {
    this.say(ast.elements.map(({ text }) => text).join('…'));
    for (const one of ast.expressions) one.visit(this);
  }
}

class Template extends TmplAstRecursiveVisitor {
  constructor(say) {
    super();
    this.say = say;
  }
  expression(value, span, weak) {
    value?.visit?.(new Expressions((text) => this.say(span, text, weak)));
  }
  visitText(text) {
    this.say(text.sourceSpan, text.value);
  }
  visitBoundText(text) {
    const { ast } = text.value;
    if (ast?.strings) this.say(text.sourceSpan, ast.strings.join(' … '));
    this.expression(ast, text.sourceSpan, true);
  }
  visitTextAttribute(attribute) {
    if (SHOWN.test(attribute.name)) this.say(attribute.sourceSpan, attribute.value);
  }
  visitBoundAttribute(attribute) {
    if (/^(class|style|id|routerLink|ngClass)/.test(attribute.name)) return;
    this.expression(attribute.value, attribute.sourceSpan, true);
  }
  visitIfBlockBranch(branch) {
    tmplAstVisitAll(this, branch.children);
  }
}

function template(file, source, firstLine) {
  const { nodes } = parseTemplate(source, file, { preserveWhitespaces: false });
  const say = (span, text, weak) => add(file, firstLine + span.start.line, text, weak);
  tmplAstVisitAll(new Template(say), nodes);
}

const QUIET = /^(selector|templateUrl|styleUrl|styles|host|providers|path|id|key|code|kind|type|column|constraint|method|rel)$/;

function code(file) {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (ts.isTaggedTemplateExpression(node)) return; // SQL
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
      if (node.name.text === 'template' && ts.isNoSubstitutionTemplateLiteral(node.initializer))
        return template(file, node.initializer.text, lineOf(node.initializer));
      if (QUIET.test(node.name.text)) return;
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (!ts.isPropertyAssignment(node.parent) || node.parent.name !== node) add(file, lineOf(node), node.text, true);
      return;
    }
    if (ts.isTemplateExpression(node)) {
      const said =
        node.head.text + node.templateSpans.map(({ expression, literal }) => `{${expression.getText()}}${literal.text}`).join('');
      add(file, lineOf(node), said, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

for (const file of files) {
  if (file.endsWith('.html')) template(file, readFileSync(join(root, file), 'utf8'), 1);
  else code(file);
}
const lines = [];
let last = '';
for (const { file, line, text } of found) {
  if (file !== last) lines.push(`\n${file}`);
  last = file;
  lines.push(`${String(line).padStart(5)}  ${text}`);
}
lines.push(`\n${found.length} strings in ${new Set(found.map(({ file }) => file)).size} files\n`);
// A pipe takes a part at a time: what is not waited for is cut off.
process.stdout.write(lines.join('\n'), () => process.exit(0));
