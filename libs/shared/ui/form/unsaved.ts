import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** What is written on the page and not saved. Leaving the page asks first. */
@Injectable({ providedIn: 'root' })
export class Unsaved {
  private readonly forms = new Set<() => boolean>();
  private answer: ((leaves: boolean) => void) | null = null;
  /** True while the reader is asked whether to leave. */
  readonly asking = signal(false);

  /** Looks after a form for as long as what calls this is there. Call where fields are made. */
  watch(changed: () => boolean): void {
    this.forms.add(changed);
    inject(DestroyRef).onDestroy(() => this.forms.delete(changed));
  }

  get some(): boolean {
    return [...this.forms].some((changed) => changed());
  }

  /** Whether the page may be left: at once, or when the reader says so. */
  mayLeave(): boolean | Promise<boolean> {
    if (!this.some) return true;
    this.answer?.(false);
    this.asking.set(true);
    return new Promise((resolve) => (this.answer = resolve));
  }

  decide(leaves: boolean): void {
    this.asking.set(false);
    this.answer?.(leaves);
    this.answer = null;
  }
}
