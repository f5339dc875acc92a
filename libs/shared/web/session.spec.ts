import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { action } from './action';
import { Api } from './api';
import type { Given } from './openapi';
import { LOAD_ANEW } from './load-anew';
import { readingProblem } from './problems';
import { localPath, Session, sessionInterceptor, type SessionView } from './session';
import { now } from './clock';

const view: SessionView = {
  person: { id: 'p1', name: 'Priya Nair', initials: 'PN' },
  email: 'priya@example.org',
  roles: [{ role: 'programme_staff', scopeKind: 'provider', scopeId: 'x', scopeName: 'Eastern', providerName: null }],
  can: ['cohorts:read'],
  home: 'staff',
  idleMinutes: 30,
  expiresAt: '2999-01-01T00:00:00Z',
  demo: false,
  hasPassword: true,
  providers: [],
  provider: { id: 'x', name: 'Eastern', contact: null },
};

/** How requests are sent does not depend on which there are: these tests invent theirs. What may be sent is checked in `openapi.spec.ts`. */
interface AnyApi {
  read(path: string, input?: Given): Promise<unknown>;
  send(method: string, path: string, input?: Given): Promise<unknown>;
}

describe('localPath', () => {
  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'cohorts',
    '',
    null,
    '/sign-in',
    '/sign-in?next=/x',
    '/a\nb',
  ])('does not follow %j', (next) => expect(localPath(next)).toBe('/'));
  it.each(['/cohorts', '/cohorts/1?tab=people#top', '/sign-ins'])('follows %j', (next) => expect(localPath(next)).toBe(next));
});

describe('Session', () => {
  it('asks once, and knows who may do what', async () => {
    const { http, session } = setUp();
    const both = Promise.all([session.load(), session.load()]);
    http.expectOne('/api/session').flush(view);
    expect(await both).toEqual(['in', 'in']);
    expect(session.can('cohorts:read')).toBe(true);
    expect(session.can('people:edit')).toBe(false);
    expect(session.has('programme_staff')).toBe(true);
    expect(await session.load()).toBe('in');
    http.verify();
  });

  it('tells nobody signed in from nothing reachable', async () => {
    const { http, session } = setUp();
    const out = session.load();
    http.expectOne('/api/session').flush({}, { status: 401, statusText: 'Unauthorized' });
    expect(await out).toBe('out');
    const unreachable = session.load();
    http.expectOne('/api/session').error(new ProgressEvent('error'));
    expect(await unreachable).toBe('unreachable');
  });

  it('ends when nothing was asked for the idle time, or at the absolute end if that comes first', async () => {
    const { http, session } = setUp();
    const before = Math.floor(now());
    await signedIn(http, session);
    const after = Math.ceil(now());
    expect(session.endsAt()!).toBeGreaterThanOrEqual(before + 30 * 60_000);
    expect(session.endsAt()!).toBeLessThanOrEqual(after + 30 * 60_000);
    const again = session.refresh();
    http.expectOne('/api/session').flush({ ...view, expiresAt: new Date(before + 60_000).toISOString() });
    await again;
    expect(session.endsAt()).toBe(before + 60_000);
  });

  it('keeps the page when the API has forgotten a session that was there, and counts the return', async () => {
    const { http, session, client, router } = setUp();
    const navigate = jest.spyOn(router, 'navigate');
    await signedIn(http, session);
    client.get('/api/cohorts').subscribe({ error: () => undefined });
    http.expectOne('/api/cohorts').flush({}, { status: 401, statusText: 'Unauthorized' });
    expect(session.expired()).toBe(true);
    expect(navigate).not.toHaveBeenCalled();
    const back = session.refresh();
    http.expectOne('/api/session').flush(view);
    expect(await back).toBe('in');
    expect(session.expired()).toBe(false);
    expect(session.renewals()).toBe(1);
  });

  it.each([
    [204, ['/sign-in'], false],
    [401, ['/sign-in'], false],
    [503, [], true],
    [0, [], true],
  ])('leaves after signing out only when the session has ended: answered %d', async (status, left, notSignedOut) => {
    const { http, session, leave } = setUp();
    await signedIn(http, session);
    const leaving = session.signOut();
    const request = http.expectOne({ method: 'DELETE', url: '/api/session' });
    if (status === 0) request.error(new ProgressEvent('error'));
    else request.flush(null, { status, statusText: 'x' });
    await leaving;
    expect([leave.mock.calls.flat(), session.notSignedOut()]).toEqual([left, notSignedOut]);
  });

  it('leads to the sign-in page when nobody was signed in', () => {
    const { http, client, router } = setUp();
    const navigate = jest.spyOn(router, 'navigate').mockResolvedValue(true);
    client.get('/api/cohorts').subscribe({ error: () => undefined });
    http.expectOne('/api/cohorts').flush({}, { status: 401, statusText: 'Unauthorized' });
    expect(navigate).toHaveBeenCalledWith(['/sign-in'], { queryParams: { next: '/' } });
  });
});

