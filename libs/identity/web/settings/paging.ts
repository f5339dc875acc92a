import { computed, linkedSignal, type Signal } from '@angular/core';

/** The cursors of the pages gone through in a panel, as the API only goes forward. Begins again when `of` changes. */
export function pagingOf(of: Signal<unknown>) {
  const gone = linkedSignal<unknown, string[]>({ source: of, computation: () => [] });
  return {
    after: computed(() => gone().at(-1)),
    hasPrevious: computed(() => gone().length > 0),
    nextPage: (after: string) => gone.update((all) => [...all, after]),
    previousPage: () => gone.update((all) => all.slice(0, -1)),
    firstPage: () => gone.set([]),
  };
}
