import { computed, DestroyRef, inject, signal, type Signal } from '@angular/core';
import type { Option } from '@waymark/shared/ui/field/options';

/** Long enough not to ask for every letter, short enough not to be noticed. */
const PAUSE_MS = 200;

/** What a combobox needs to search the API: nothing is asked before somebody comes to the field. */
export class SearchBox {
  private readonly wanted = signal<string | undefined>(undefined);
  private readonly typing = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What to ask for; undefined until the field has been visited. */
  readonly query = this.wanted.asReadonly();
  /** Something was typed that has not been asked for yet. */
  readonly waiting = this.typing.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  wake(): void {
    if (this.wanted() === undefined) this.wanted.set('');
  }

  type(text: string): void {
    clearTimeout(this.timer);
    this.typing.set(true);
    this.timer = setTimeout(() => {
      this.wanted.set(text.trim());
      this.typing.set(false);
    }, PAUSE_MS);
  }

  /** Only what answers the text in the box: who types and presses the arrow at once must not choose from an older answer. */
  options<Row>(found: Signal<readonly Row[] | undefined>, optionOf: (row: Row) => Option): Signal<readonly Option[]> {
    return computed(() => (this.typing() ? [] : (found() ?? []).map(optionOf)));
  }
}
