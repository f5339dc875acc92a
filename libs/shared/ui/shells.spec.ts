import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Announcer, LiveRegion } from './announcer/announcer';
import { MenuButton } from './menu-button/menu-button';
import { PublicShell } from './public-shell/public-shell';
import { StaffShell } from './staff-shell/staff-shell';
import { Undo, UndoBar } from './undo-bar/undo-bar';

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
    expect(host.querySelector('.gsearch')).toBeNull();
    const account = [...host.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent?.includes('Priya Nair'))!;
    account.click();
    expect(account.getAttribute('aria-expanded')).toBe('false');
    await page.whenStable();
    expect(account.getAttribute('aria-expanded')).toBe('true');
    [...host.querySelectorAll<HTMLElement>('.drop__item')].find((one) => one.textContent === 'Sign out')!.click();
    expect((page.componentInstance as unknown as Page).out).toBe(1);
  });
});

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
    expect(participant!.querySelectorAll('.btabs a').length).toBe(2);
    expect(participant!.textContent).toContain('Sign out');
    expect(open!.querySelector('.btabs')).toBeNull();
    expect(open!.querySelector('a[href="/sign-in"]')).not.toBeNull();
  });
});

describe('MenuButton', () => {
  it('closes on Escape and on choosing, and gives focus back to its button', async () => {
    @Component({
      imports: [MenuButton],
      template: `<app-menu-button label="More"><button type="button" class="drop__item">Copy</button></app-menu-button>`,
    })
    class Page {}
    const page = TestBed.createComponent(Page);
    document.body.appendChild(page.nativeElement);
    await page.whenStable();
    const [button, item] = [...(page.nativeElement as HTMLElement).querySelectorAll('button')];
    const isOpen = async () => {
      await page.whenStable();
      return button!.getAttribute('aria-expanded') === 'true';
    };
    button!.click();
    expect(await isOpen()).toBe(true);
    item!.focus();
    item!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    expect(await isOpen()).toBe(false);
    expect(document.activeElement).toBe(button);
    button!.click();
    item!.click();
    expect(await isOpen()).toBe(false);
  });
});

describe('Undo', () => {
  it('offers the last thing only, tells about it, and takes it back once', async () => {
    const page = TestBed.createComponent(UndoBar);
    const said = TestBed.createComponent(LiveRegion);
    const undo = TestBed.inject(Undo);
    const undone: string[] = [];
    undo.offer('Removed Ada', async () => undone.push('Ada'));
    undo.offer('Removed Bea', async () => undone.push('Bea'));
    await page.whenStable();
    await said.whenStable();
    expect(page.nativeElement.textContent).toContain('Removed Bea');
    expect(said.nativeElement.textContent).toContain('Removed Bea. You can undo this.');
    await undo.take();
    await undo.take();
    await page.whenStable();
    expect(undone).toEqual(['Bea']);
    expect(page.nativeElement.textContent.trim()).toBe('');
  });
});

describe('Announcer', () => {
  it('says the same sentence again when it is said again', () => {
    const announcer = TestBed.inject(Announcer);
    announcer.announce('Saved');
    const first = announcer.status();
    announcer.announce('Saved');
    expect(announcer.status()).not.toBe(first);
    expect(announcer.status().trim()).toBe('Saved');
    announcer.announce('Lost', 'assertive');
    expect(announcer.alert().trim()).toBe('Lost');
  });
});

async function at(page: new () => unknown, url: string) {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: page }])] });
  const harness = await RouterTestingHarness.create(url);
  await harness.fixture.whenStable();
  return {
    host: harness.routeNativeElement!,
    page: { whenStable: () => harness.fixture.whenStable(), componentInstance: harness.routeDebugElement!.componentInstance as unknown },
  };
}
