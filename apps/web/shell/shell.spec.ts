import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session, sessionInterceptor, type SessionView } from '@waymark/shared/web/session';
import { App } from './app';
import { home, mayOpen, signedIn, stranger, worksAsStaff } from './guards';
import { everyManifest } from '@waymark/shared/testing/manifests';
import { shownTo } from '@waymark/shared/web/navigation';
import { navigation } from '../domains';
import { type Reader, staffNavigation, workbenchSwitch } from './navigation';
import { PageChanges } from './page-changes';
import { SessionWatch } from './session-watch';
import { SignOutNotice } from './sign-out-notice';
import { now } from '@waymark/shared/web/clock';

// jsdom has no modal dialogs; the browser tests see the real ones.
beforeAll(() => {});

@Component({ template: '<main id="main" tabindex="-1"><h1>Some page</h1></main>' })
class Page {}
@Component({ imports: [RouterOutlet], template: '<main id="main" tabindex="-1"></main><router-outlet />' })
class LatePage {}
@Component({ template: '<p>No work here</p>' })
class NoWork {}
@Component({ template: '<p>Staff account</p>' })
class StaffAccount {}

const view = (more: Partial<SessionView> = {}): SessionView => ({
  person: { id: 'p1', name: 'Priya Nair', initials: 'PN' },
  email: 'priya@example.org',
  roles: [],
  can: [],
  home: 'staff',
  idleMinutes: 30,
  expiresAt: '2999-01-01T00:00:00Z',
  demo: false,
  hasPassword: true,
  providers: [],
  provider: null,
  ...more,
});

/** What decides about somebody's navigation. */
const reader = (home: Reader['home'], can: string[], roles: string[] = []): Reader => ({
  home,
  can,
  roles: roles.map((role) => ({ role, scopeKind: 'cohort', scopeId: 'c1', scopeName: null, providerName: null })),
});

describe('the participants’ navigation', () => {
  const links = (home: Reader['home'], ...can: string[]) => shownTo(reader(home, can), navigation.participant).map(({ link }) => link);
  const ofAccount = (can: string[], ...roles: string[]) => shownTo(reader('staff', can, roles), navigation.account).map(({ link }) => link);

  it('leads employers and line managers to their people, and those who also take part to both', () => {
    expect(links('employer', 'reports:read')).toEqual(['/my/people', '/account']);
    expect(links('participant')).toEqual(['/my', '/my/agenda', '/account']);
    expect(links('participant', 'reports:read')).toEqual(['/my', '/my/agenda', '/my/people', '/account']);
    expect(ofAccount(['reports:read'])).toEqual(['/account', '/my/people']);
    expect(ofAccount([], 'participant')).toEqual(['/account', '/my']);
    expect(ofAccount([], 'facilitator')).toEqual(['/account', '/my']);
    expect(ofAccount(['reports:read'], 'participant')).toEqual(['/account', '/my', '/my/people']);
  });
});

describe('the guards', () => {
  it('send people who are not signed in to the sign-in page, with the way back', async () => {
    const { go, http, url } = setUp();
    const arrived = go('/cohorts?stage=planning');
    await answer(http, 401);
    await answer(http, 401); // the sign-in page asks for itself
    await arrived;
    expect(url()).toBe('/sign-in?next=%2Fcohorts%3Fstage%3Dplanning');
  });

  it('say so when Waymark cannot be reached, and keep where they were going', async () => {
    const { go, http, url } = setUp();
    const arrived = go('/cohorts');
    await answer(http, 0);
    await arrived;
    expect(url()).toBe('/service-problem?next=%2Fcohorts');
  });

  it.each([
    ['staff', '/staff'],
    ['participant', '/my'],
  ] as const)('lead %s from / to %s', async (of, to) => {
    const { go, http, url } = setUp();
    const arrived = go('/');
    await answer(http, view({ home: of }));
    await arrived;
    expect(url()).toBe(to);
  });

  it('put the account into the shell of its reader', async () => {
    const { go, http } = setUp();
    const arrived = go('/account');
    await answer(http, view());
    await arrived;
    expect(document.querySelector('p')?.textContent ?? (await arrived).routeNativeElement?.textContent).toContain('Staff account');
  });
});

describe('mayOpen', () => {
  it.each([
    ['a participant is told', [], 'No work here'],
    ['an evaluator who reads is told', ['people:read'], 'No work here'],
    ['who holds one of what it needs comes in', ['people:edit'], 'Some page'],
  ])('%s', async (_, can, shown) => {
    const { go, http } = setUp();
    const arrived = go('/work/new');
    await answer(http, view({ home: 'participant', can }));
    expect((await arrived).routeNativeElement?.textContent).toContain(shown);
    expect(TestBed.inject(Location).path()).toBe('/work/new');
  });
});

