import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@waymark/shared/web/session';
import { peopleRoutes } from './people.routes';

export const PROVIDER = '01890000-0000-7000-8000-000000000001';
const CAN = ['people:read', 'people:edit', 'people:import', 'organisations:read', 'organisations:edit', 'organisations:import'];

/** Opens a page of this domain as somebody who may do everything here; the API is played by the test. */
export async function openPage(url: string, { can = CAN, roles = [] }: { can?: string[]; roles?: { role: string }[] } = {}) {
  // jsdom has neither modal dialogs nor randomUUID; the browser tests see the real ones.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  crypto.randomUUID ??= () => `${PROVIDER.slice(0, -4)}${String(Math.random()).slice(2, 6)}` as ReturnType<typeof crypto.randomUUID>;

  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([...(peopleRoutes.staff ?? []), ...(peopleRoutes.participant ?? [])], withComponentInputBinding()),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const loading = TestBed.inject(Session).load();
  http.expectOne('/api/session').flush({
    person: { id: PROVIDER, name: 'Priya Nair', initials: 'PN' },
    email: 'priya@example.org',
    roles,
    can,
    home: 'staff',
    idleMinutes: 30,
    expiresAt: '2999-01-01T00:00:00Z',
    demo: false,
    hasPassword: true,
    providers: [],
    provider: { id: PROVIDER, name: 'Eastern Talent Partnership' },
  });
  await loading;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  const host = harness.routeNativeElement!.parentElement!;

  /** Lets effects, requests and the page catch up. */
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  };
  /** Answers the one open request for this path. */
  const answer = async (path: string, body: unknown, status = 200): Promise<TestRequest['request']> => {
    await settle();
    const request = http.expectOne(({ url: asked }) => asked === `/api${path}`);
    request.flush(body as object, { status, statusText: status < 400 ? 'OK' : 'No' });
    await settle();
    return request.request;
  };
  const one = <E extends HTMLElement>(selector: string): E => {
    const found = host.querySelector<E>(selector);
    if (!found) throw new Error(`Nothing matches ${selector} in: ${host.textContent}`);
    return found;
  };
  const button = (text: string): HTMLElement => {
    const found = [...host.querySelectorAll<HTMLElement>('button, a')].find(
      (each) => each.textContent?.replace(/\s+/g, ' ').trim() === text,
    );
    if (!found) throw new Error(`No button "${text}" in: ${host.textContent}`);
    return found;
  };
  const press = async (text: string) => {
    button(text).click();
    await settle();
  };
  const type = (selector: string, value: string) => {
    const box = one<HTMLInputElement>(selector);
    box.value = value;
    box.dispatchEvent(new Event(box.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  };
  const submit = async () => {
    one('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settle();
  };
  /** What the file field holds once somebody chose a file. */
  const chooseFile = async (text: string, name = 'people.csv') => {
    const field = one<HTMLInputElement>('input[type=file]');
    const bytes = new TextEncoder().encode(text);
    // jsdom lets nobody set `files`, and its files cannot be read.
    const file = { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer) };
    Object.defineProperty(field, 'files', { value: [file], configurable: true });
    field.dispatchEvent(new Event('change'));
    await settle();
  };
  return {
    http,
    host,
    harness,
    settle,
    answer,
    one,
    all: (selector: string) => [...host.querySelectorAll<HTMLElement>(selector)],
    button,
    press,
    type,
    submit,
    chooseFile,
    text: () => (host.textContent ?? '').replace(/\s+/g, ' '),
    url: () => TestBed.inject(Router).url,
  };
}

/** What the API says to an edit of something that somebody else saved first. */
export const stale = <View extends { version: number }>(values: View) => ({
  title: 'Somebody else has changed this since you opened it',
  type: '/problems/stale',
  errors: [{ code: 'stale', detail: 'Somebody else has changed this since you opened it' }],
  current: { version: values.version, changedBy: 'Sam Okoro', changedAt: '2027-05-03T09:42:00Z', values },
});
