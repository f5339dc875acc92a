import { problems } from '../../apps/api/app.module';
import { sharedProblems } from '@waymark/shared/api/problem.filter';
import { filesIn, read, withoutComments } from './files';
import { scopes } from './map';

const words: Record<string, string> = { ...sharedProblems, ...problems };
const source = ['libs', 'apps/api'].flatMap((folder) =>
  filesIn(folder, (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !/problems\.ts$/.test(path)),
);
const code = source.map((path) => withoutComments(read(path))).join('\n');
const migrations = filesIn('apps/api/migrations', (path) => path.endsWith('.ts'))
  .map(read)
  .join('\n');

/** A constraint named like a code guards a rule; other names (`…_pkey`, indexes for speed) do not begin with a domain. */
const constraints = [
  ...new Set(
    [...migrations.matchAll(new RegExp(`(?:CONSTRAINT|UNIQUE INDEX) ((?:${Object.keys(scopes).join('|')})_\\w+)`, 'g'))].map(
      (match) => match[1]!,
    ),
  ),
];
const dropped = new Set([...migrations.matchAll(/DROP (?:CONSTRAINT|INDEX) (?:IF EXISTS )?(\w+)/g)].map((match) => match[1]!));
/** Guards that no request can meet: they hold values the contracts already narrow, or ids this code makes itself. */
const UNREACHABLE =
  /^(people_succession_self|cohorts_member_dates)$|_(status|kind|sector|nation|stage|place|source|division|role|scope|mode|times|token|outcome|order|set_up|day|minutes|sort)$/;

describe('refusals', () => {
  it('each have words', () => {
    const said = [...code.matchAll(new RegExp(`\\bcode: '((?:${Object.keys(scopes).join('|')}|idempotency)_[a-z_]+)'`, 'g'))].map(
      (match) => match[1]!,
    );
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((one) => !(one in words))).toEqual([]);
  });

  it('each have a rule or a constraint that gives them', () => {
    expect(Object.keys(words).filter((one) => !new RegExp(`\\b${one}\\b`).test(code) && !constraints.includes(one))).toEqual([]);
  });

  it('cover every constraint that somebody can run into', () => {
    expect(constraints.length).toBeGreaterThan(10);
    expect(constraints.filter((one) => !(one in words) && !dropped.has(one) && !UNREACHABLE.test(one))).toEqual([]);
  });

  it('are sentences without a full stop, for a list of errors', () => {
    expect(Object.entries(words).filter(([, text]) => !/^["“]?[A-Z{]/.test(text) || /\.$/.test(text))).toEqual([]);
  });
});
