import { show } from '@waymark/shared/testing-web/show';
import { Pagination } from './pagination';

describe('Pagination', () => {
  it('says how many of a capped count are shown, and offers only what there is', async () => {
    const items = Array.from({ length: 50 });
    const gone: string[] = [];
    const pages = {
      hasPrevious: () => gone.length > 0,
      nextPage: (after: string) => gone.push(after),
      previousPage: () => gone.pop(),
      firstPage: () => void (gone.length = 0),
    };
    const { page, host } = await show(Pagination, { page: { items, next: 'n', total: { count: 1000, more: true } }, pages });
    expect(host.querySelector('[role=status]')?.textContent).toBe('Showing 50 of 1,000+');
    expect([...host.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['Next page']);
    host.querySelector('button')!.click();
    expect(gone).toEqual(['n']);
    page.componentRef.setInput('page', { items, next: null, total: 100 });
    await page.whenStable();
    expect(host.querySelector('[role=status]')?.textContent).toBe('Showing 50 of 100');
    expect([...host.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['First page', 'Previous page']);
  });
});
