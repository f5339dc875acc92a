import { manifest } from '../../apps/api/domains';
import { filesIn, read, withoutComments } from './files';
import { scopes } from './map';

/** Everything that a refusal can come from, as text, and the words that there are. */
interface Sources {
  words: Readonly<Record<string, string>>;
  code: string;
  migrations: string;
  domains: readonly string[];
}

const isMigration = (path: string) => path.endsWith('.ts') && /\/migrations\//.test(path);
const sources: Sources = {
  words: manifest.refusals,
  code: ['libs', 'apps/api']
    .flatMap((folder) => filesIn(folder, (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('/manifest.ts')))
    .map((path) => withoutComments(read(path)))
    .join('\n'),
  migrations: [...filesIn('apps/api', isMigration), ...filesIn('libs', isMigration)].map(read).join('\n'),
  domains: Object.keys(scopes),
};

/** Guards that no request can meet: they hold values the contracts already narrow, or ids this code makes itself. */
const UNREACHABLE =
  /^(people_succession_self|cohorts_member_dates)$|_(status|kind|sector|nation|stage|place|source|division|role|scope|mode|times|token|outcome|order|set_up|day|minutes|sort)$/;

describe('refusals', () => {
  it('each have words', () => {
    expect(said(sources).length).toBeGreaterThan(5);
    expect(saidWithoutWords(sources)).toEqual([]);
  });

  it('each have a rule or a constraint that gives them', () => {
    expect(wordsWithoutRule(sources)).toEqual([]);
  });

  it('cover every constraint that somebody can run into', () => {
    expect(constraints(sources).length).toBeGreaterThan(10);
    expect(constraintsWithoutWords(sources)).toEqual([]);
  });

  it('are sentences without a full stop, for a list of errors', () => {
    expect(notSentences(sources)).toEqual([]);
  });

  it('are looked for in every domain of the map, also in one that is new', () => {
    const added: Sources = {
      words: { mentoring_gone: 'gone' },
      code: `must([{ code: 'mentoring_pair_full' }]); must([{ code: 'early_talent_late' }])`,
      migrations:
        'ADD CONSTRAINT mentoring_taken EXCLUDE …; CREATE UNIQUE INDEX early_talent_twice ON …; CONSTRAINT mentoring_kind CHECK …',
      domains: ['mentoring', 'early-talent'],
    };
    expect(saidWithoutWords(added)).toEqual(['mentoring_pair_full', 'early_talent_late']);
    expect(constraintsWithoutWords(added)).toEqual(['mentoring_taken', 'early_talent_twice']);
    expect(wordsWithoutRule(added)).toEqual(['mentoring_gone']);
    expect(notSentences(added)).toEqual(['mentoring_gone']);
  });
});

const prefixes = (domains: readonly string[]): string => domains.map((domain) => domain.replaceAll('-', '_')).join('|');

function said({ code, domains }: Sources): string[] {
  return [...code.matchAll(new RegExp(`\\bcode: '((?:${prefixes(domains)}|idempotency)_[a-z_]+)'`, 'g'))].map((match) => match[1]!);
}

/** A constraint named like a code guards a rule; other names (`…_pkey`, indexes for speed) do not begin with a domain. */
function constraints({ migrations, domains }: Sources): string[] {
  const named = migrations.matchAll(new RegExp(`(?:CONSTRAINT|UNIQUE INDEX) ((?:${prefixes(domains)})_\\w+)`, 'g'));
  return [...new Set([...named].map((match) => match[1]!))];
}

const saidWithoutWords = (from: Sources): string[] => said(from).filter((one) => !(one in from.words));

const wordsWithoutRule = (from: Sources): string[] =>
  Object.keys(from.words).filter((one) => !new RegExp(`\\b${one}\\b`).test(from.code) && !constraints(from).includes(one));

function constraintsWithoutWords(from: Sources): string[] {
  const dropped = new Set([...from.migrations.matchAll(/DROP (?:CONSTRAINT|INDEX) (?:IF EXISTS )?(\w+)/g)].map((match) => match[1]!));
  return constraints(from).filter((one) => !(one in from.words) && !dropped.has(one) && !UNREACHABLE.test(one));
}

const notSentences = ({ words }: Sources): string[] =>
  Object.entries(words)
    .filter(([, text]) => !/^["“]?[A-Z{]/.test(text) || /\.$/.test(text))
    .map(([code]) => code);
