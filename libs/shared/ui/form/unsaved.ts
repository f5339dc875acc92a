import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** What is written on the page and not saved. Leaving the page asks first. */
@Injectable({ providedIn: 'root' })
export class Unsaved {
  private readonly forms = new Map<() => boolean, Element | null>();
  private answer: ((leaves: boolean) => void) | null = null;
  /** True while the reader is asked whether to leave. */
  readonly asking = signal(false);
  /** What they would leave: the page, or a dialog on it. */
  readonly leaving = signal<'page' | 'dialog'>('page');

  /** Looks after a form for as long as what calls this is there. Call where fields are made. */
  watch(changed: () => boolean, element: Element | null = null): void {
    this.forms.set(changed, element);
    inject(DestroyRef).onDestroy(() => this.forms.delete(changed));
  }

  get some(): boolean {
    return [...this.forms.keys()].some((changed) => changed());
  }

  /** Whether the page may be left: at once, or when the reader says so. */
  mayLeave(): boolean | Promise<boolean> {
    return this.some ? this.ask('page') : true;
  }

  /** Something is written in this dialog that would be given up with it. */
  someIn(dialog: Element): boolean {
    return [...this.forms].some(([changed, element]) => element !== null && dialogOf(element) === dialog && changed());
  }

  /** Asks before a dialog is given up with what is written in it. */
  mayClose(): Promise<boolean> {
    return this.ask('dialog');
  }

  private ask(leaving: 'page' | 'dialog'): Promise<boolean> {
    this.answer?.(false);
    this.leaving.set(leaving);
    this.asking.set(true);
    return new Promise((resolve) => (this.answer = resolve));
  }

  decide(leaves: boolean): void {
    this.asking.set(false);
    this.answer?.(leaves);
    this.answer = null;
  }
}

/** The dialog that a form stands in, or is; one that only stands in the form is another matter. */
export function dialogOf(element: Element): HTMLDialogElement | null {
  return element.closest?.('dialog') ?? element.querySelector?.<HTMLDialogElement>(':scope > dialog') ?? null;
}
