import { HttpTestingController } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { openNext, openPage, type OpenPage, refused } from '@waymark/shared/testing-web/open-page';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { LOAD_ANEW } from '@waymark/shared/web/load-anew';
import { NAVIGATION, type Navigation } from '@waymark/shared/web/navigation';
import { Session } from '@waymark/shared/web/session';
import { AccountPage } from './account-page/account-page';
import { InvitationPage } from './invitation-page/invitation-page';
import { InviteDialog } from './settings/invite-dialog';
import { RolesPanel } from './settings/roles-panel';
import { SettingsPage } from './settings/settings-page';
import { SetupPage } from './setup-page/setup-page';
import { SignInLinkPage } from './sign-in-link-page/sign-in-link-page';
import { SignInPage } from './sign-in-page/sign-in-page';

const navigation: Navigation = {
  settings: [
    { label: 'Bank holidays', link: '/settings/holidays', order: 1, needs: 'holidays:import' },
    { label: 'Fees', link: '/settings/fees', order: 2, needs: 'roles:edit' },
  ],
};

let leave: jest.Mock<void, [string]>;
beforeEach(() => (leave = jest.fn()));

const open = async <Page>(page: Type<Page>, inputs: Record<string, unknown> = {}, before?: () => unknown) => {
  const opened = await openPage(page, {
    inputs,
    routes: [{ path: '**', children: [] }],
    providers: [
      { provide: LOAD_ANEW, useValue: leave },
      { provide: NAVIGATION, useValue: navigation },
    ],
    ...(before ? { before } : {}),
  });
  return { ...opened, heading: () => opened.one('h1').textContent?.trim() };
};
const session = (over: object = {}) => ({
  person: { id: 'p1', name: 'Sam Okoro', initials: 'SO' },
  email: 'sam@example.org',
  roles: [{ role: 'administrator', scopeKind: 'provider', scopeId: 'v1', scopeName: 'East', providerName: null }],
  can: ['accounts:invite', 'roles:edit', 'audit:read'],
  home: 'staff',
  idleMinutes: 30,
  expiresAt: '2100-01-01T00:00:00Z',
  provider: { id: 'v1', name: 'East', contact: null },
  providers: [{ id: 'v1', name: 'East', contact: 'hello@east.example' }],
  hasPassword: true,
  demo: false,
  ...over,
});

describe('SignInPage', () => {
  async function read(opened: OpenPage, accounts: object[] = []) {
    await opened.answer('/setup', { needed: false, code: false, demo: accounts.length > 0 });
    if (accounts.length > 0) await opened.answer('/demo-accounts', { items: accounts });
  }
  async function page(inputs: Record<string, unknown> = {}, accounts: object[] = []) {
    const opened = await open(SignInPage, inputs);
    await read(opened, accounts);
    return opened;
  }

  it.each([
    ['/cohorts', '/cohorts'],
    ['//evil.example', '/staff'],
  ])('signs in and goes where the person wanted to go, on this site alone: %s', async (next, expected) => {
    const { answer, heading, submit, url } = await page({ next });
    expect(heading()).toBe('Sign in');
    await submit();
    await answer('POST /session', null, 204);
    await answer('GET /session', session());
    expect(url()).toBe(expected);
  });

  it('shows why it was refused, at the field', async () => {
    const { answer, one, submit } = await page();
    await submit();
    await answer('POST /session', refused('The email address or password is not correct', '/email'), 409);
    expect(one('.govuk-error-summary').textContent).toContain('There is a problem');
    expect(one('#email-error').textContent).toContain('The email address or password is not correct');
  });

  it('lets password managers fill it in, and shows the password on request', async () => {
    const { one, press } = await page();
    const password = one<HTMLInputElement>('#password');
    expect([one('#email').getAttribute('autocomplete'), password.autocomplete, password.type]).toEqual([
      'username',
      'current-password',
      'password',
    ]);
    await press('Show password');
    expect([password.type, one('.password button').getAttribute('aria-label')]).toEqual(['text', 'Hide password']);
  });

  it('offers the accounts of a demo, and none elsewhere', async () => {
    const demo = await page({}, [
      { email: 'priya@example.org', password: 'secret words', role: 'Programme staff', for: 'schedule cohorts' },
    ]);
    demo.one('.demo__one').click();
    await demo.settle();
    expect(demo.one<HTMLInputElement>('#email').value).toBe('priya@example.org');
    const elsewhere = await openNext(SignInPage);
    await read(elsewhere);
    expect(elsewhere.all('.demo')).toEqual([]);
  });
});

