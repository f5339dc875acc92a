import { filesIn, read, withoutComments } from './files';

const QUEUE = /^libs\/shared\/api\/(jobs|tx)\.ts$/;

/** The API's own sources by their path, without the queue itself, which knows no job by its name. */
const sources = new Map(
  ['libs', 'apps/api']
    .flatMap((folder) => filesIn(folder, (path) => path.endsWith('.ts') && !path.endsWith('spec.ts') && !QUEUE.test(path)))
    .map((path) => [path, withoutComments(read(path))]),
);

describe('jobs', () => {
  it('each have a handler that are enqueued, asked for by an event, or run by the clock', () => {
    const { asked, handled } = jobsIn(sources);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((job) => !handled.includes(job))).toEqual([]);
  });

  it('are each asked for somewhere that have a handler', () => {
    const { asked, handled } = jobsIn(sources);
    expect(handled.filter((job) => !asked.includes(job))).toEqual([]);
  });

  it('are found wherever they are written, and told when their name cannot be read', () => {
    const added = new Map([
      [
        'libs/pairs/api/pairs.service.ts',
        `export const TELL = 'pairs.tell';\nawait tx.enqueue(TELL, { id }); await tx.enqueue('pairs.count', {}, later);`,
      ],
      [
        'libs/pairs/api/mentor.service.ts',
        `import { TELL } from './pairs.service';\njobs.handle(TELL, (one, job) => this.tell(one, job.id));`,
      ],
      [
        'libs/pairs/api/pairs-listener.ts',
        `const GREET = 'pairs.greet';\njobs.on('pair.made', GREET);\nthis.jobs.every('5 0 * * *', 'pairs.forget');`,
      ],
      ['libs/pairs/api/odd.ts', `tx.enqueue(pick(), {}); jobs.handle('pairs.nobody', () => this.nobody());`],
    ]);
    expect(jobsIn(added)).toEqual({
      asked: ['pairs.tell', 'pairs.count', 'pairs.greet', 'pairs.forget', 'libs/pairs/api/odd.ts: pick('],
      handled: ['pairs.tell', 'pairs.nobody'],
    });
  });
});

/** What asks for jobs and what does them, by name; what is no name that can be read here stands with its file. */
function jobsIn(files: ReadonlyMap<string, string>): { asked: string[]; handled: string[] } {
  const exported = new Map([...files.values()].flatMap((text) => constantsIn(text, 'export const')));
  const namesOf = (pattern: RegExp) =>
    [...files].flatMap(([path, text]) => {
      const own = new Map(constantsIn(text, 'const'));
      return [...text.matchAll(pattern)].map(([, said]) => {
        const literal = /^'(.*)'$/.exec(said!)?.[1];
        return literal ?? own.get(said!) ?? exported.get(said!) ?? `${path}: ${said}`;
      });
    });
  return {
    asked: namesOf(/(?:\.enqueue\(|\bjobs\.(?:on|every)\(\s*'[^']*',)\s*('[^']*'|[\w.]+\(?)/g),
    handled: namesOf(/\bjobs\.handle\(\s*('[^']*'|[\w.]+\(?)/g),
  };
}

const constantsIn = (text: string, how: string): [string, string][] =>
  [...text.matchAll(new RegExp(`\\b${how} (\\w+) = '([^']*)'`, 'g'))].map(([, name, value]) => [name!, value!]);
