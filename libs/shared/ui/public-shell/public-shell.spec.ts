import { Component } from '@angular/core';
import { at } from '@waymark/shared/testing-web/show';
import { PublicShell } from './public-shell';

const items = [
  { label: 'Home', link: '/staff' },
  { label: 'Cohorts', link: '/cohorts' },
];

describe('PublicShell', () => {
  it('has tabs for participants, and a way to sign in for everybody else', async () => {
    @Component({
      imports: [PublicShell],
      template: `<app-public-shell provider="Eastern" [items]="items" [signedIn]="true" /><app-public-shell provider="Eastern" />`,
    })
    class Page {
      readonly items = items;
    }
    const { host } = await at(Page, '/staff');
    const [participant, open] = [...host.querySelectorAll('app-public-shell')];
    expect(participant!.querySelectorAll('.bottom-tabs a').length).toBe(2);
    expect(participant!.textContent).toContain('Sign out');
    expect(open!.querySelector('.bottom-tabs')).toBeNull();
    expect(open!.querySelector('a[href="/sign-in"]')).not.toBeNull();
  });
});
