import { Component } from '@angular/core';
import { openUrl } from '@waymark/shared/testing-web/open-page';
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
    const { harness, settle, url: now } = await openUrl([{ path: '', component: Page }], address);
    const url = async (change: () => void) => {
      change();
      await settle();
      return now();
    };
    return { page: harness.routeDebugElement!.componentInstance as Page, url };
  }
});
