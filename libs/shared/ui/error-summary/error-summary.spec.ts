import { TestBed } from '@angular/core/testing';
import { ErrorSummary } from './error-summary';

describe('ErrorSummary', () => {
  it('takes focus when a problem appears, and leads to the field its pointer names', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.id = 'rooms-0-name';
    const page = TestBed.createComponent(ErrorSummary);
    document.body.appendChild(page.nativeElement);
    page.componentRef.setInput('problem', null);
    await page.whenStable();
    expect(page.nativeElement.textContent.trim()).toBe('');

    page.componentRef.setInput('problem', {
      title: 'There is a problem',
      errors: [
        { code: 'a', pointer: '/rooms/0/name', detail: 'Enter a name' },
        { code: 'b', detail: 'The cohort is full' },
      ],
    });
    await page.whenStable();
    expect(document.activeElement?.textContent).toContain('There is a problem');
    expect(page.nativeElement.textContent).toContain('The cohort is full');

    (page.nativeElement.querySelector('a') as HTMLElement).click();
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});