describe('Api', () => {
  it('sends a key with every POST, and the same key again only while the answer is unknown', async () => {
    const { http, api } = setUp();
    const body = { name: 'Essex' };
    const send = () => api.send('post', '/cohorts', { body }).catch(() => undefined);
    const key = (answer: (request: ReturnType<typeof http.expectOne>) => void) => {
      const request = http.expectOne('/api/cohorts');
      answer(request);
      return request.request.headers.get('Idempotency-Key');
    };

    const first = send();
    const lost = key((request) => request.error(new ProgressEvent('error')));
    await first;
    const second = send();
    const retried = key((request) => request.flush({ id: '1' }));
    await second;
    const third = send();
    const later = key((request) => request.flush({}, { status: 409, statusText: 'Conflict' }));
    await third;
    const fourth = send();
    const afterRefusal = key((request) => request.flush({}));
    await fourth;

    expect(lost).toMatch(/^[0-9a-f-]{36}$/);
    expect(retried).toBe(lost);
    expect(new Set([lost, later, afterRefusal]).size).toBe(3);
  });

  it('fills in paths, leaves empty parameters out, and sends no key with a PUT', () => {
    const { http, api } = setUp();
    void api.read('/cohorts/{id}/people', { path: { id: 'a/b' }, query: { q: '', status: ['x', 'y'], after: undefined } });
    http.expectOne('/api/cohorts/a%2Fb/people?status=x&status=y').flush({});
    void api.send('put', '/cohorts/{id}', { path: { id: '1' }, body: {} });
    expect(http.expectOne('/api/cohorts/1').request.headers.has('Idempotency-Key')).toBe(false);
  });
});

describe('action', () => {
  it('is busy while it runs, runs once at a time, and says why it was refused', async () => {
    const { http, api } = setUp();
    const save = TestBed.runInInjectionContext(() => action((name: string) => api.send('post', '/cohorts', { body: { name } })));
    const running = save.run('Essex');
    expect(save.busy()).toBe(true);
    expect(await save.run('Essex')).toBe(false);
    http
      .expectOne('/api/cohorts')
      .flush(
        { title: 'There is a problem', errors: [{ code: 'x', pointer: '/name', detail: 'Enter a name' }] },
        { status: 400, statusText: 'Bad' },
      );
    expect(await running).toBe(false);
    expect(save.busy()).toBe(false);
    expect(save.problem()?.errors?.[0]?.detail).toBe('Enter a name');
    save.clear();
    expect(save.problem()).toBeNull();
  });

  it('says in plain words that nothing was saved when Waymark cannot be reached', async () => {
    const { http, api } = setUp();
    const save = action(() => api.send('post', '/cohorts', { body: {} }));
    const running = save.run();
    http.expectOne('/api/cohorts').error(new ProgressEvent('error'));
    await running;
    expect(save.problem()?.title).toBe(
      'Waymark is not responding, so your changes may not be saved. Check your internet connection, then try again.',
    );
  });

  it('does not hide a fault of our own', async () => {
    const broken = action(async () => {
      throw new TypeError('ours');
    });
    await expect(broken.run()).rejects.toThrow('ours');
    expect(broken.busy()).toBe(false);
  });
});

describe('readingProblem', () => {
  it.each([404, 400])('says the same for what is not there, what is not shared and an address of nothing: %d', async (status) => {
    const { http, api } = setUp();
    const read = api.read('/cohorts/{id}', { path: { id: '1' } }).catch((error: unknown) => readingProblem(error));
    http.expectOne('/api/cohorts/1').flush({}, { status, statusText: 'x' });
    expect(await read).toEqual({ title: 'This could not be found, or you do not have access to it.', status });
  });
});

function setUp() {
  const leave = jest.fn<void, [string]>();
  TestBed.configureTestingModule({
    providers: [
      { provide: LOAD_ANEW, useValue: leave },
      provideRouter([]),
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  return {
    leave,
    http: TestBed.inject(HttpTestingController),
    session: TestBed.inject(Session),
    api: TestBed.inject(Api) as unknown as AnyApi,
    client: TestBed.inject(HttpClient),
    router: TestBed.inject(Router),
  };
}

async function signedIn(http: HttpTestingController, session: Session): Promise<void> {
  const loaded = session.load();
  http.expectOne('/api/session').flush(view);
  await loaded;
}
