import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { show } from '@waymark/shared/testing-web/show';
import { Panel } from '../panel/panel';
import { EmptyState, ErrorState, LoadingState } from './states';

describe('EmptyState, LoadingState and ErrorState', () => {
  it('say what is the matter, and let people try again', async () => {
    expect((await show(EmptyState, { heading: 'No sessions yet' })).host.textContent).toContain('No sessions yet');
    const loading = await show(LoadingState, { what: 'people', lines: 3 });
    expect(loading.host.querySelector('[role=status]')?.textContent).toContain('Loading people');
    expect(loading.host.querySelectorAll('i').length).toBe(3);
    const broken = await show(ErrorState, { problem: { title: 'Waymark is not responding.' } });
    let again = 0;
    broken.page.componentInstance.again.subscribe(() => again++);
    broken.host.querySelector('button')!.click();
    expect(again).toBe(1);
    expect(broken.host.querySelector('[role=alert]')?.textContent).toContain('Waymark is not responding.');
  });

  it.each([400, 403, 404])('offer no second try where it would change nothing: %d', async (status) => {
    expect((await show(ErrorState, { problem: { title: 'This is not here.', status } })).host.querySelector('button')).toBeNull();
  });

  it('keep focus at the heading of what is read again, as the button goes', async () => {
    @Component({
      imports: [ErrorState, Panel],
      template: `<main id="main" tabindex="-1">
        <app-panel heading="Changes">
          @if (failed()) {
            <app-error-state [problem]="{ title: 'Waymark is not responding.' }" (again)="failed.set(false)" />
          }
        </app-panel>
      </main>`,
    })
    class Page {
      readonly failed = signal(true);
    }
    const page = TestBed.createComponent(Page);
    document.body.appendChild(page.nativeElement);
    await page.whenStable();
    const button = page.nativeElement.querySelector('button') as HTMLButtonElement;
    button.focus();
    button.click();
    await page.whenStable();
    expect(page.nativeElement.querySelector('button')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Changes');
    page.nativeElement.remove();
  });
});
