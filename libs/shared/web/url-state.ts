import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type ParamMap, Router } from '@angular/router';

type Value = string | readonly string[];
type State = Record<string, Value>;

export interface UrlState<S extends State> {
  readonly value: Signal<S>;
  /** Writes what changed into the address. Anything but paging starts again at the first page. */
  set(patch: Partial<S>): void;
  /** Back to the defaults. */
  clear(): void;
  /** How many of these differ from their default; for the count on a filter button. */
  changed(names: readonly (keyof S)[]): number;
  readonly hasPrevious: Signal<boolean>;
  /** Keyset paging: `after` is the cursor that the API's `next` gave. */
  nextPage(after: string): void;
  previousPage(): void;
  firstPage(): void;
  /** The cursor of the page shown, for the API's `after`. */
  readonly after: Signal<string | undefined>;
}

/**
 * A list's state (search, filters, sort, columns, page) in the address, so that it can be kept, shared and gone back to.
 * Call where fields are made. Lists are repeated parameters; what equals its default is left out.
 */
export function urlState<S extends State>(defaults: S): UrlState<S> {
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const query = toSignal(route.queryParamMap, { requireSync: true });
  const value = computed(() => read(query(), defaults));
  // The cursors of the pages gone through, so that "Previous" is possible where the API only goes forward.
  const trail = computed(() => query().getAll('page'));

  const go = (params: Record<string, Value | null>) =>
    void router.navigate([], { relativeTo: route, queryParams: params, queryParamsHandling: 'merge', scroll: 'manual' });
  const written = (patch: Partial<S>): Record<string, Value | null> =>
    Object.fromEntries(
      Object.entries(patch).map(([name, is]) => [
        name,
        same(is as Value, defaults[name] as Value) ? null : Array.isArray(is) && is.length === 0 ? [''] : (is as Value),
      ]),
    );

  return {
    value,
    set: (patch) => go({ ...written(patch), page: null }),
    clear: () => go({ ...written(defaults), page: null }),
    changed: (names) => names.filter((name) => !same(value()[name] as Value, defaults[name] as Value)).length,
    hasPrevious: computed(() => trail().length > 0),
    after: computed(() => trail().at(-1)),
    nextPage: (after) => go({ page: [...trail(), after] }),
    previousPage: () => go({ page: trail().slice(0, -1) }),
    firstPage: () => go({ page: null }),
  };
}

function read<S extends State>(query: ParamMap, defaults: S): S {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, usual]) => {
      if (!query.has(name)) return [name, usual];
      return [name, Array.isArray(usual) ? query.getAll(name).filter((one) => one !== '') : (query.get(name) ?? '')];
    }),
  ) as S;
}

function same(a: Value, b: Value): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((one, index) => one === b[index]) : a === b;
}
