import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Dialog } from './dialog/dialog';
import { StaleWriteDialog } from './stale-write-dialog/stale-write-dialog';
import { TimeoutDialog } from './timeout-dialog/timeout-dialog';

describe('Dialog', () => {
  @Component({
    imports: [Dialog],
    template: `<button type="button" (click)="open.set(true)">Open</button
      ><app-dialog heading="Move" [(open)]="open" [dismissible]="dismissible()"><input id="day" /></app-dialog>`,
  })
  class Page {
    readonly open = signal(false);
    readonly dismissible = signal(true);
  }

  it('takes focus into its first field and gives it back on closing', async () => {
    const { page, host } = await open();
    const button = host.querySelector('button')!;
    button.focus();
    button.click();
    await page.whenStable();
    expect(document.activeElement?.id).toBe('day');
    page.componentInstance.open.set(false);
    await page.whenStable();
    expect(document.activeElement).toBe(button);
  });

  it('lets Escape do nothing where an answer is needed', async () => {
    const { page, host } = await open();
    page.componentInstance.dismissible.set(false);
    await page.whenStable();
    const escape = new Event('cancel', { cancelable: true });
    host.querySelector('dialog')!.dispatchEvent(escape);
    expect(escape.defaultPrevented).toBe(true);
  });

  it('comes back when the browser closes it although an answer is needed', async () => {
    const { page, host } = await open();
    page.componentInstance.dismissible.set(false);
    page.componentInstance.open.set(true);
    await page.whenStable();
    const dialog = host.querySelector('dialog')!;
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    dialog.dispatchEvent(escape);
    expect(escape.defaultPrevented).toBe(true);
    dialog.close();
    await new Promise((done) => setTimeout(done));
    expect([dialog.open, page.componentInstance.open(), document.activeElement?.id]).toEqual([true, true, 'day']);
  });

  async function open() {
    const page = TestBed.createComponent(Page);
    document.body.appendChild(page.nativeElement);
    await page.whenStable();
    return { page, host: page.nativeElement as HTMLElement };
  }
});

describe('StaleWriteDialog', () => {
  it('says who changed it when, and keeps yours until theirs is chosen', async () => {
    const page = TestBed.createComponent(StaleWriteDialog);
    page.componentRef.setInput('who', 'Sam Okoro');
    page.componentRef.setInput('at', '10:42');
    page.componentRef.setInput('clashes', [
      { name: 'name', label: 'Name', theirs: 'A', yours: 'B' },
      { name: 'venue', label: 'Venue', theirs: 'C', yours: 'D' },
    ]);
    page.componentRef.setInput('open', true);
    await page.whenStable();
    const host = page.nativeElement as HTMLElement;
    expect(host.querySelector('h2')?.textContent).toBe('Sam Okoro changed this at 10:42');
    let kept: unknown;
    page.componentInstance.chosen.subscribe((choice) => (kept = choice));
    host.querySelectorAll<HTMLInputElement>('input')[3]!.click();
    await page.whenStable();
    (host.querySelector('button') as HTMLElement).click();
    expect(kept).toEqual({ name: 'yours', venue: 'theirs' });
  });
});

describe('TimeoutDialog', () => {
  it('counts minutes, then seconds, and asks to sign in again once the session has ended', async () => {
    const page = TestBed.createComponent(TimeoutDialog);
    const host = page.nativeElement as HTMLElement;
    document.body.appendChild(host);
    const show = async (state: string, seconds: number) => {
      page.componentRef.setInput('state', state);
      page.componentRef.setInput('secondsLeft', seconds);
      await page.whenStable();
    };
    await show('warning', 290);
    expect(host.textContent).toContain('5 minutes');
    await show('warning', 1);
    expect(host.textContent).toContain('1 second');
    expect(host.textContent).not.toContain('1 seconds');
    (host.querySelector('button') as HTMLElement).focus();
    await show('ended', 0);
    expect(document.activeElement?.textContent).toBe('You have been signed out');
    const link = host.querySelector('a')!;
    expect(link.getAttribute('href')).toBe('/sign-in?next=/signed-in');
    expect(link.target).toBe('_blank');
  });
});
