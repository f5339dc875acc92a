import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const WEB = ['apps/web', 'libs/*/web', 'libs/shared/ui'];
const web = (ending) => WEB.map((folder) => `${folder}/**/*.${ending}`);
const SPECS = ['**/*.spec.ts', '**/*.e2e-spec.ts'];

const CLOCK = 'Take the time from Clock (libs/shared/api/clock.ts) on the server, or as an argument in a rule.';
const ONLY = 'A single test hides the others: remove .only before you commit.';
const SKIP = 'A skipped test guards nothing: mend it or delete it.';

const clocks = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: CLOCK },
];
const focus = [
  { selector: "MemberExpression[object.name=/^(describe|it|test)$/][property.name='only']", message: ONLY },
  { selector: 'CallExpression[callee.name=/^(fdescribe|fit)$/]', message: ONLY },
  { selector: "CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name='skip']", message: SKIP },
  { selector: 'CallExpression[callee.name=/^(xdescribe|xit|xtest)$/]', message: SKIP },
];
const ban = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] });

// No rule here needs types: the compilers run beside the linter, and it stays fast.
export default tseslint.config(
  { ignores: ['**/dist/', '**/.angular/', '**/.nx/', '**/.local/', '**/coverage/', '**/test-results/', 'libs/shared/client/schema.d.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      // A property that is taken out of the rest on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      ...ban(...clocks),
    },
  },
  {
    files: SPECS,
    rules: {
      // Answers of the API are looked into, not typed again; and what a test loads, it may load late.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      ...ban(...clocks, ...focus),
    },
  },
  {
    files: ['libs/*/testing/**', 'tests/api/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  // What anybody sends meets a pattern whose time grows with its length and no faster. Ask the length first, all the same.
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: SPECS,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain' }],
    },
  },
  // Browser journeys, measurements and commands live in real time; the two others are where it comes in.
  { files: ['tests/web/**'], rules: ban(...focus) },
  { files: ['**/clock.ts', '**/ids.ts', 'tests/bench/**', 'tools/**'], rules: { 'no-restricted-syntax': 'off' } },
  // Commands talk to a terminal, and a web app that cannot even start has nothing but the console.
  { files: ['apps/api/{main,worker,cli}.ts', 'apps/web/main.ts', 'tests/bench/**', 'tools/**'], rules: { 'no-console': 'off' } },
  {
    files: web('ts'),
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'app', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'app', style: 'camelCase' }],
    },
  },
  { files: web('html'), extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility] },
  prettier,
);
