import { computed, DestroyRef, inject, linkedSignal, signal, type Signal } from '@angular/core';
import type { Option } from '@waymark/shared/ui/options';

/** Long enough not to ask for every letter, short enough not to be noticed. */
const PAUSE_MS = 200;

/** What a combobox needs to search the API: nothing is asked before somebody comes to the field. */
export class SearchBox {
  private readonly wanted = signal<string | undefined>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What to ask for; undefined until the field has been visited. */
  readonly query = this.wanted.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  wake(): void {
    if (this.wanted() === undefined) this.wanted.set('');
  }

  type(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wanted.set(text.trim()), PAUSE_MS);
  }

  /** The last answer stays in sight while the next is on its way. */
  options<Row>(found: Signal<readonly Row[] | undefined>, optionOf: (row: Row) => Option): Signal<readonly Option[]> {
    const fresh = computed(() => found()?.map(optionOf));
    return linkedSignal<readonly Option[] | undefined, readonly Option[]>({
      source: fresh,
      computation: (now, before) => now ?? before?.value ?? [],
    });
  }
}
