import type { Type } from '@angular/core';
import { openPage, refused } from '@waymark/shared/testing-web/open-page';
import { FacilitatorsPage } from './facilitators-page/facilitators-page';
import { ProgrammesPage } from './programmes-page/programmes-page';
import { VenuesPage } from './venues-page/venues-page';

// What the three lists have in common.
describe.each([
  ['ProgrammesPage', ProgrammesPage, 'Programmes', 'No programmes yet', 'Add programme', 'title', '/programmes'],
  ['VenuesPage', VenuesPage, 'Venues', 'No venues yet', 'Add venue', 'name', '/venues'],
  ['FacilitatorsPage', FacilitatorsPage, 'Facilitators', 'No facilitators yet', 'Add facilitator', 'personId', '/facilitators'],
] as const)('%s', (_, Page, heading, empty, add, field, path) => {
  it('says what it lists, that it waits, and that there is nothing', async () => {
    const { answer, one, text } = await open(Page);
    expect(one('h1').textContent).toBe(heading);
    one('app-loading-state');
    await answer(path, NOTHING);
    expect(text()).toContain(empty);
  });

  it('offers to try again when reading fails', async () => {
    const { answer, press, text } = await open(Page);
    await answer(path, null, 500);
    expect(text()).toContain('There is a problem with the service');
    await press('Try again');
    await answer(path, NOTHING);
  });

  it('shows why something was not added', async () => {
    const { answer, http, one, press, submit, text } = await open(Page);
    await answer(path, NOTHING);
    await press(add);
    http.match((request) => request.url === '/api/facilitator-candidates').forEach((request) => request.flush({ items: [], next: null }));
    await submit('dialog form');
    await answer(`POST ${path}`, refused('Say which', `/${field}`), 400);
    expect(text()).toContain('There is a problem');
    expect(one(`#${field}-error`).textContent).toContain('Say which');
  });

  it('offers nothing to those who only read', async () => {
    const { all, answer } = await open(Page, []);
    await answer(path, NOTHING);
    expect(all('button').filter((button) => button.textContent?.includes(add))).toEqual([]);
  });
});

const NOTHING = { items: [], next: null, total: { count: 0, more: false } };
const EDITING = ['programmes:edit', 'venues:edit', 'facilitators:edit'];

const open = (page: Type<unknown>, can: readonly string[] = EDITING) => openPage(page, { by: { can } });
