import type { HttpResourceRef } from '@angular/common/http';
import { computed, type Signal } from '@angular/core';
import { many } from '@waymark/shared/kernel/words';
import { type Form, formOf } from '@waymark/shared/ui/form/form';
import type { Chip } from '@waymark/shared/ui/list-bar/list-bar';
import type { CountedPage } from '@waymark/shared/ui/pagination/pagination';
import type { Problem } from '@waymark/shared/ui/problem';
import { readingProblem } from './problems';
import { urlState, type UrlState } from './url-state';

type Values = Record<string, string | readonly string[]>;

/** What a page that lists something is made of, besides its columns and its filters. */
interface ListPage<State extends Values, Filters extends Values, Page extends CountedPage> {
  /** Filters, order, columns and page, as the address has them. */
  readonly url: UrlState<State>;
  /** The filters as they are chosen: they take effect with `apply`. */
  readonly filters: Form<Filters>;
  /** The filters in effect, each to be taken off. */
  readonly chips: Signal<readonly Chip[]>;
  /** The page read last; undefined while it is on its way, and when it could not be read. */
  readonly page: Signal<Page | undefined>;
  readonly rows: Signal<Page['items']>;
  /** "12 people", or "People" while nobody knows how many. */
  readonly heading: Signal<string>;
  readonly busy: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  /** There is nothing to list, and no filter is to blame. */
  readonly nothing: Signal<boolean>;
  apply(): void;
  remove(chip: string): void;
  again(): void;
}

/**
 * A list with its state in the address. Call where fields are made.
 * @param about `what` is listed, one and many; `view` is what takes effect at once, such as order and columns; `chips` say the value of a
 *   filter in words, and nothing where it filters nothing; `read` asks the API for what the address says.
 */
export function listPage<Filters extends Values, Page extends CountedPage, View extends Values = Record<never, never>>(about: {
  what: readonly [one: string, many: string];
  filters: Filters;
  view?: View;
  chips?: { readonly [Name in keyof Filters]?: (value: string) => string };
  heading?: (page: Page) => string;
  read: (asked: () => Filters & View & { after: string | undefined }) => HttpResourceRef<Page | undefined>;
}): ListPage<Filters & View, Filters, Page> {
  const names = Object.keys(about.filters) as (keyof Filters & string)[];
  const url = urlState<Filters & View>({ ...about.filters, ...about.view } as Filters & View);
  const resource = about.read(() => ({ ...url.value(), after: url.after() }));
  const page = computed(() => (resource.hasValue() ? (resource.value() as Page) : undefined));
  const filters = formOf(() => Object.fromEntries(names.map((name) => [name, url.value()[name]])) as unknown as Filters, { asks: false });
  const chips = computed(() =>
    names.flatMap((name) =>
      [url.value()[name] as string | readonly string[]].flat().flatMap((value: string) => {
        const label = value && about.chips?.[name]?.(value);
        return label ? [{ id: `${name}:${value}`, label }] : [];
      }),
    ),
  );
  const countWords = ({ total }: Page): string => {
    const { count, more } = typeof total === 'object' ? total : { count: total, more: false };
    return many(count, ...about.what, more);
  };

  return {
    url,
    filters,
    chips,
    page,
    rows: computed(() => page()?.items ?? []),
    heading: computed(() => {
      const read = page();
      return read ? (about.heading ?? countWords)(read) : about.what[1].charAt(0).toUpperCase() + about.what[1].slice(1);
    }),
    busy: computed(() => resource.isLoading()),
    problem: computed(() => (resource.error() ? readingProblem(resource.error()) : null)),
    nothing: computed(() => page()?.items.length === 0 && url.changed(names) === 0 && !url.hasPrevious()),
    apply: () =>
      url.set(
        Object.fromEntries(
          Object.entries(filters.draft()).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : [...value]]),
        ) as Partial<Filters & View>,
      ),
    remove(chip) {
      const name = chip.slice(0, chip.indexOf(':'));
      const [value, before] = [chip.slice(name.length + 1), url.value()[name]!];
      url.set({ [name]: typeof before === 'string' ? '' : before.filter((one) => one !== value) } as Partial<Filters & View>);
    },
    again: () => void resource.reload(),
  };
}
