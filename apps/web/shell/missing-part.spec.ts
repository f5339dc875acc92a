import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';
import { LOAD_ANEW } from '@waymark/shared/web/load-anew';
import { isMissingPart, missingPartHandler } from './missing-part';

@Component({ template: '' })
class Page {}

describe('a part of the app that cannot be loaded', () => {
  const fetched = global.fetch;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => (global.fetch = fetched));

  it('loads the page anew, and only once', async () => {
    const { go, leave, router } = setUp({ there: true });
    await go('/cohorts?stage=live');
    expect(leave.mock.calls).toEqual([['/cohorts?stage=live']]);
    expect(router.url).toBe('/');
    await go('/cohorts?stage=live');
    expect(leave).toHaveBeenCalledTimes(1);
    expect(router.url).toBe('/service-problem?next=%2Fcohorts%3Fstage%3Dlive');
  });

  it('keeps the page and says so when nothing can be reached', async () => {
    const { go, leave, router } = setUp({ there: false });
    await go('/cohorts');
    expect(leave).not.toHaveBeenCalled();
    expect(router.url).toBe('/service-problem?next=%2Fcohorts');
  });

  it('leaves every other fault as it is', async () => {
    const { go, leave, router } = setUp({ there: true, error: new TypeError('ours') });
    await go('/cohorts');
    expect(leave).not.toHaveBeenCalled();
    expect(router.url).toBe('/');
  });

  it.each([
    'Failed to fetch dynamically imported module: http://x/chunk-A.js',
    'error loading dynamically imported module: http://x/chunk-A.js',
    'Importing a module script failed.',
    "'text/html' is not a valid JavaScript MIME type.",
  ])('is known by what every browser says: %s', (message) => expect(isMissingPart(new TypeError(message))).toBe(true));
});

function setUp({
  there,
  error = new TypeError('Failed to fetch dynamically imported module: chunk.js'),
}: {
  there: boolean;
  error?: Error;
}) {
  const leave = jest.fn<void, [string]>();
  global.fetch = jest.fn(() => (there ? Promise.resolve({ ok: true } as Response) : Promise.reject(new TypeError('offline'))));
  TestBed.configureTestingModule({
    providers: [
      { provide: LOAD_ANEW, useValue: leave },
      provideRouter(
        [
          { path: 'service-problem', component: Page },
          { path: 'cohorts', loadComponent: () => Promise.reject(error) },
        ],
        withNavigationErrorHandler(missingPartHandler),
      ),
    ],
  });
  const router = TestBed.inject(Router);
  const go = async (to: string) => {
    await router.navigateByUrl(to).catch((fault: unknown) => expect(fault).toBe(error));
    await new Promise((done) => setTimeout(done));
  };
  return { go, leave, router };
}
