import { manifest } from '../../apps/api/domains';
import { eventSentence } from '@waymark/shared/kernel/event-sentence';
import { mergedManifest, type Manifest } from '@waymark/shared/kernel/manifest';
import { everyManifest, manifests } from '@waymark/shared/testing/manifests';
import { filesIn, read, withoutComments } from './files';
import { scopes } from './map';

const of = (more: Partial<Manifest>): Manifest => ({ permissions: {}, events: {}, refusals: {}, ...more });

describe('the manifests', () => {
  it('are all merged into the application, each name once', () => {
    const names = (merged: Required<Manifest>) => Object.values(merged).map((part) => Object.keys(part).sort());
    expect(names(manifest)).toEqual(names(everyManifest()));
    expect(() => mergedManifest([of({ events: { 'pair.made': 'Pair made' } }), of({ events: { 'pair.made': 'Made' } })])).toThrow(
      'pair.made',
    );
  });

  it('name refusals after their domain', () => {
    const strangers = ([domain, { refusals }]: [string, Manifest]) =>
      Object.keys(refusals).filter((code) => !code.startsWith(`${domain.replaceAll('-', '_')}_`));
    expect(strangers(['mentoring', of({ refusals: { mentoring_full: '', people_full: '' } })])).toEqual(['people_full']);
    const { shared: _, ...domains } = manifests;
    expect(Object.entries(domains).flatMap(strangers)).toEqual([]);
  });

  it('leave what belongs to everybody who is signed in without a permission', () => {
    const held = (holder: string) =>
      Object.entries(manifest.permissions).flatMap(([permission, holders]) => (holders.includes(holder as never) ? [permission] : []));
    expect(held('participant')).toEqual([]);
    expect(held('installation')).toEqual(['providers:edit']);
  });
});

describe('the words of events', () => {
  it('are there for every event that is recorded, and for no other', () => {
    const recorded = [...new Set(apiSources().flatMap(recordedIn))].sort();
    expect(recorded.length).toBeGreaterThan(50);
    expect(Object.keys(manifest.events).sort()).toEqual(recorded);
  });

  it('are only there for a history of cohorts where they are for the audit log', () => {
    expect(Object.keys(manifest.inCohort).length).toBeGreaterThan(20);
    expect(Object.keys(manifest.inCohort).filter((name) => !(name in manifest.events))).toEqual([]);
  });

  it('are of kinds by which the audit log can be narrowed, each of which has words', () => {
    const kinds = [...new Set(Object.keys(manifest.events).map((name) => name.split('.', 1)[0]!))];
    expect(kinds.sort()).toEqual(Object.keys(manifest.kinds).sort());
  });

  it('never repeat what people wrote, in the audit log', () => {
    // Which session it was is said by its title; why somebody did it stands beside the sentence, for those who read it in the log.
    const written = { reason: 'ill', note: 'ill', clashKey: 'ill', fileName: 'ill' };
    for (const [name, words] of Object.entries(manifest.events)) {
      expect(eventSentence({ name, personName: null, facts: written }, manifest.events)).not.toMatch(/\bill\b/);
      if (typeof words === 'string') expect(words).not.toMatch(/{(reason|clashKey|fileName|before|after)/);
    }
  });
});

describe('a domain', () => {
  it('uses names of its own and of the domains that it may import from', () => {
    expect(Object.keys(scopes).flatMap((domain) => strangeNames(domain, domainSources(domain)))).toEqual([]);
  });

  it('is told apart from those it may not import from by this very test', () => {
    expect(strangeNames('people', [`@Allow('people:read')`, `must([{ code: 'people_own_manager' }])`])).toEqual([]);
    expect(strangeNames('people', [`@Allow('roles:edit')`, `jobs.on('role.ended', X)`, `[{ code: 'identity_role_last' }]`])).toEqual([
      'people names roles:edit of identity',
      'people names role.ended of identity',
      'people names identity_role_last of identity',
    ]);
  });
});

/** The names in these sources that are of a domain which `domain` does not know. */
function strangeNames(domain: string, sources: readonly string[]): string[] {
  const known = [domain, 'shared', ...scopes[domain]!];
  const strange = Object.entries(manifests).filter(([other]) => !known.includes(other));
  const names = new Map(
    strange.flatMap(([other, { permissions, events, refusals }]) =>
      [permissions, events, refusals].flatMap((part) => Object.keys(part).map((name): [string, string] => [name, other])),
    ),
  );
  const named = sources.flatMap((source) => [...source.matchAll(/'([a-zA-Z]+[:._][\w.:]+)'/g)].map(([, name]) => name!));
  return [...new Set(named)].flatMap((name) => (names.has(name) ? [`${domain} names ${name} of ${names.get(name)}`] : []));
}

const isSource = (path: string) => path.endsWith('.ts') && !path.endsWith('spec.ts') && !path.endsWith('manifest.ts');
const domainSources = (domain: string) => filesIn(`libs/${domain}`, isSource).map((path) => withoutComments(read(path)));
const apiSources = () => filesIn('libs', (path) => /^libs\/(?!shared)[\w-]+\/api\//.test(path) && isSource(path)).map(read);

/** The event names in the calls of `record` and `recordAll`, or of a function that hands its name on to `record`. */
function recordedIn(source: string): string[] {
  const calls = source.match(/\brecord(?:All|ForProviders|Own)?\((?:\s*[\w.]+,)*[^;{]*?'[a-zA-Z]+\.[a-zA-Z]+'[^;{]*/g) ?? [];
  return calls.flatMap((call) => [...call.matchAll(/'([a-z][a-zA-Z]*\.[a-z][a-zA-Z]*)'/g)].map(([, name]) => name!));
}
