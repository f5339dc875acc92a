import { TestBed } from '@angular/core/testing';
import { TimeoutDialog } from './timeout-dialog';

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
