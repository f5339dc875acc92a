import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormContext, formOf } from '../form/form';
import { Unsaved } from '../form/unsaved';
import { Dialog } from './dialog';

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

  it('asks before Escape gives up what is written in it, and closes only when told to', async () => {
    const page = TestBed.createComponent(Writing);
    document.body.appendChild(page.nativeElement);
    await page.whenStable();
    page.componentInstance.open.set(true);
    await page.whenStable();
    const unsaved = TestBed.inject(Unsaved);
    const dialog = (page.nativeElement as HTMLElement).querySelector('dialog')!;
    const escape = () => {
      const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
      dialog.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect([escape(), unsaved.asking()]).toEqual([false, false]);
    page.componentInstance.form.patch({ day: 'Monday' });
    expect([escape(), unsaved.asking(), unsaved.leaving()]).toEqual([true, true, 'dialog']);
    unsaved.decide(false);
    await page.whenStable();
    expect(page.componentInstance.open()).toBe(true);
    escape();
    unsaved.decide(true);
    await page.whenStable();
    expect(page.componentInstance.open()).toBe(false);
  });

  it('has given up what was written in it once it is closed', async () => {
    const page = TestBed.createComponent(Writing);
    await page.whenStable();
    page.componentInstance.open.set(true);
    await page.whenStable();
    page.componentInstance.form.patch({ day: 'Monday' });
    expect(TestBed.inject(Unsaved).some).toBe(true);
    page.componentInstance.open.set(false);
    await page.whenStable();
    expect(TestBed.inject(Unsaved).some).toBe(false);
  });

  @Component({
    imports: [Dialog, FormContext],
    template: `<app-dialog heading="Move" [(open)]="open"
      ><form [appForm]="form"><input id="day" /></form
    ></app-dialog>`,
  })
  class Writing {
    readonly open = signal(false);
    readonly form = formOf({ day: '' });
  }

  async function open() {
    const page = TestBed.createComponent(Page);
    document.body.appendChild(page.nativeElement);
    await page.whenStable();
    return { page, host: page.nativeElement as HTMLElement };
  }
});
