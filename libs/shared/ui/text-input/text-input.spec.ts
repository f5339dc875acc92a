import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type } from '@waymark/shared/testing-web/show';
import { TextInput } from './text-input';

describe('TextInput', () => {
  it('goes both ways with a signal', async () => {
    @Component({ imports: [TextInput], template: `<app-text-input name="n" label="Name" [(value)]="name" />` })
    class Page {
      readonly name = signal('Ada');
    }
    const page = TestBed.createComponent(Page);
    await page.whenStable();
    const box = page.nativeElement.querySelector('input') as HTMLInputElement;
    expect(box.value).toBe('Ada');
    type(box, 'Bea');
    expect(page.componentInstance.name()).toBe('Bea');
  });
});
