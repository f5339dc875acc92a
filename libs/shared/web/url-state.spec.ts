import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { urlState } from './url-state';

@Component({ template: '' })
class Page {
  readonly state = urlState({ q: '', status: ['open'] as readonly string[], sort: 'name' });
}

describe('urlState', () => {
  it('reads the address, and takes its defaults where it is silent', async () => {
    const { page } = await at('/?q=ada&status=a&status=b');
    expect(page.state.value()).toEqual({ q: 'ada', status: ['a', 'b'], sort: 'name' });
    expect(page.state.changed(['q', 'status', 'sort'])).toBe(2);
  });

  it('writes only what differs, and an emptied list as empty', async () => {
    const { page, url } = await at('/');
    expect(await url(() => page.state.set({ q: 'bea', sort: 'name' }))).toBe('/?q=bea');
    expect(await url(() => page.state.set({ status: [] }))).toBe('/?q=bea&status=');
    expect(page.state.value().status).toEqual([]);
    expect(await url(() => page.state.clear())).toBe('/');
  });

  it('walks forward and back over cursors, and starts again when a filter changes', async () => {
    const { page, url } = await at('/?q=x');
    await url(() => page.state.nextPage('c1'));
    expect(await url(() => page.state.nextPage('c2'))).toBe('/?q=x&page=c1&page=c2');
    expect(page.state.after()).toBe('c2');
    await url(() => page.state.previousPage());
    expect(page.state.after()).toBe('c1');
    expect(page.state.hasPrevious()).toBe(true);
    expect(await url(() => page.state.set({ q: 'y' }))).toBe('/?q=y');
    expect(page.state.after()).toBeUndefined();
  });

  async function at(address: string) {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '', component: Page }])] });
    const harness = await RouterTestingHarness.create();
    const page = await harness.navigateByUrl(address, Page);
    const router = TestBed.inject(Router);
    const url = async (change: () => void) => {
      change();
      await harness.fixture.whenStable();
      return router.url;
    };
    return { page, url };
  }
});
