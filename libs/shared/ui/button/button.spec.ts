import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from './button';

describe('Button', () => {
  it('swallows presses while busy, and says so', async () => {
    @Component({
      imports: [Button],
      template: `<button type="button" appButton="warning" [busy]="busy" (click)="pressed = pressed + 1">Cancel</button>`,
    })
    class Page {
      busy = true;
      pressed = 0;
    }
    const page = TestBed.createComponent(Page);
    await page.whenStable();
    const button = page.nativeElement.querySelector('button') as HTMLButtonElement;
    button.click();
    expect(page.componentInstance.pressed).toBe(0);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.className).toContain('govuk-button--warning');
  });
});
