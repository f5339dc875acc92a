import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { LOAD_ANEW } from '@waymark/shared/web/load-anew';
import { NAVIGATION, type Navigation } from '@waymark/shared/web/navigation';
import { Session, sessionInterceptor } from '@waymark/shared/web/session';
import { AccountPage } from './account-page/account-page';
import { InvitationPage } from './invitation-page/invitation-page';
import { InviteDialog } from './settings/invite-dialog';
import { RolesPanel } from './settings/roles-panel';
import { SettingsPage } from './settings/settings-page';
import { SetupPage } from './setup-page/setup-page';
import { SignInLinkPage } from './sign-in-link-page/sign-in-link-page';
import { SignInPage } from './sign-in-page/sign-in-page';

// jsdom has no modal dialogs; the browser tests see the real ones.
beforeAll(() => {});

const navigation: Navigation = {
  settings: [
    { label: 'Bank holidays', link: '/settings/holidays', order: 1, needs: 'holidays:import' },
    { label: 'Fees', link: '/settings/fees', order: 2, needs: 'roles:edit' },
  ],
};

let http: HttpTestingController;
let leave: jest.Mock<void, [string]>;
beforeEach(() => {
  leave = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      { provide: LOAD_ANEW, useValue: leave },
      { provide: NAVIGATION, useValue: navigation },
    ],
  });
  http = TestBed.inject(HttpTestingController);
});

/** Not `whenStable`: it would wait for the requests that the test has yet to answer. */
const settle = async (fixture: ComponentFixture<unknown>) => {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
};
async function open<T>(page: Type<T>, inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  const element: HTMLElement = fixture.nativeElement;
  return { fixture, element, heading: () => element.querySelector('h1')?.textContent?.trim() };
}
async function answer(fixture: ComponentFixture<unknown>, method: string, url: string, body: unknown, status = 200) {
  const request = http.expectOne((one) => one.method === method && one.url === url);
  request.flush(body as object, { status, statusText: 'x' });
  await settle(fixture);
  return request.request;
}
const session = (over: object = {}) => ({
  person: { id: 'p1', name: 'Sam Okoro', initials: 'SO' },
  email: 'sam@example.org',
  roles: [{ role: 'administrator', scopeKind: 'provider', scopeId: 'v1', scopeName: 'East' }],
  can: ['accounts:invite', 'roles:edit', 'audit:read'],
  home: 'staff',
  idleMinutes: 30,
  expiresAt: '2100-01-01T00:00:00Z',
  provider: { id: 'v1', name: 'East' },
  providers: [{ id: 'v1', name: 'East' }],
  hasPassword: true,
  demo: false,
  ...over,
});
const refused = (detail: string, pointer?: string) => ({
  title: 'This cannot be done',
  errors: [{ code: 'x', detail, ...(pointer ? { pointer } : {}) }],
});

describe('SignInPage', () => {
  async function page(inputs: Record<string, unknown> = {}, accounts: object[] = []) {
    const opened = await open(SignInPage, inputs);
    await answer(opened.fixture, 'GET', '/api/demo-accounts', { items: accounts });
    await answer(opened.fixture, 'GET', '/api/setup', { needed: false, code: false });
    return opened;
  }
  const submit = (element: HTMLElement) => element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));

  it('signs in and goes where the person wanted to go, on this site alone', async () => {
    for (const [next, expected] of [
      ['/cohorts', '/cohorts'],
      ['//evil.example', '/staff'],
    ]) {
      const { fixture, element, heading } = await page({ next });
      expect(heading()).toBe('Sign in');
      submit(element);
      await settle(fixture);
      await answer(fixture, 'POST', '/api/session', null, 204);
      await answer(fixture, 'GET', '/api/session', session());
      expect(TestBed.inject(Router).url).toBe(expected);
    }
  });

  it('shows why it was refused, at the field', async () => {
    const { fixture, element } = await page();
    submit(element);
    await settle(fixture);
    await answer(fixture, 'POST', '/api/session', refused('The email address or password is not correct', '/email'), 409);
    expect(element.querySelector('.govuk-error-summary')!.textContent).toContain('There is a problem');
    expect(element.querySelector('#email-error')!.textContent).toContain('The email address or password is not correct');
  });

  it('lets password managers fill it in, and shows the password on request', async () => {
    const { fixture, element } = await page();
    const password = element.querySelector<HTMLInputElement>('#password')!;
    expect([element.querySelector('#email')!.getAttribute('autocomplete'), password.autocomplete, password.type]).toEqual([
      'username',
      'current-password',
      'password',
    ]);
    const toggle = element.querySelector<HTMLButtonElement>('.password button')!;
    expect(toggle.getAttribute('aria-label')).toBe('Show password');
    toggle.click();
    await settle(fixture);
    expect([password.type, toggle.getAttribute('aria-label')]).toEqual(['text', 'Hide password']);
  });

  it('offers the accounts of a demo, and none elsewhere', async () => {
    const demo = await page({}, [
      { email: 'priya@example.org', password: 'secret words', role: 'Programme staff', for: 'schedule cohorts' },
    ]);
    demo.element.querySelector<HTMLButtonElement>('.demo__one')!.click();
    await settle(demo.fixture);
    expect(demo.element.querySelector<HTMLInputElement>('#email')!.value).toBe('priya@example.org');
    expect((await page()).element.querySelector('.demo')).toBeNull();
  });
});

