import type { BrowserContext, Page } from '@playwright/test';

/** What a browser said while somebody worked: errors in the console, requests to other hosts, answers of 500 and more. */
export class Watch {
  readonly faults: string[] = [];

  constructor(
    private readonly origin: string,
    /** Answers that a journey brings about itself, such as a server cut off on purpose. */
    private readonly expected: RegExp = /^$/,
  ) {}

  add(context: BrowserContext): void {
    context.on('page', (page) => this.follow(page));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== this.origin) this.fault(`asks ${url.origin}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 500) this.fault(`${response.status()} ${response.url()}`);
    });
  }

  private follow(page: Page): void {
    page.on('pageerror', (error) => this.fault(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // Chromium writes a line for every refusal (409, 400); the journey looks at what the page makes of it.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.fault(`${page.url()}: ${message.text()}`);
    });
  }

  private fault(words: string): void {
    if (!this.expected.test(words)) this.faults.push(words);
  }
}
