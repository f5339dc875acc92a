import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** What would make people think this is GOV.UK: its typeface, crest and icons, by the names they are shipped under. */
const MARKS = ['GDS Transport', 'govuk-crest', 'govuk-icon', '-v2.woff2'];

describe('the face of the web app', () => {
  it('takes nothing of GOV.UK’s identity from its sources', () => {
    const sources = [...filesIn('apps/web'), ...filesIn('libs/shared/ui')].filter((file) =>
      /\.(s?css|html|ts|json|webmanifest|svg)$/.test(file),
    );
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap(marksIn)).toEqual([]);
    expect(readFileSync(join(ROOT, 'libs/shared/ui/styles/_govuk.scss'), 'utf8')).toMatch(/\$govuk-include-default-font-face:\s*false/);
    expect(readFileSync(join(ROOT, 'apps/web/project.json'), 'utf8')).not.toContain('govuk-frontend/dist/govuk/assets');
  });

  it('takes nothing of it into the built app', () => {
    // The browser tests check the same after building; here it is checked whenever a build is there.
    const built = existsSync(join(ROOT, 'dist/apps/web')) ? filesIn('dist/apps/web') : [];
    expect(built.flatMap(marksIn)).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function marksIn(file: string): string[] {
  const text = `${file}\n${readFileSync(file, 'latin1')}`;
  return MARKS.filter((mark) => text.includes(mark)).map((mark) => `${mark} in ${file}`);
}