describe('SignInLinkPage', () => {
  it('does nothing until the button is pressed', async () => {
    const { fixture, element, heading } = await open(SignInLinkPage, { token: 't' });
    expect(heading()).toBe('Sign in');
    http.expectNone('/api/session/link');
    element.querySelector('button')!.click();
    await settle(fixture);
    await answer(fixture, 'POST', '/api/session/link', refused('This link has already been used'), 409);
    expect(element.querySelector('.govuk-error-summary')!.textContent).toContain('This link has already been used');
  });
});

describe('a link by email', () => {
  const ask = async (next: string) => {
    const { fixture, element } = await open(SignInPage, { next });
    await answer(fixture, 'GET', '/api/demo-accounts', { items: [] });
    await answer(fixture, 'GET', '/api/setup', { needed: false, code: false });
    [...element.querySelectorAll('button')].find((one) => one.textContent?.includes('Email me a link'))!.click();
    await settle(fixture);
    await answer(fixture, 'POST', '/api/sign-in-links', {});
  };
  const use = async () => {
    const { fixture, element } = await open(SignInLinkPage, { token: 't' });
    element.querySelector('button')!.click();
    await settle(fixture);
    await answer(fixture, 'POST', '/api/session/link', null, 204);
    await answer(fixture, 'GET', '/api/session', session());
    return TestBed.inject(Router).url;
  };

  it('leads to where the person wanted to go, once', async () => {
    await ask('/cohorts?stage=live');
    expect([await use(), await use()]).toEqual(['/cohorts?stage=live', '/staff']);
  });

  it('leads to this site alone', async () => {
    await ask('//evil.example');
    expect(await use()).toBe('/staff');
  });
});

describe('InvitationPage', () => {
  it('asks once who invites, and says that a used link is used', async () => {
    const { fixture, element, heading } = await open(InvitationPage, { token: 't' });
    await settle(fixture);
    await answer(fixture, 'POST', '/api/invitation-lookups', refused('This invitation has been used'), 409);
    http.expectNone('/api/invitation-lookups');
    expect(heading()).toBe('Your invitation');
    expect(element.querySelector('.govuk-error-summary')!.textContent).toContain('This invitation has been used');
  });

  it('asks for no password where there is an account', async () => {
    const { fixture, element } = await open(InvitationPage, { token: 't' });
    await settle(fixture);
    const asked = {
      name: 'Ada',
      email: 'a@example.org',
      role: 'evaluator',
      scopeName: 'East',
      invitedBy: 'Sam',
      expiresAt: '2027-05-10T09:00:00Z',
      hasAccount: true,
    };
    await answer(fixture, 'POST', '/api/invitation-lookups', asked);
    expect([element.querySelector('#password'), element.textContent?.includes('10 May 2027')]).toEqual([null, true]);
  });
});

describe('SetupPage', () => {
  it('asks for the setup code only where there is one', async () => {
    const { fixture, element, heading } = await open(SetupPage);
    await answer(fixture, 'GET', '/api/setup', { needed: true, code: true });
    expect([heading(), element.querySelector('#code') !== null]).toEqual(['Set up Waymark', true]);
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle(fixture);
    await answer(fixture, 'POST', '/api/setup', refused('Enter your first name', '/givenName'), 400);
    expect(element.querySelector('#givenName-error')!.textContent).toContain('Enter your first name');
  });
});

