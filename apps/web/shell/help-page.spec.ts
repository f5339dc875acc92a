import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { signal } from '@angular/core';
import { Session } from '@waymark/shared/web/session';
import { HelpPage } from './help-page';

async function help(view: { home?: string; can?: string[]; roles?: string[]; provider?: object | null } | null): Promise<string> {
  const current =
    view && ({ home: 'participant', can: [], provider: null, ...view, roles: (view.roles ?? []).map((role) => ({ role })) } as never);
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      { provide: Session, useValue: { current: signal(current), can: (one: string) => view?.can?.includes(one) ?? false } },
    ],
  });
  const fixture = TestBed.createComponent(HelpPage);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent!.replace(/\s+/g, ' ');
}
const east = { id: 'v', name: 'Eastern Talent Partnership', contact: 'hello@east.example' };

describe('HelpPage', () => {
  it('sends those who take part to whoever runs their programme, with the address to ask at', async () => {
    const text = await help({ provider: east, roles: ['participant'] });
    expect(text).toContain('If you have a question about your programme, its dates or your place, ask Eastern Talent Partnership.');
    expect(text).toContain('hello@east.example');
    expect(text).toContain('Waymark does not email you about changes');
    expect(text).not.toMatch(/If you cannot sign in|Settings|My people/);
  });

  it('tells staff when a place shows, and does not send them to those who run their programme', async () => {
    const text = await help({ home: 'staff', provider: east });
    expect(text).toContain('Nothing of a place shows to a person or their employer until you invite them');
    expect(text).not.toMatch(/your programme|hello@east/);
  });

  it('tells employers what they see, and nothing of an agenda that they do not have', async () => {
    const text = await help({ home: 'employer', can: ['reports:read'], provider: east });
    expect(text).toContain('My people lists the people you look after');
    expect(text).not.toContain('Your agenda');
  });

  it('tells strangers how to sign in', async () => {
    expect(await help(null)).toContain('You need an account to use Waymark.');
  });
});