describe('SignInLinkPage', () => {
  it('does nothing until the button is pressed', async () => {
    const { answer, heading, http, one, settle } = await open(SignInLinkPage, { token: 't' });
    expect(heading()).toBe('Sign in');
    http.expectNone('/api/session/link');
    one('button').click();
    await settle();
    await answer('POST /session/link', refused('This link has already been used'), 409);
    expect(one('.govuk-error-summary').textContent).toContain('This link has already been used');
  });
});

describe('a link by email', () => {
  const ask = async (next: string) => {
    const { answer, press } = await open(SignInPage, { next });
    await answer('/setup', { needed: false, code: false, demo: false });
    await press('Email me a link instead');
    await answer('POST /sign-in-links', {});
  };
  const use = async () => {
    const { answer, one, settle, url } = await openNext(SignInLinkPage, { token: 't' });
    one('button').click();
    await settle();
    await answer('POST /session/link', null, 204);
    await answer('GET /session', session());
    return url();
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
    const { answer, heading, http, one } = await open(InvitationPage, { token: 't' });
    await answer('POST /invitation-lookups', refused('This invitation has been used'), 409);
    http.expectNone('/api/invitation-lookups');
    expect(heading()).toBe('Your invitation');
    expect(one('.govuk-error-summary').textContent).toContain('This invitation has been used');
  });

  it('asks for no password where there is an account', async () => {
    const { all, answer, text } = await open(InvitationPage, { token: 't' });
    const asked = {
      name: 'Ada',
      email: 'a@example.org',
      role: 'evaluator',
      scopeName: 'East',
      invitedBy: 'Sam',
      organiser: { name: 'East', contact: 'hello@east.example' },
      expiresAt: '2027-05-10T09:00:00Z',
      hasAccount: true,
    };
    await answer('POST /invitation-lookups', asked);
    expect([all('#password'), text().includes('10 May 2027')]).toEqual([[], true]);
    expect(text()).toContain('Sam at East has invited you. East runs its programmes with Waymark.');
    expect(text()).toContain('hello@east.example');
  });
});

describe('SetupPage', () => {
  it('asks for the setup code only where there is one', async () => {
    const { all, answer, heading, one, submit } = await open(SetupPage);
    await answer('GET /setup', { needed: true, code: true, demo: false });
    expect([heading(), all('#code').length]).toEqual(['Set up Waymark', 1]);
    await submit();
    await answer('POST /setup', refused('Enter your first name', '/givenName'), 400);
    expect(one('#givenName-error').textContent).toContain('Enter your first name');
  });
});

describe('AccountPage', () => {
  it('leaves once everything is signed out, and asks nothing more with the session that has ended', async () => {
    const { answer, http, press } = await open(AccountPage);
    await answer('GET /session', session());
    await answer('GET /my/sessions', { items: [], next: null });
    await press('Sign out everywhere');
    await answer('DELETE /my/sessions', null, 204);
    http.verify();
    expect(leave).toHaveBeenCalledWith('/sign-in');
  });

  it('shows who one is and where one is signed in, and why a password was refused', async () => {
    const { answer, heading, one, submit, text } = await open(AccountPage);
    const employer = { role: 'employer', scopeKind: 'organisation', scopeId: 'o1', scopeName: 'Essex', providerName: 'East' };
    await answer('GET /session', session({ roles: [...session().roles, employer] }));
    const device = {
      id: 's1',
      device: 'Firefox on Linux',
      createdAt: '2027-06-24T12:15:00Z',
      lastSeenAt: '2027-06-24T12:20:00Z',
      current: true,
    };
    await answer('GET /my/sessions', { items: [device], next: null });
    expect(heading()).toBe('Your details');
    expect(text()).toContain('AdministratorEastEmployerEssex, with East');
    expect(text()).toContain('Signed in 24 June 2027 at 13:15');
    await submit();
    await answer('PUT /account/password', refused('Use a password of 15 characters or more', '/password'), 409);
    expect(one('#password-error').textContent).toContain('15 characters');
  });
});