describe('stranger', () => {
  it.each([
    ['', '/staff'],
    ['?next=%2Fcohorts', '/cohorts'],
    ['?next=%2F%2Fevil.example', '/staff'],
  ])('sends who is signed in on from the sign-in page%s', async (query, to) => {
    const { go, http, url } = setUp();
    const arrived = go(`/sign-in${query}`);
    await answer(http, view());
    await arrived;
    expect(url()).toBe(to);
  });

  it('lets everybody else sign in', async () => {
    const { go, http, url } = setUp();
    const arrived = go('/sign-in?next=%2Fcohorts');
    await answer(http, 401);
    await arrived;
    expect(url()).toBe('/sign-in?next=%2Fcohorts');
  });
});

describe('staffNavigation', () => {
  const lines = (home: 'staff' | 'participant', ...can: string[]) =>
    staffNavigation(navigation, reader(home, can)).map(({ label, link }) => [label, link]);

  it('shows only what somebody may open, and leads home to where their home is', () => {
    expect(lines('staff')).toEqual([['Home', '/staff']]);
    const all = lines('staff', ...Object.keys(everyManifest().permissions)).map(([label]) => label);
    expect([all[0], all.at(-1)]).toEqual(['Home', 'Settings']);
    expect(all).toEqual(expect.arrayContaining(['Cohorts', 'People', 'Organisations', 'Venues', 'Programmes', 'Facilitators']));
    expect(lines('staff', 'cohorts:read', 'audit:read').map(([label]) => label)).toEqual(['Home', 'Cohorts', 'Settings']);
    expect(lines('participant', 'cohorts:read')).toEqual([
      ['Home', '/my'],
      ['Cohorts', '/cohorts'],
    ]);
  });
});

describe('workbenchSwitch', () => {
  it('leads staff to their home, facilitators to their cohorts, and nobody else', () => {
    expect(workbenchSwitch(navigation, reader('staff', []))?.link).toBe('/staff');
    expect(workbenchSwitch(navigation, reader('participant', ['cohorts:read']))).toEqual({ label: 'Cohorts', link: '/cohorts' });
    expect(workbenchSwitch(navigation, reader('employer', ['reports:read']))).toBeNull();
  });
});

describe('PageChanges', () => {
  it('moves focus to the heading of a new page, and leaves it alone when only filters change', async () => {
    const { go, http } = setUp();
    TestBed.inject(PageChanges).follow();
    const first = go('/cohorts');
    await answer(http, view());
    const harness = await first;
    document.body.appendChild(harness.fixture.nativeElement);
    await harness.navigateByUrl('/cohorts?q=essex');
    await harness.fixture.whenStable();
    expect(document.activeElement).toBe(document.body);
    await harness.navigateByUrl('/staff');
    await harness.fixture.whenStable();
    expect(document.activeElement?.textContent).toBe('Some page');
  });

  it('goes on to a heading that comes with its data, and leaves the focus alone when a dialog opens over the page', async () => {
    const { go, http } = setUp();
    TestBed.inject(PageChanges).follow();
    const first = go('/cohorts');
    await answer(http, view());
    const harness = await first;
    document.body.appendChild(harness.fixture.nativeElement);
    await harness.navigateByUrl('/late');
    await harness.fixture.whenStable();
    expect(document.activeElement?.id).toBe('main');
    document.querySelector('main')!.innerHTML = '<h1>Late page</h1><button>Work</button>';
    await new Promise((done) => setTimeout(done));
    expect(document.activeElement?.textContent).toBe('Late page');

    document.querySelector('button')!.focus();
    await harness.navigateByUrl('/late/detail');
    await harness.fixture.whenStable();
    await harness.navigateByUrl('/late');
    await harness.fixture.whenStable();
    expect(document.activeElement?.textContent).toBe('Work');
  });
});

describe('App', () => {
  it('says that it is loading until the first page is there', async () => {
    const { http } = setUp();
    const app = TestBed.createComponent(App);
    void TestBed.inject(Router).navigateByUrl('/cohorts');
    app.detectChanges();
    expect(app.nativeElement.querySelector('.boot')?.textContent).toBe('Loading Waymark');
    await answer(http, view());
    await new Promise((done) => setTimeout(done));
    app.detectChanges();
    expect(app.nativeElement.querySelector('.boot')).toBeNull();
    expect(app.nativeElement.textContent).toContain('Some page');
    app.destroy();
  });
});

