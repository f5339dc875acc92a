import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Attention } from './attention';

describe('Attention', () => {
  it('shows how much it matters, and keeps the classes of its own element', async () => {
    @Component({ imports: [Attention], template: `<a class="line" [appAttention]="tone()">3 checks</a>` })
    class Page {
      readonly tone = signal<'alert' | 'warn' | 'none'>('alert');
    }
    const page = TestBed.createComponent(Page);
    const classes = async () => {
      await page.whenStable();
      return [...(page.nativeElement as HTMLElement).querySelector('a')!.classList].sort();
    };
    expect(await classes()).toEqual(['attention', 'attention--error', 'line']);
    page.componentInstance.tone.set('warn');
    expect(await classes()).toEqual(['attention', 'attention--warning', 'line']);
    page.componentInstance.tone.set('none');
    expect(await classes()).toEqual(['attention', 'attention--nothing', 'line']);
  });
});
