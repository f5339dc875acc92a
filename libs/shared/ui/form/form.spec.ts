import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ErrorSummary } from '../error-summary/error-summary';
import type { Problem } from '../problem';
import { TextInput } from '../text-input/text-input';
import { differs, FormContext, formOf, patched } from './form';
import { Unsaved } from './unsaved';

const NOTHING = { title: '', startsOn: '', jobs: [{ title: 'Analyst', startsOn: '' }], minutes: { 'a-b': '5' } as Record<string, string> };

@Component({
  imports: [ErrorSummary, FormContext, TextInput],
  template: `
    <form [appForm]="form" (submitted)="sent = sent + 1">
      <app-error-summary />
      <app-text-input name="title" label="Title" />
      <app-text-input name="jobs-0-startsOn" label="First day" />
      <app-text-input name="minutes-a-b" label="Minutes" />
      @if (wrong()) {
        <app-text-input name="titel" label="Title" />
      }
    </form>
    <app-text-input name="title2" label="Alone" [(value)]="alone" />
  `,
})
class Page {
  readonly problem = signal<Problem | null>(null);
  readonly form = formOf(NOTHING, { problem: () => this.problem(), follow: { title: (title) => ({ startsOn: `after ${title}` }) } });
  readonly wrong = signal(false);
  readonly alone = signal('');
  sent = 0;
}

describe('a form', () => {
  it('hands each field its value by name, however deep, and takes what is typed', async () => {
    const { box, page } = await open();
    expect(box('minutes-a-b').value).toBe('5');
    type(box('title'), 'Ada');
    type(box('jobs-0-startsOn'), '2027-06-24');
    type(box('minutes-a-b'), '7');
    expect(page.form.draft()).toEqual({
      title: 'Ada',
      startsOn: 'after Ada',
      jobs: [{ title: 'Analyst', startsOn: '2027-06-24' }],
      minutes: { 'a-b': '7' },
    });
    expect(NOTHING.jobs[0]!.startsOn).toBe('');
  });

  it('hands each field the problem that the API points at, and the summary all of them', async () => {
    const { host, page, settle } = await open();
    const errors = [
      { code: 'a', pointer: '/title', detail: 'Enter a title' },
      { code: 'b', pointer: '/jobs/0/startsOn', detail: 'Enter a real date' },
    ];
    page.problem.set({ title: 'There is a problem', errors });
    await settle();
    expect(host.querySelector('#title-error')?.textContent).toContain('Enter a title');
    expect(host.querySelector('#jobs-0-startsOn-error')?.textContent).toContain('Enter a real date');
    expect([...host.querySelectorAll('.govuk-error-summary a')].map((one) => one.getAttribute('href'))).toEqual([
      '#title',
      '#jobs-0-startsOn',
    ]);
  });

  it('says that it was sent, and never leaves the page', async () => {
    const { host, page } = await open();
    const form = host.querySelector('form')!;
    const event = new Event('submit', { cancelable: true });
    form.dispatchEvent(event);
    expect([event.defaultPrevented, page.sent, form.noValidate]).toEqual([true, 1, true]);
  });

  it('does not let a field write to nowhere', async () => {
    const { page } = await open();
    page.wrong.set(true);
    expect(() => TestBed.tick()).toThrow('A form has no value for its field "titel"');
  });

  it('leaves fields outside alone, and begins again', async () => {
    const { box, page } = await open();
    type(box('title2'), 'mine');
    type(box('title'), 'Ada');
    expect([page.alone(), page.form.draft().title]).toEqual(['mine', 'Ada']);
    page.form.reset();
    expect(page.form.draft()).toEqual(NOTHING);
  });
});

describe('formOf', () => {
  it('begins anew when what it was made from changes', () => {
    const name = signal('Ada');
    const form = TestBed.runInInjectionContext(() => formOf(() => ({ name: name(), phone: '' })));
    form.patch({ phone: '1' });
    expect(form.draft()).toEqual({ name: 'Ada', phone: '1' });
    name.set('Bea');
    expect(form.draft()).toEqual({ name: 'Bea', phone: '' });
  });
});

describe('what is written in a form', () => {
  const unsaved = () => TestBed.inject(Unsaved).some;

  it('is unsaved until it is kept, put back or taken away', async () => {
    const { box, page } = await open();
    expect(unsaved()).toBe(false);
    type(box('title'), 'Ada');
    expect(unsaved()).toBe(true);
    page.form.saved();
    expect([unsaved(), page.form.draft().title]).toEqual([false, 'Ada']);
    type(box('title'), 'Bea');
    page.form.reset();
    expect([unsaved(), page.form.draft()]).toEqual([false, NOTHING]);
    type(box('title'), 'Bea');
    TestBed.resetTestingModule();
    expect(unsaved()).toBe(false);
  });

  it('is given up with its dialog', async () => {
    const { box, host } = await open();
    type(box('title'), 'Ada');
    const dialog = document.createElement('dialog');
    const form = host.querySelector('form')!;
    form.replaceWith(dialog);
    dialog.append(form);
    expect(unsaved()).toBe(false);
    dialog.open = true;
    expect(unsaved()).toBe(true);
  });

  it('is not given up with another dialog that only stands in the form', async () => {
    const { box, host } = await open();
    type(box('title'), 'Ada');
    const inside = document.createElement('app-dialog');
    inside.append(document.createElement('dialog'));
    host.querySelector('form')!.append(inside);
    expect(unsaved()).toBe(true);
  });

  it('need not be kept where the form says so', () => {
    const form = TestBed.runInInjectionContext(() => formOf({ search: '' }, { asks: false }));
    form.patch({ search: 'Essex' });
    expect(form.changed).toBeUndefined();
  });

  it('differs where a number cannot be read', () => {
    expect(differs({ minutes: null }, { minutes: NaN })).toBe(true);
    expect(differs({ minutes: NaN }, { minutes: NaN })).toBe(false);
  });
});

describe('patched', () => {
  it('lets what is written win over what follows', () => {
    const follow = { venue: (venue: string) => ({ nation: venue === 'cardiff' ? 'WLS' : 'ENG' }) };
    expect(patched({ venue: '', nation: '' }, { venue: 'cardiff' }, follow)).toEqual({ venue: 'cardiff', nation: 'WLS' });
    expect(patched({ venue: '', nation: '' }, { venue: 'cardiff', nation: 'SCT' }, follow)).toEqual({ venue: 'cardiff', nation: 'SCT' });
  });
});

async function open() {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  return {
    host,
    page: fixture.componentInstance,
    settle: () => fixture.whenStable(),
    box: (id: string) => host.querySelector<HTMLInputElement>(`#${id}`)!,
  };
}

function type(box: HTMLInputElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new Event('input'));
}
