import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

/** One component with its inputs set; `attached` to the document where focus matters. */
export async function show<C>(
  type: Type<C>,
  inputs: Record<string, unknown>,
  attached = false,
): Promise<{ page: ComponentFixture<C>; host: HTMLElement }> {
  const page = TestBed.createComponent(type);
  if (attached) document.body.appendChild(page.nativeElement);
  for (const [name, value] of Object.entries(inputs)) page.componentRef.setInput(name, value);
  await page.whenStable();
  return { page, host: page.nativeElement as HTMLElement };
}

/** `page` at an address: whatever that is, the page is there. */
export async function at(page: new () => unknown, url: string) {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: page }])] });
  const harness = await RouterTestingHarness.create(url);
  await harness.fixture.whenStable();
  return {
    host: harness.routeNativeElement!,
    page: { whenStable: () => harness.fixture.whenStable(), componentInstance: harness.routeDebugElement!.componentInstance as unknown },
  };
}

export function type(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new Event('input'));
}

export function press(box: HTMLElement, key: string): void {
  box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
