import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider, Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session, sessionInterceptor } from '@waymark/shared/web/session';

export const PROVIDER = '01890000-0000-7000-8000-000000000001';

/** A page in a browser without a network: the API is played by the test. */
export interface OpenPage {
  host: HTMLElement;
  http: HttpTestingController;
  /** Lets effects, requests and the page catch up. Not `whenStable`, which also waits for requests that a test leaves open. */
  settle(): Promise<void>;
  /** Answers the one open request whose path below /api is this, or `PUT /venues/1` where several ask the same. @returns what was asked */
  answer(path: string, body: unknown, status?: number): Promise<TestRequest['request']>;
  /** The one element, or the first of several. @throws when there is none, with what the page says instead */
  one<E extends HTMLElement = HTMLElement>(selector: string): E;
  all(selector: string): HTMLElement[];
  /** A button or link by its words or its label. */
  button(words: string): HTMLElement;
  press(words: string): Promise<void>;
  type(selector: string, value: string): void;
  submit(form?: string): Promise<void>;
  /** What the file field holds once somebody chose a file. */
  chooseFile(text: string, name?: string): Promise<void>;
  /** What the page says, blanks folded. */
  text(): string;
  url(): string;
}

export interface SignedIn {
  can?: readonly string[];
  roles?: readonly { role: string }[];
  home?: string;
}

interface Opening {
  /** Who looks at it; without, nobody is signed in and nothing asks. */
  by?: SignedIn;
  /** What the page is given by its address or by the page around it. */
  inputs?: Record<string, unknown>;
  /** Where the page may lead to. */
  routes?: Routes;
  providers?: (Provider | EnvironmentProviders)[];
  /** When everything can be injected and the page is not yet made. */
  before?: () => unknown;
}

/** One component, without its address. */
export async function openPage<Page>(
  page: Type<Page>,
  { by, inputs = {}, routes = [], providers = [], before }: Opening = {},
): Promise<OpenPage & { fixture: ComponentFixture<Page> }> {
  await prepare([provideRouter(routes), ...providers], by, before);
  return openNext(page, inputs);
}

/** Another one in the same browser, which still knows what the one before left there. */
export async function openNext<Page>(
  page: Type<Page>,
  inputs: Record<string, unknown> = {},
): Promise<OpenPage & { fixture: ComponentFixture<Page> }> {
  const fixture = TestBed.createComponent(page);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const opened = opening(host, () => TestBed.tick());
  await opened.settle();
  return { ...opened, fixture };
}

/** A page of these routes by its address, with what the router gives it. */
export async function openUrl(
  routes: Routes,
  url: string,
  { by = {}, providers = [], before }: Omit<Opening, 'inputs' | 'routes'> = {},
): Promise<OpenPage & { harness: RouterTestingHarness }> {
  await prepare([provideRouter(routes, withComponentInputBinding()), ...providers], by, before);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  return { ...opening(harness.routeNativeElement!.parentElement!, () => harness.detectChanges()), harness };
}

/** Who is signed in, as `GET /session` says it. */
const sessionOf = ({ can = [], roles = [], home = 'staff' }: SignedIn = {}) => ({
  person: { id: PROVIDER, name: 'Priya Nair', initials: 'PN' },
  email: 'priya@example.org',
  roles,
  can,
  home,
  idleMinutes: 30,
  expiresAt: '2999-01-01T00:00:00Z',
  demo: false,
  hasPassword: true,
  providers: [],
  provider: { id: PROVIDER, name: 'Eastern Talent Partnership', contact: null },
});

/** What the API says to what it refuses, at a field where it is about one. */
export const refused = (detail: string, pointer?: string) => ({
  title: 'There is a problem',
  errors: [{ code: 'refused', detail, ...(pointer ? { pointer } : {}) }],
});

/** What the API says to an edit of something that somebody else saved first. */
export const stale = <View extends { version: number }>(values: View) => ({
  title: 'Someone else has changed this since you opened it',
  type: '/problems/stale',
  errors: [{ code: 'stale', detail: 'Someone else has changed this since you opened it' }],
  current: { version: values.version, changedBy: 'Sam Okoro', changedAt: '2027-05-03T09:42:00Z', values },
});

async function prepare(providers: (Provider | EnvironmentProviders)[], by: SignedIn | undefined, before: Opening['before']): Promise<void> {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([sessionInterceptor])), provideHttpClientTesting(), ...providers],
  });
  if (by) {
    const loading = TestBed.inject(Session).load();
    TestBed.inject(HttpTestingController).expectOne('/api/session').flush(sessionOf(by));
    await loading;
  }
  before?.();
}

function opening(host: HTMLElement, look: () => void): OpenPage {
  const http = TestBed.inject(HttpTestingController);
  const text = () => (host.textContent ?? '').replace(/\s+/g, ' ');
  // A resource tells its signals one task after the answer came, and what they show follows one more.
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((done) => setTimeout(done));
      look();
    }
  };
  const one = <E extends HTMLElement = HTMLElement>(selector: string): E => {
    const found = host.querySelector<E>(selector);
    if (!found) throw new Error(`Nothing matches ${selector} in: ${text()}`);
    return found;
  };
  const button = (words: string): HTMLElement => {
    const said = (each: HTMLElement) => each.textContent?.replace(/\s+/g, ' ').trim();
    const found = [...host.querySelectorAll<HTMLElement>('button, a')].find(
      (each) => said(each) === words || each.getAttribute('aria-label') === words,
    );
    if (!found) throw new Error(`No button “${words}” in: ${text()}`);
    return found;
  };
  return {
    host,
    http,
    settle,
    async answer(path, body, status = 200) {
      await settle();
      const [, method, below] = /^(?:([A-Z]+) )?(.*)$/.exec(path)!;
      const request = http.expectOne((asked) => asked.url === `/api${below}` && (!method || asked.method === method));
      request.flush(body as object, { status, statusText: status < 400 ? 'OK' : 'No' });
      await settle();
      return request.request;
    },
    one,
    all: (selector) => [...host.querySelectorAll<HTMLElement>(selector)],
    button,
    async press(words) {
      button(words).click();
      await settle();
    },
    type(selector, value) {
      const box = one<HTMLInputElement>(selector);
      box.value = value;
      box.dispatchEvent(new Event(box.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    },
    async submit(form = 'form') {
      one(form).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await settle();
    },
    async chooseFile(content, name = 'people.csv') {
      const field = one<HTMLInputElement>('input[type=file]');
      const bytes = new TextEncoder().encode(content);
      // jsdom lets nobody set `files`, and its files cannot be read.
      const file = { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer) };
      Object.defineProperty(field, 'files', { value: [file], configurable: true });
      field.dispatchEvent(new Event('change'));
      await settle();
    },
    text,
    url: () => TestBed.inject(Router).url,
  };
}
