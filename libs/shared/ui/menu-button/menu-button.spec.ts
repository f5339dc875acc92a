import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MenuButton } from './menu-button';

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
