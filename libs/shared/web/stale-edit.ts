import { computed, linkedSignal, signal, type Signal, type WritableSignal } from '@angular/core';
import { longDate } from '@waymark/shared/kernel/dates';
import { toWall, wallDate, wallTime } from '@waymark/shared/kernel/wall-clock';
import { differs, type Follow, type Form, patched } from '@waymark/shared/ui/form/form';
import type { Problem } from '@waymark/shared/ui/problem';
import type { FieldClash } from '@waymark/shared/ui/stale-write-dialog/stale-write-dialog';
import { action } from './action';

/** What a 409 `stale` says besides its title: who saved when, and what is there now. */
interface StaleProblem extends Problem {
  current?: { version: number; changedBy: string | null; changedAt: string | null; values: unknown };
}

type Field<Draft> = keyof Draft & string;
/** Fields that follow another one wherever it goes, as the name of a cohort follows its id. */
type Along<Draft> = Partial<Record<Field<Draft>, readonly Field<Draft>[]>>;

/** A form on something that others may be editing too. */
export interface StaleEdit<Draft extends object> extends Form<Draft> {
  readonly draft: Signal<Draft>;
  /** Something is written that is not saved. */
  readonly changed: Signal<boolean>;
  readonly busy: Signal<boolean>;
  /** Why it was not saved; a stale write is not among it, the dialog says that. */
  readonly problem: Signal<Problem | null>;
  readonly open: WritableSignal<boolean>;
  readonly who: Signal<string>;
  readonly at: Signal<string>;
  readonly clashes: Signal<readonly FieldClash[]>;
  set(draft: Draft): void;
  patch(over: Partial<Draft>): void;
  save(): Promise<boolean>;
  choose(kept: Record<string, 'yours' | 'theirs'>): Promise<boolean>;
  /** Forgets what was written and what went wrong, as when a dialog opens again. */
  reset(): void;
}

/**
 * Saves a draft of what was read. When somebody else saved first, what only they changed is taken over, what only the reader changed is
 * kept, and the reader is asked about fields that both changed; where there are none, the draft is saved again at once. The same holds when
 * the page reads anew while somebody writes: nothing they typed is lost. Call where fields are made.
 */
export function staleEdit<View extends { version: number; id?: string }, Draft extends object>(about: {
  view: Signal<View | undefined>;
  draftOf: (view: View | undefined) => Draft;
  labels: Partial<Record<Field<Draft>, string>>;
  along?: Along<Draft>;
  follow?: Follow<Draft>;
  /** A field as the page shows it. */
  words?: (field: Field<Draft>, draft: Draft, view: View) => string;
  send: (draft: Draft, version: number) => Promise<unknown>;
}): StaleEdit<Draft> {
  const { draftOf, labels, along = {}, words = (field, draft) => String(draft[field] ?? '') } = about;
  /** `saved`: what is read next is what was written here, however the server spells it. */
  interface State {
    base: View | undefined;
    draft: Draft;
    saved: boolean;
  }
  const fresh = (view: View | undefined): State => ({ base: view, draft: draftOf(view), saved: false });
  const state = linkedSignal<View | undefined, State>({
    source: about.view,
    computation: (view, previous) => {
      const before = previous?.value;
      if (!view || !before?.base || before.saved || before.base.id !== view.id) return fresh(view);
      const { draft, both } = mergeDrafts(draftOf(before.base), before.draft, draftOf(view), along);
      // What both changed is left as it was read, so that saving asks about it.
      return both.length > 0 ? before : { base: view, draft, saved: false };
    },
  });
  const draft = computed(() => state().draft);
  const set = (next: Draft): void => state.update((all) => ({ ...all, draft: next, saved: false }));
  const said = signal({ who: '', at: '' });
  const clashes = signal<readonly FieldClash[]>([]);
  const theirs = signal<{ view: View; draft: Draft; merged: Draft } | null>(null);
  const open = signal(false);
  const work = action(async () => about.send(draft(), state().base?.version ?? 0));
  const staleNow = () => (work.problem() as StaleProblem | null)?.current;

  async function save(): Promise<boolean> {
    const { base, draft: mine } = state();
    if (await work.run()) {
      const view = about.view();
      state.set(view === base ? { base, draft: draft(), saved: true } : fresh(view));
      return true;
    }
    const now = staleNow();
    if (!now || !base) return false;
    // What an answer leaves out is as it was.
    const view = { ...base, ...(now.values as Partial<View>), version: now.version };
    const other = draftOf(view);
    const { draft: merged, both } = mergeDrafts(draftOf(base), mine, other, along);
    if (both.length === 0) {
      state.set({ base: view, draft: merged, saved: false });
      return save();
    }
    theirs.set({ view, draft: other, merged });
    said.set({ who: now.changedBy ?? 'Someone else', at: now.changedAt ? momentWords(now.changedAt) : 'the same time' });
    clashes.set(
      both.map((name) => ({ name, label: labels[name] ?? name, theirs: words(name, other, view), yours: words(name, mine, base) })),
    );
    open.set(true);
    return false;
  }

  return {
    draft,
    changed: computed(() => !state().saved && differs(draft(), draftOf(state().base))),
    busy: work.busy,
    problem: computed(() => (staleNow() ? null : work.problem())),
    open,
    who: computed(() => said().who),
    at: computed(() => said().at),
    clashes: clashes.asReadonly(),
    set,
    patch: (over) => set(patched(draft(), over, about.follow)),
    save,
    choose(kept) {
      const there = theirs();
      if (there) {
        const given = Object.keys(kept).filter((field) => kept[field] === 'theirs') as Field<Draft>[];
        state.set({ base: there.view, draft: taken(there.merged, there.draft, given, along), saved: false });
      }
      open.set(false);
      return save();
    },
    reset() {
      work.clear();
      state.set(fresh(about.view()));
    },
  };
}

/**
 * What two people made of the same thing: every field that only they changed is theirs, every other one mine.
 * @returns `both`: the fields that both changed, and differently; they stay mine
 */
export function mergeDrafts<Draft extends object>(
  before: Draft,
  mine: Draft,
  theirs: Draft,
  along: Along<Draft> = {},
): { draft: Draft; both: Field<Draft>[] } {
  const followers = new Set(Object.values<readonly string[] | undefined>(along).flat());
  const fields = (Object.keys(before) as Field<Draft>[]).filter((field) => !followers.has(field));
  const of = (draft: Draft, field: Field<Draft>): string =>
    JSON.stringify([field, ...(along[field] ?? [])].map((one) => draft[one]) as unknown[]);
  const changed = fields.filter((field) => of(theirs, field) !== of(before, field) && of(theirs, field) !== of(mine, field));
  const both = changed.filter((field) => of(mine, field) !== of(before, field));
  const only = changed.filter((field) => !both.includes(field));
  return { draft: taken(mine, theirs, only, along), both };
}

function taken<Draft extends object>(mine: Draft, theirs: Draft, fields: readonly Field<Draft>[], along: Along<Draft>): Draft {
  const all = fields.flatMap((field) => [field, ...(along[field] ?? [])]);
  return { ...mine, ...Object.fromEntries(all.map((field) => [field, theirs[field]])) };
}

/** "13:15 on 24 June 2027". */
function momentWords(iso: string): string {
  const minute = toWall(new Date(iso));
  return `${wallTime(minute)} on ${longDate(wallDate(minute))}`;
}
