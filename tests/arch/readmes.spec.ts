import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, ROOT } from './files';
import { scopes } from './map';

describe('every domain', () => {
  it.each(Object.keys(scopes))('%s says what it is for in its README', (scope) => {
    expect(existsSync(join(ROOT, 'libs', scope, 'README.md'))).toBe(true);
    expect(read(`libs/${scope}/README.md`).split('\n').length).toBeGreaterThan(10);
  });

  it('is on the map', () => {
    const found = readdirSync(join(ROOT, 'libs')).filter((name) => !['shared', 'engines'].includes(name));
    expect(found.sort()).toEqual(Object.keys(scopes).sort());
  });

  it('has no barrel', () => {
    expect(readdirSync(join(ROOT, 'libs'), { recursive: true, encoding: 'utf8' }).filter((path) => /(^|\/)index\.ts$/.test(path))).toEqual(
      [],
    );
  });
});
