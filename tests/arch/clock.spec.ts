import { filesIn, read, withoutComments } from './files';

/** The clock itself; ids carry the time they were made; a page has no server's clock to ask. */
const MAY = ['libs/shared/api/clock.ts', 'libs/shared/kernel/ids.ts', 'libs/shared/web/clock.ts'];
const ASKS = /new Date\(\s*\)|Date\.now\(|performance\.timeOrigin/;

describe('the time', () => {
  it('is asked of the clock and of nothing else', () => {
    const files = ['libs', 'apps/api'].flatMap((folder) => filesIn(folder, (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts')));
    expect(files.filter((path) => !MAY.includes(path) && ASKS.test(withoutComments(read(path))))).toEqual([]);
  });
});