describe('SignOutNotice', () => {
  it('says that somebody is still signed in, and tries again', async () => {
    const { http } = setUp();
    const notice = TestBed.createComponent(SignOutNotice);
    await notice.whenStable();
    expect(notice.nativeElement.textContent).not.toContain('You are still signed in');
    void TestBed.inject(Session).signOut();
    http.expectOne({ method: 'DELETE', url: '/api/session' }).error(new ProgressEvent('error'));
    await new Promise((done) => setTimeout(done));
    await notice.whenStable();
    expect(notice.nativeElement.textContent).toContain('You are still signed in');
    (notice.nativeElement.querySelector('button') as HTMLElement).click();
    http.expectOne({ method: 'DELETE', url: '/api/session' });
    notice.destroy();
  });
});

describe('SessionWatch', () => {
  it('warns five minutes before the end, and staying signed in takes the warning away', async () => {
    const { http } = setUp();
    const soon = view({ expiresAt: new Date(now() + 4 * 60_000).toISOString() });
    const watch = await watching(http, soon);
    expect(watch.nativeElement.textContent).toContain('You are about to be signed out');
    (watch.nativeElement.querySelector('button') as HTMLElement).click();
    http.expectOne({ method: 'PUT', url: '/api/session/extension' }).flush({});
    await answer(http, view());
    await watch.whenStable();
    await watch.whenStable();
    expect(watch.nativeElement.textContent).not.toContain('You are about to be signed out');
    watch.destroy();
  });

  it('says so when staying signed in did not reach Waymark', async () => {
    const { http } = setUp();
    const watch = await watching(http, view({ expiresAt: new Date(now() + 4 * 60_000).toISOString() }));
    (watch.nativeElement.querySelector('button') as HTMLElement).click();
    http.expectOne({ method: 'PUT', url: '/api/session/extension' }).error(new ProgressEvent('error'));
    await new Promise((done) => setTimeout(done));
    watch.detectChanges();
    expect(watch.nativeElement.querySelector('[role="alert"]').textContent).toBe(
      'Waymark is not responding. Check your internet connection, then try again.',
    );
    expect(watch.nativeElement.textContent).toContain('You are about to be signed out');
    watch.destroy();
  });

  it('asks to sign in again once the session has ended, over the page as it stands', async () => {
    const { http } = setUp();
    const watch = await watching(http, view({ expiresAt: new Date(now() - 1000).toISOString() }));
    expect(TestBed.inject(Session).expired()).toBe(true);
    expect(watch.nativeElement.textContent).toContain('You have been signed out');
    expect(watch.nativeElement.textContent).toContain('What you typed is still on this page');
    watch.destroy();
  });

  async function watching(http: HttpTestingController, first: SessionView) {
    const loaded = TestBed.inject(Session).load();
    await answer(http, first);
    await loaded;
    const watch = TestBed.createComponent(SessionWatch);
    watch.detectChanges();
    await Promise.resolve();
    watch.detectChanges();
    await Promise.resolve();
    watch.detectChanges();
    return watch;
  }
});

function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      provideRouter([
        { path: '', pathMatch: 'full', canActivate: [home], children: [] },
        { path: 'account', canMatch: [worksAsStaff], component: StaffAccount },
        { path: 'account', component: Page },
        { path: 'cohorts', canActivate: [signedIn], component: Page },
        {
          path: 'work',
          canActivate: [signedIn],
          canActivateChild: [mayOpen],
          children: [{ path: 'new', component: Page, data: { needs: ['people:edit', 'people:import'] } }],
        },
        { path: 'sign-in', canActivate: [stranger], component: Page },
        { path: 'not-allowed', component: NoWork },
        { path: 'late', component: LatePage, children: [{ path: 'detail', data: { overlay: true }, component: StaffAccount }] },
        { path: '**', component: Page },
      ]),
    ],
  });
  const router = TestBed.inject(Router);
  return { go: (to: string) => RouterTestingHarness.create(to), http: TestBed.inject(HttpTestingController), url: () => router.url };
}

/** Answers the question about the session, once it has been asked. */
async function answer(http: HttpTestingController, what: SessionView | 401 | 0): Promise<void> {
  let [request] = http.match('/api/session');
  for (let turn = 0; !request && turn < 20; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    [request] = http.match('/api/session');
  }
  if (what === 401) request!.flush({}, { status: 401, statusText: 'Unauthorized' });
  else if (what === 0) request!.error(new ProgressEvent('error'));
  else request!.flush(what);
}
