import { computed, Directive, ElementRef, inject, input, linkedSignal, output, type Signal, untracked } from '@angular/core';
import type { Problem } from '../problem';
import { dialogOf, Unsaved } from './unsaved';

/** What the fields of a form share: the draft they read and write, and what the API said about it. A `StaleEdit` is one as well. */
export interface Form<Draft extends object> {
  readonly draft: Signal<Draft>;
  readonly problem: Signal<Problem | null>;
  /** Something is written that is not saved: leaving asks first. Missing from what is only looked through, such as filters. */
  readonly changed?: Signal<boolean>;
  patch(over: Partial<Draft>): void;
}

/** A form on something that is not there yet. */
interface NewForm<Draft extends object> extends Form<Draft> {
  /** Back to how it began, as when a dialog opens again. */
  reset(): void;
  /** What is written has been kept, so that the page may be left. */
  saved(): void;
}

/** What else changes when a field does: the venue brings its nation. What is patched along with the field wins. */
export type Follow<Draft extends object> = { readonly [Name in keyof Draft]?: (value: Draft[Name], draft: Draft) => Partial<Draft> };

/**
 * A draft as people type it, under the names that the API's contract has for its fields. A `start` that reads signals begins anew when
 * they change. `asks: false`: what is written need not be kept, as in a filter or where somebody signs in. Call where fields are made.
 */
export function formOf<Draft extends object>(
  start: Draft | (() => Draft),
  about: { problem?: () => Problem | null; follow?: Follow<Draft>; asks?: boolean } = {},
): NewForm<Draft> {
  const first = typeof start === 'function' ? start : () => start;
  const draft = linkedSignal(first);
  const kept = linkedSignal(first);
  return {
    draft: draft.asReadonly(),
    problem: computed(() => about.problem?.() ?? null),
    ...(about.asks === false ? {} : { changed: computed(() => differs(draft(), kept())) }),
    patch: (over) => draft.update((before) => patched(before, over, about.follow)),
    reset: () => {
      draft.set(untracked(first));
      kept.set(untracked(first));
    },
    saved: () => kept.set(untracked(draft)),
  };
}

/** Whether two drafts say something else. A number that cannot be read is not an empty one. */
export function differs(one: unknown, other: unknown): boolean {
  const told = (draft: unknown) => JSON.stringify(draft, (_, value: unknown) => (Number.isNaN(value) ? 'not a number' : value));
  return told(one) !== told(other);
}

/** The draft with what was written, and with what follows from that. */
export function patched<Draft extends object>(draft: Draft, over: Partial<Draft>, follow: Follow<Draft> = {}): Draft {
  const next = { ...draft, ...over };
  const along = (Object.keys(over) as (keyof Draft)[]).map((name) => follow[name]?.(next[name], next));
  return Object.assign({}, next, ...along, over) as Draft;
}

/**
 * `<form [appForm]="form" (submitted)="save.run()">`: every field inside finds its value and its problem by its name, and the error summary
 * what to say. A name is a path: `rooms-0-name` is `draft.rooms[0].name`, and what the API points at with `/rooms/0/name`.
 */
@Directive({ selector: '[appForm]' })
export class FormContext<Draft extends object = object> {
  readonly appForm = input.required<Form<Draft>>();
  readonly submitted = output();

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    inject(Unsaved).watch(() => (this.appForm().changed?.() ?? false) && isShown(element), element);
    if (!(element instanceof HTMLFormElement)) return;
    element.noValidate = true;
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submitted.emit();
    });
  }

  /** The value of a field. A name that the draft does not have is a mistake of ours, and nothing typed there would be saved. */
  read(name: string): unknown {
    const draft = this.appForm().draft();
    return pathOf(draft, name).reduce((at, key) => (at as Record<string, unknown>)[key], draft as unknown);
  }

  write(name: string, value: unknown): void {
    const form = this.appForm();
    const draft = untracked(form.draft);
    const [field = '', ...rest] = pathOf(draft, name);
    form.patch({ [field]: withValue((draft as Record<string, unknown>)[field], rest, value) } as Partial<Draft>);
  }
}

/** What is written in a dialog that is closed, and has nothing in it any more, has been given up. */
function isShown(element: Element): boolean {
  return element.isConnected && (dialogOf(element)?.open ?? true);
}

/** Keys may hold dashes themselves, as ids do: the longest key that is there is taken. */
function pathOf(draft: object, name: string): string[] {
  const path: string[] = [];
  let at: unknown = draft;
  let rest = name.split('-');
  while (rest.length > 0) {
    const length = rest.map((_, index) => rest.length - index).find((many) => isIn(at, rest.slice(0, many).join('-')));
    if (length === undefined) throw new Error(`A form has no value for its field "${name}"`);
    const key = rest.slice(0, length).join('-');
    path.push(key);
    at = (at as Record<string, unknown>)[key];
    rest = rest.slice(length);
  }
  return path;
}

const isIn = (holder: unknown, key: string): boolean => typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key);

function withValue(holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = withValue((holder as Record<string, unknown>)[key], rest, value);
  return Array.isArray(holder)
    ? holder.map((one, index) => (String(index) === key ? inner : (one as unknown)))
    : { ...(holder as object), [key]: inner };
}