/** Before the page is made, somebody signs in. */
const signedIn = (over: object = {}) => {
  void TestBed.inject(Session).load();
  TestBed.inject(HttpTestingController).expectOne('/api/session').flush(session(over));
};

describe('SettingsPage', () => {
  it('says that there is nothing for a role without settings', async () => {
    const { answer, heading, text } = await open(SettingsPage);
    await answer('GET /session', session({ provider: null, providers: [], can: [] }));
    expect([heading(), text().includes('There are no settings for your role')]).toEqual(['Settings', true]);
  });

  it('leads to the settings of other domains that somebody may change', async () => {
    const { all } = await open(SettingsPage, {}, () => signedIn({ can: ['holidays:import'] }));
    expect(all('app-title-block a').map((link) => link.textContent)).toEqual(['Bank holidays']);
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
    const { all, answer, one, settle } = await open(RolesPanel, { providerId: 'v1' }, signedIn);
    await answer('GET /role-assignments', rows);
    const ends = all('button').filter((each) => each.textContent?.includes('End role'));
    expect(ends.map((each) => each.textContent?.trim())).toEqual([
      'End role of Ruth Calder: Facilitator, Essex',
      'End role of Ruth Calder: Facilitator, Kent',
    ]);
    ends[0]!.click();
    await settle();
    one('dialog .govuk-button--warning').click();
    await settle();
    await answer('PUT /role-assignments/r1/end', {});
    expect(TestBed.inject(Announcer).status().trim()).toBe('Ended the role of Ruth Calder');
    await answer('GET /role-assignments', { items: [rows.items[1]], next: null });
    expect(document.activeElement?.textContent).toBe('People with a role');
  });
});

describe('InviteDialog', () => {
  it('says that one name is enough', async () => {
    const { one } = await open(InviteDialog, { providerId: 'v1', open: true });
    expect(one('#givenName-hint').textContent).toContain('Leave empty if they have only one name');
    expect(one('label[for=givenName]').textContent).toMatch(/First name\s+\(optional\)/);
  });

  it('says whom an employer will see, and whom a line manager', async () => {
    const { one, settle, type } = await open(InviteDialog, { providerId: 'v1', open: true }, () => signedIn());
    for (const [role, words] of [
      ['employer', 'people from this organisation that your provider works with'],
      ['line_manager', 'people who have named them as their line manager'],
    ] as const) {
      type('#role', role);
      await settle();
      expect(one('#scopeId-hint').textContent).toContain(`They will only see ${words}`);
    }
  });

  it('says a missing place with everything else that is wrong, and begins anew when it is opened again', async () => {
    const { all, answer, fixture, one, settle, submit, type } = await open(InviteDialog, { providerId: 'v1', open: true });
    await submit();
    await answer('POST /invitations', refused('Enter a first name', '/givenName'), 400);
    expect(one('.govuk-error-summary').textContent).toContain('Enter a first name');

    type('#role', 'participant');
    await settle();
    await submit();
    const summary = one('.govuk-error-summary');
    expect(summary.textContent).toContain('Choose a cohort');
    expect(summary.textContent).not.toContain('Enter a first name');
    expect([document.activeElement, one('#scopeId-error').textContent?.includes('Choose a cohort')]).toEqual([summary, true]);

    fixture.componentRef.setInput('open', false);
    await settle();
    fixture.componentRef.setInput('open', true);
    await settle();
    expect(all('.govuk-error-summary')).toEqual([]);
  });
});