describe('AccountPage', () => {
  it('leaves once everything is signed out, and asks nothing more with the session that has ended', async () => {
    const { fixture, element } = await open(AccountPage);
    await answer(fixture, 'GET', '/api/session', session());
    await answer(fixture, 'GET', '/api/my/sessions', { items: [], next: null });
    [...element.querySelectorAll('button')].find((one) => one.textContent?.includes('Sign out everywhere'))!.click();
    await settle(fixture);
    await answer(fixture, 'DELETE', '/api/my/sessions', null, 204);
    http.verify();
    expect(leave).toHaveBeenCalledWith('/sign-in');
  });

  it('shows who one is and where one is signed in, and why a password was refused', async () => {
    const { fixture, element, heading } = await open(AccountPage);
    await answer(fixture, 'GET', '/api/session', session());
    const device = {
      id: 's1',
      device: 'Firefox on Linux',
      createdAt: '2027-06-24T12:15:00Z',
      lastSeenAt: '2027-06-24T12:20:00Z',
      current: true,
    };
    await answer(fixture, 'GET', '/api/my/sessions', { items: [device], next: null });
    expect(heading()).toBe('Your details');
    expect(element.textContent).toContain('Signed in 24 June 2027 at 13:15');
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle(fixture);
    await answer(fixture, 'PUT', '/api/account/password', refused('Use a password of 15 characters or more', '/password'), 409);
    expect(element.querySelector('#password-error')!.textContent).toContain('15 characters');
  });
});

describe('SettingsPage', () => {
  it('says that there is nothing for a role without settings', async () => {
    const { fixture, element, heading } = await open(SettingsPage);
    await answer(fixture, 'GET', '/api/session', session({ provider: null, providers: [], can: [] }));
    expect([heading(), element.textContent?.includes('There are no settings for your role')]).toEqual(['Settings', true]);
  });

  it('leads to the settings of other domains that somebody may change', async () => {
    const loaded = TestBed.inject(Session).load();
    http.expectOne('/api/session').flush(session({ can: ['holidays:import'] }));
    await loaded;
    const { element } = await open(SettingsPage);
    const links = [...element.querySelectorAll('app-title-block a')].map((link) => link.textContent);
    expect(links).toEqual(['Bank holidays']);
  });
});

describe('RolesPanel', () => {
  const row = (id: string, scopeName: string) => ({
    id,
    personId: 'p9',
    name: 'Ruth Calder',
    role: 'facilitator',
    scopeKind: 'cohort',
    scopeId: id,
    scopeName,
    account: { id: 'a1', email: 'ruth@example.org', closed: false },
  });
  const rows = { items: [row('r1', 'Essex'), row('r2', 'Kent')], next: null };

  it('names the place in every button, says what was done and keeps the focus in the panel', async () => {
    const loaded = TestBed.inject(Session).load();
    http.expectOne('/api/session').flush(session());
    await loaded;
    const { fixture, element } = await open(RolesPanel, { providerId: 'v1' });
    document.body.appendChild(element);
    await answer(fixture, 'GET', '/api/role-assignments', rows);
    const ends = [...element.querySelectorAll('button')].filter((one) => one.textContent?.includes('End role'));
    expect(ends.map((one) => one.textContent?.trim())).toEqual([
      'End role of Ruth Calder: Facilitator, Essex',
      'End role of Ruth Calder: Facilitator, Kent',
    ]);
    ends[0]!.click();
    await settle(fixture);
    element.querySelector<HTMLButtonElement>('dialog .govuk-button--warning')!.click();
    await settle(fixture);
    await answer(fixture, 'PUT', '/api/role-assignments/r1/end', {});
    expect(TestBed.inject(Announcer).status().trim()).toBe('Ended the role of Ruth Calder');
    await answer(fixture, 'GET', '/api/role-assignments', { items: [rows.items[1]], next: null });
    expect(document.activeElement?.textContent).toBe('People with a role');
    element.remove();
  });
});

describe('InviteDialog', () => {
  const send = async (fixture: ComponentFixture<unknown>, element: HTMLElement) => {
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle(fixture);
  };

  it('says a missing place with everything else that is wrong, and begins anew when it is opened again', async () => {
    const { fixture, element } = await open(InviteDialog, { providerId: 'v1', open: true });
    document.body.appendChild(element);
    await settle(fixture);
    await send(fixture, element);
    await answer(fixture, 'POST', '/api/invitations', refused('Enter a first name', '/givenName'), 400);
    expect(element.querySelector('.govuk-error-summary')!.textContent).toContain('Enter a first name');

    const role = element.querySelector<HTMLSelectElement>('#role')!;
    role.value = 'participant';
    role.dispatchEvent(new Event('change'));
    await settle(fixture);
    await send(fixture, element);
    const summary = element.querySelector('.govuk-error-summary')!;
    expect(summary.textContent).toContain('Choose a cohort');
    expect(summary.textContent).not.toContain('Enter a first name');
    expect([document.activeElement, element.querySelector('#scopeId-error')?.textContent?.includes('Choose a cohort')]).toEqual([
      summary,
      true,
    ]);

    fixture.componentRef.setInput('open', false);
    await settle(fixture);
    fixture.componentRef.setInput('open', true);
    await settle(fixture);
    expect(element.querySelector('.govuk-error-summary')).toBeNull();
    element.remove();
  });
});
