import { expect, test, type Page, type Response } from '@playwright/test';

/** Opens the start page as somebody who was never here. @returns every answer and every complaint of the browser */
async function open(page: Page) {
  const answers: Response[] = [];
  const complaints: string[] = [];
  page.on('response', (response) => answers.push(response));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  return { answers, complaints };
}

const ofType = (answers: Response[], type: string) => answers.filter((answer) => answer.request().resourceType() === type);

test.describe('Somebody opens Waymark for the first time', () => {
  test('asks nobody but Waymark itself', async ({ page, baseURL }) => {
    const { answers } = await open(page);

    expect(answers.filter((answer) => new URL(answer.url()).origin !== baseURL).map((answer) => answer.url())).toEqual([]);
  });

  test('gets every script and style compressed, to be kept for good', async ({ page }) => {
    const { answers } = await open(page);
    const files = [...ofType(answers, 'script'), ...ofType(answers, 'stylesheet')];

    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const file of files) {
      expect(file.status(), file.url()).toBe(200);
      expect(file.headers()['cache-control'], file.url()).toBe('public, max-age=31536000, immutable');
    }
    // A file below a kilobyte is not worth compressing.
    const large = files.filter((file) => Number(file.headers()['content-length']) > 1024);
    for (const file of large) expect(file.headers()['content-encoding'], file.url()).toBe('br');
  });

  test('has the page checked anew each time, so that an upgrade is seen', async ({ page }) => {
    const { answers } = await open(page);

    expect(ofType(answers, 'document').at(-1)!.headers()['cache-control']).toBe('no-cache');
  });

  test('sees a page that the content security policy lets through, without an error', async ({ page }) => {
    const { answers, complaints } = await open(page);

    // Not being signed in is an answer, though the browser counts a 401 among the errors.
    const refused = answers.filter((answer) => answer.status() >= 400 && answer.status() !== 401);
    expect(refused.map((answer) => `${answer.status()} ${answer.url()}`)).toEqual([]);
    expect(complaints.filter((complaint) => !complaint.startsWith('Failed to load resource'))).toEqual([]);
  });
});
