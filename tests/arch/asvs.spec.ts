import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { read, ROOT } from './files';

/** How many requirements of levels 1 and 2 each section of ASVS 5.0 has: they stand before those of level 3. */
const SECTIONS: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 11, '6.3': 3, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 3 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 3, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
};

const text = read('docs/asvs.md');
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) +\| ([12]) +\| (.+?) +\| (\w+) +\| (.+?) +\|$/gm)].map(
  ([, number, , , state, shownBy]) => ({ number: number!, state: state!, shownBy: shownBy! }),
);
const apart = text.slice(text.indexOf('## What does not apply')).match(/\b\d+\.\d+\.\d+\b/g) ?? [];
const PATH = /`([\w.-]+(?:\/[\w.-]+)*\.\w+|\.\w+)`/g;

describe('docs/asvs.md', () => {
  it('has every requirement of levels 1 and 2 once: with what shows it, or why it does not apply', () => {
    const all = Object.entries(SECTIONS).flatMap(([section, count]) => Array.from({ length: count }, (_, i) => `${section}.${i + 1}`));
    expect([...rows.map(({ number }) => number), ...apart].sort()).toEqual(all.sort());
  });

  it('names files that are there', () => {
    const named = [...text.matchAll(PATH)].map(([, path]) => path!).filter((path) => path.includes('/') || existsSync(join(ROOT, path)));
    expect(named.length).toBeGreaterThan(150);
    // `domain/manifest.ts` and `testing/policy.ts` are every domain's.
    const there = (path: string) => existsSync(join(ROOT, path)) || existsSync(join(ROOT, 'libs/identity', path));
    expect([...new Set(named)].filter((path) => !there(path))).toEqual([]);
  });

  it('says of each how it stands, and of what is not met why', () => {
    expect([...new Set(rows.map(({ state }) => state))].sort()).toEqual(['gap', 'met', 'part']);
    expect(rows.filter(({ state, shownBy }) => state === 'gap' && shownBy.length < 15)).toEqual([]);
  });
});
