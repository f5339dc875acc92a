import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Cell, type Column, Table } from './table';

@Component({
  imports: [Table, Cell],
  template: `
    <app-table
      caption="People"
      what="people"
      [columns]="columns"
      [rows]="rows()"
      [sort]="sort()"
      (sortChange)="sort.set($event)"
      selectable
      [(selected)]="selected"
      [hidden]="hidden()"
    >
      <ng-template appCell="status" let-row
        ><em>{{ row.status }}</em></ng-template
      >
    </app-table>
  `,
})
class Page {
  readonly columns: Column[] = [
    { key: 'name', heading: 'Name', sortable: true },
    { key: 'status', heading: 'Status' },
  ];
  readonly rows = signal([
    { id: '1', name: 'Ada', status: 'Confirmed' },
    { id: '2', name: 'Bea', status: 'Waiting' },
  ]);
  readonly sort = signal('');
  readonly selected = signal<readonly string[]>([]);
  readonly hidden = signal<string[]>([]);
}

describe('Table', () => {
  it('is a real table: row headers, own cells, a labelled scroller that takes focus', async () => {
    const { host } = await open();
    expect([...host.querySelectorAll('tbody th[scope=row]')].map((cell) => cell.textContent?.trim())).toEqual(['Ada', 'Bea']);
    expect(host.querySelector('td em')?.textContent).toBe('Confirmed');
    const scroller = host.querySelector('[role=region]')!;
    expect(scroller.getAttribute('tabindex')).toBe('0');
    expect(scroller.getAttribute('aria-label')).toContain('People');
  });

  it('asks for the other direction at the second press, and says which it is', async () => {
    const { page, host } = await open();
    const heading = () => host.querySelector('th[scope=col]')!;
    expect(heading().getAttribute('aria-sort')).toBe('none');
    (heading().querySelector('button') as HTMLElement).click();
    await page.whenStable();
    expect(page.componentInstance.sort()).toBe('name');
    expect(heading().getAttribute('aria-sort')).toBe('ascending');
    (heading().querySelector('button') as HTMLElement).click();
    await page.whenStable();
    expect(page.componentInstance.sort()).toBe('-name');
    expect(host.querySelector('caption')?.textContent).toContain('sorted by name, in reverse order');
  });

  it('selects rows one by one and all at once, and keeps those of other pages', async () => {
    const { page, host } = await open();
    page.componentInstance.selected.set(['9']);
    await page.whenStable();
    const [all, first] = [...host.querySelectorAll<HTMLInputElement>('input')];
    expect(first!.getAttribute('aria-label')).toBe('Select Ada');
    first!.click();
    await page.whenStable();
    expect(page.componentInstance.selected()).toEqual(['9', '1']);
    expect(all!.indeterminate).toBe(true);
    all!.click();
    await page.whenStable();
    expect(page.componentInstance.selected()).toEqual(['9', '1', '2']);
    expect(host.querySelector('.bulk')?.textContent).toContain('3 selected');
    all!.click();
    await page.whenStable();
    expect(page.componentInstance.selected()).toEqual(['9']);
  });

  it('hides columns', async () => {
    const { page, host } = await open();
    page.componentInstance.hidden.set(['status']);
    await page.whenStable();
    expect(host.querySelectorAll('th[scope=col]').length).toBe(1);
  });

  async function open() {
    const page = TestBed.createComponent(Page);
    await page.whenStable();
    return { page, host: page.nativeElement as HTMLElement };
  }
});
