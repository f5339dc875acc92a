// `node tools/picture.mjs`: the moving picture of the README. Drives the demo in a browser and writes docs/schedule-board.webp;
// FRAMES=<folder> keeps each picture there as well, to look at.
import { bootstrap, giveUp, leaveWithParent, root, Stop } from './bootstrap.mjs';
await bootstrap();

const { writeFileSync } = await import('node:fs');
const { join } = await import('node:path');
const { chromium } = await import('@playwright/test');
const { BROWSER_ARGS, findBrowser } = await import('./browser.mjs');
const { build } = await import('./build.mjs');
const { freePort } = await import('./ports.mjs');
const { say } = await import('./progress.mjs');
const { end } = await import('./run.mjs');
const { createScratchDatabase, scratchPostgres } = await import('./scratch.mjs');
const { serveApi } = await import('./server.mjs');
const { animation } = await import('./animation.mjs');

const FILE = join(root, 'docs/schedule-board.webp');
const SIZE = { width: 1400, height: 850 };
const LIMIT = 1_500_000; // bytes: a README is read on trains

/** Takes pictures of `page`, each to be shown for so many milliseconds, with a pointer that screenshots would leave out. */
class Camera {
  frames = [];
  at = { x: 0, y: 0 };
  off = false;

  constructor(page) {
    this.page = page;
  }

  async pointer() {
    await this.page.evaluate(() => {
      const pointer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      pointer.setAttribute('viewBox', '0 0 12 19');
      pointer.innerHTML = '<path d="M.5.5v16l3.8-3.7 2.4 5.6 2.5-1-2.4-5.6h5z" fill="#000" stroke="#fff"/>';
      Object.assign(pointer.style, { position: 'fixed', width: '20px', zIndex: 2147483647, pointerEvents: 'none', left: 0, top: 0 });
      document.documentElement.append(pointer);
      const follow = ({ clientX, clientY }) => (pointer.style.translate = `${clientX}px ${clientY}px`);
      for (const type of ['pointermove', 'mousemove']) addEventListener(type, follow, { capture: true });
    });
  }

  async put(at) {
    this.at = at;
    await this.page.mouse.move(at.x, at.y);
  }

  async take(milliseconds) {
    if (!this.off) this.frames.push({ png: await this.page.screenshot(), milliseconds });
  }

  /** To a place in the window, slower at both ends, as a hand moves. */
  async go(to, { steps = 8, milliseconds = 60 } = {}) {
    const from = this.at;
    for (let step = 1; step <= steps; step++) {
      const part = (1 - Math.cos((Math.PI * step) / steps)) / 2;
      await this.put({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
      await this.page.waitForTimeout(40); // a frame for the page to follow
      await this.take(milliseconds);
    }
  }
}

const middleOf = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};

async function signIn(page) {
  const { request } = page.context();
  const { items } = await (await request.get('/api/demo-accounts')).json();
  const { email, password } = items.find(({ role }) => role === 'Programme staff');
  const answer = await request.post('/api/session', { data: { email, password } });
  if (!answer.ok()) throw new Stop(`Signing in as ${email} answered ${answer.status()}: ${await answer.text()}`);
}

/** A session is put where its facilitator is elsewhere; the board says so and offers ways out, and one is taken. */
async function story(page, camera) {
  await signIn(page);
  const { items } = await (await page.context().request.get('/api/cohorts')).json();
  await page.goto(`/cohorts/${items.find(({ name }) => name.includes('Essex')).id}/schedule`);
  const checks = page.locator('app-board-checks');
  const saved = () =>
    page
      .locator('.schedule-bar__say [role=status]')
      .filter({ hasText: /saved \d/ })
      .waitFor();
  const repairs = checks.locator('.fix button, button.fix').or(checks.getByRole('button', { name: /^(Move|Swap) / }));
  // The demo begins with problems. One is enough for a story.
  for (await repairs.first().waitFor(); (await repairs.count()) > 0; await saved()) {
    const before = await checks.innerText();
    await repairs.first().click();
    await page.waitForFunction((text) => document.querySelector('app-board-checks').innerText !== text, before);
  }
  await page
    .locator('app-board-toolbar')
    .getByText(/^\s*Thu \d+\s*$/)
    .click();
  await page.evaluate(() => scrollTo(0, 150));
  await camera.pointer();
  const block = page.locator('li[app-board-block]').filter({ hasText: 'Sponsor briefing' });
  const column = page.locator('.room').filter({ has: page.getByRole('heading', { level: 3, name: 'Crouch room' }) });
  const { x } = await column.boundingBox();
  const hour = await page
    .locator('[data-column]')
    .first()
    .evaluate((one) => 4 * parseFloat(getComputedStyle(one).getPropertyValue('--row')));
  /** Up or down by `hours`, into the column with the empty room. */
  const carry = async (hours) => {
    const box = await block.boundingBox();
    await camera.go({ x: box.x + 50, y: box.y + 10 });
    await camera.take(300);
    await page.mouse.down();
    await camera.go({ x: x + 60, y: box.y + 12 + hours * hour }, { steps: 16, milliseconds: 90 });
    await camera.take(1500);
    await page.mouse.up();
    await saved();
  };

  camera.off = true;
  await carry(0);
  await camera.go({ x: 1180, y: 720 });
  await page.evaluate(() => document.activeElement?.blur());
  camera.off = false;
  await camera.take(1600);

  await carry(-3.75);
  await checks.getByText('is in 2 sessions').first().waitFor();
  await camera.take(1800);
  await camera.go(await middleOf(repairs.first()), { steps: 10 });
  await camera.take(900);
  await page.mouse.down();
  await page.mouse.up();
  await checks.getByText('is in 2 sessions').waitFor({ state: 'detached' });
  await saved();
  await camera.take(900);
  await camera.go({ x: 1180, y: 720 });
  await camera.take(3000);
}

async function record() {
  await Promise.all([build('api'), build('web')]);
  const scratch = await scratchPostgres(say);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let api;
  let browser;
  leaveWithParent(() => process.exit(1));
  try {
    const databaseUrl = await createScratchDatabase(scratch.postgres, 'picture');
    api = await serveApi({
      port,
      logFile: join(root, '.local/logs/api-picture.log'),
      env: {
        ...process.env,
        DEMO: '1',
        NODE_ENV: 'test',
        HOST: '127.0.0.1',
        ORIGIN: origin,
        DATABASE_URL: databaseUrl,
        MAIL_FOLDER: scratch.dir,
      },
    });
    const { executablePath, env } = await findBrowser();
    browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, env: { ...process.env, ...env } });
    const context = await browser.newContext({
      baseURL: origin,
      viewport: SIZE,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const camera = new Camera(page);
    await story(page, camera);
    say(`${camera.frames.length} pictures taken`);
    if (process.env.FRAMES)
      camera.frames.forEach(({ png }, i) => writeFileSync(`${process.env.FRAMES}/${String(i).padStart(3, '0')}.png`, png));
    return await animation(await context.newPage(), camera.frames);
  } finally {
    await browser?.close();
    await end(api);
    await scratch.remove();
  }
}

try {
  const file = await record();
  if (file.length > LIMIT) throw new Stop(`The picture has ${file.length} bytes: make it smaller than ${LIMIT}.`);
  writeFileSync(FILE, file);
  say(`${FILE}: ${Math.round(file.length / 1000)} kB`);
} catch (error) {
  giveUp(error);
}
process.exit(0);
