import { TestBed } from '@angular/core/testing';
import { StaleWriteDialog } from './stale-write-dialog';

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
