// A Chromium for the browser tests: BROWSER_PATH, else the machine's own, else the one inside the npm package.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from './lock.mjs';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** What every Chromium gets: root has no sandbox, and nothing leaves the machine by itself. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const FIXED = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];

/** The version it reports, or nothing when it does not run (a snap without snapd, a missing library). */
function version(executable, env = {}) {
  const tried = spawnSync(executable, ['--headless', '--no-sandbox', '--version'], {
    env: { ...process.env, ...env },
    timeout: 20_000,
    encoding: 'utf8',
  });
  return tried.status === 0 ? tried.stdout.trim() : undefined;
}

function systemBrowser() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  // Chrome on Windows opens a window instead of telling its version.
  return (FIXED[process.platform] ?? onPath).find((file) => existsSync(file) && (process.platform === 'win32' || version(file)));
}

const fontsConf = (home) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`;

async function unpack(pkg, home) {
  const partial = `${home}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial; // the package unpacks below os.tmpdir()
  try {
    const { inflate } = await import(pathToFileURL(join(pkg, 'build/lambdafs.js')).href);
    for (const name of ['chromium', 'fonts.tar', 'swiftshader.tar', 'al2023.tar']) await inflate(join(pkg, `bin/${name}.br`));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  // The package's own fonts.conf names folders that exist at a cloud provider alone; without a font Chromium aborts.
  writeFileSync(join(partial, 'fonts/fonts.conf'), fontsConf(home));
  renameSync(partial, home);
}

/** The headless shell inside @sparticuz/chromium (Linux on x64), unpacked once into .local/chromium: about 200 MB. */
async function bundledBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const pkg = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const home = join(root, '.local/chromium', require(join(pkg, 'package.json')).version);
  const executablePath = join(home, 'chromium');
  await withLock(`${home}.lock`, async () => {
    if (!existsSync(executablePath)) await unpack(pkg, home);
  });
  const env = { FONTCONFIG_FILE: join(home, 'fonts/fonts.conf') };
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(home, 'al2023/lib') };
  const works = [env, withLibraries].find((one) => version(executablePath, one));
  return works && { executablePath, env: works };
}

/**
 * @returns {Promise<{executablePath: string, env: Record<string, string>}>}
 *   BROWSER_SOURCE=bundled takes the one from npm whatever the machine has
 */
export async function findBrowser() {
  const explicit = process.env.BROWSER_PATH;
  if (explicit) return { executablePath: explicit, env: {} };
  const system = process.env.BROWSER_SOURCE === 'bundled' ? undefined : systemBrowser();
  const found = system ? { executablePath: system, env: {} } : await bundledBrowser();
  if (!found) throw new Error('No browser was found for the browser tests: install Chromium or Chrome, or set BROWSER_PATH to one.');
  return found;
}
