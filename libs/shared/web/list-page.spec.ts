import { Component, inject } from '@angular/core';
import { openUrl } from '@waymark/shared/testing-web/open-page';
import { Api } from './api';
import { listPage } from './list-page';

const SECTORS: Record<string, string> = { council: 'Council', health: 'Health' };
const NONE: readonly string[] = [];

@Component({ template: '' })
class Page {
  private readonly api = inject(Api);
  readonly list = listPage({
    what: ['organisation', 'organisations'],
    filters: { q: '', sector: NONE },
    view: { sort: 'name' },
    chips: { q: (text) => `Search: ${text}`, sector: (value) => SECTORS[value] ?? '' },
    read: (asked) =>
      this.api.get('/organisations', () => {
        const { q, sector, after } = asked();
        return { query: { query: q, sector: sector as never, nation: [], after } };
      }),
  });
}

describe('listPage', () => {
  it('asks for what the address says, and says how many there are', async () => {
    const { list, answer } = await open('/?q=essex&sector=council&sector=health&page=b');
    expect(list.heading()).toBe('Organisations');
    const params = await answer({ items: [{ id: '1' }], next: null, total: { count: 1000, more: true } });
    expect([params.get('query'), params.getAll('sector'), params.get('after')]).toEqual(['essex', ['council', 'health'], 'b']);
    expect([list.heading(), list.rows().length, list.busy()]).toEqual(['1,000+ organisations', 1, false]);
  });

  it('says how many there are on all pages, and not how many are on this one', async () => {
    const { list, answer } = await open('/');
    await answer({ items: [{ id: '1' }], next: 'b', total: { count: 200, more: false } });
    expect(list.heading()).toBe('200 organisations');
  });

  it('names each filter in effect, and takes it off', async () => {
    const { list, settle, url } = await open('/?q=essex&sector=council&sector=health&sector=nonsense&sort=-name');
    expect(list.chips()).toEqual([
      { id: 'q:essex', label: 'Search: essex' },
      { id: 'sector:council', label: 'Council' },
      { id: 'sector:health', label: 'Health' },
    ]);
    list.remove('sector:council');
    await settle();
    expect(url()).toBe('/?q=essex&sector=health&sector=nonsense&sort=-name');
    list.remove('q:essex');
    await settle();
    expect(url()).toBe('/?sector=health&sector=nonsense&sort=-name');
  });

  it('lets filters take effect together, from the first page', async () => {
    const { list, settle, url } = await open('/?page=b');
    list.filters.patch({ q: ' essex ' });
    list.filters.patch({ sector: ['health'] });
    expect(url()).toBe('/?page=b');
    list.apply();
    await settle();
    expect(url()).toBe('/?q=essex&sector=health');
  });

  it('forgets filters that were chosen and not applied when others come into effect', async () => {
    const { list, settle } = await open('/');
    list.filters.patch({ q: 'essex' });
    list.url.set({ sector: ['health'] });
    await settle();
    expect(list.filters.draft()).toEqual({ q: '', sector: ['health'] });
  });

  it.each([
    ['/', [], true],
    ['/?sort=-name', [], true],
    ['/?q=zzz', [], false],
    ['/?page=b', [], false],
    ['/', [{ id: '1' }], false],
  ])('knows at %s with %j whether there is nothing at all', async (address, items, nothing) => {
    const { list, answer } = await open(address);
    expect(list.nothing()).toBe(false);
    await answer({ items, next: null });
    expect(list.nothing()).toBe(nothing);
  });

  it('says why it could not be read, and tries again', async () => {
    const { list, answer } = await open('/');
    await answer({}, 500);
    expect([list.problem()?.title, list.page()]).toEqual(['There is a problem with the service.', undefined]);
    list.again();
    await answer({ items: [], next: null });
    expect([list.problem(), list.rows()]).toEqual([null, []]);
  });
});

async function open(address: string) {
  const { harness, answer, ...opened } = await openUrl([{ path: '**', component: Page }], address);
  return {
    ...opened,
    list: (harness.routeDebugElement!.componentInstance as Page).list,
    answer: async (body: object, status = 200) => (await answer('/organisations', body, status)).params,
  };
}
