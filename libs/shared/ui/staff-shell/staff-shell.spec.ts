import { Component } from '@angular/core';
import { at } from '@waymark/shared/testing-web/show';
import { StaffShell } from './staff-shell';

const items = [
  { label: 'Home', link: '/staff' },
  { label: 'Cohorts', link: '/cohorts' },
];

describe('StaffShell', () => {
  @Component({
    imports: [StaffShell],
    template: `<app-staff-shell provider="Eastern" [items]="items" name="Priya Nair" initials="PN" (signOut)="out = out + 1"
      ><h1>Cohorts</h1></app-staff-shell
    >`,
  })
  class Page {
    readonly items = items;
    out = 0;
  }

  it('holds the page in main, marks the current part, and signs out from the account menu', async () => {
    const { host, page } = await at(Page, '/cohorts/1');
    expect(host.querySelector('main#main h1')?.textContent).toBe('Cohorts');
    expect(host.querySelector('nav [aria-current=page]')?.textContent).toBe('Cohorts');
    expect(host.querySelector('.header__search')).toBeNull();
    const account = [...host.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent?.includes('Priya Nair'))!;
    account.click();
    expect(account.getAttribute('aria-expanded')).toBe('false');
    await page.whenStable();
    expect(account.getAttribute('aria-expanded')).toBe('true');
    [...host.querySelectorAll<HTMLElement>('.drop__item')].find((one) => one.textContent === 'Sign out')!.click();
    expect((page.componentInstance as unknown as Page).out).toBe(1);
  });
});
