import { computed, linkedSignal, signal, type Signal, type WritableSignal } from '@angular/core';
import { toWall, wallDate, wallTime } from '@waymark/shared/kernel/wall-clock';
import type { Problem } from '@waymark/shared/ui/problem';
import type { FieldClash } from '@waymark/shared/ui/stale-write-dialog';
import { action } from '@waymark/shared/web/action';
import { dayOf } from './words';

/** What a 409 `stale` says besides its title: who saved when, and what is there now. */
interface StaleProblem extends Problem {
  current?: { version: number; changedBy: string | null; changedAt: string | null; values: unknown };
}

/** A form on something that others may be editing too. */
export interface StaleEdit<Draft> {
  readonly draft: WritableSignal<Draft>;
  readonly busy: Signal<boolean>;
  /** Why it was not saved; a stale write is not among it, the dialog says that. */
  readonly problem: Signal<Problem | null>;
  readonly open: WritableSignal<boolean>;
  readonly who: Signal<string>;
  readonly at: Signal<string>;
  readonly clashes: Signal<readonly FieldClash[]>;
  save(): Promise<boolean>;
  choose(kept: Record<string, 'yours' | 'theirs'>): Promise<boolean>;
}

/**
 * Saves a draft of what was read. When somebody else saved first, what only they changed is taken over, what only the reader changed is
 * kept, and the reader is asked about fields that both changed; where there are none, the draft is saved again at once.
 * Call where fields are made.
 */
export function staleEdit<View extends { version: number }, Draft extends object>(about: {
  view: Signal<View | undefined>;
  draftOf: (view: View | undefined) => Draft;
  labels: Record<keyof Draft & string, string>;
  /** A field as the page shows it. */
  words?: (field: keyof Draft & string, draft: Draft, view: View) => string;
  send: (draft: Draft, version: number) => Promise<unknown>;
}): StaleEdit<Draft> {
  const { draftOf, labels, words = (field, draft) => String(draft[field] ?? '') } = about;
  const base = linkedSignal(() => about.view());
  const draft = linkedSignal(() => draftOf(about.view()));
  const said = signal({ who: '', at: '' });
  const clashes = signal<readonly FieldClash[]>([]);
  const theirs = signal<Draft | null>(null);
  const open = signal(false);
  const work = action(async () => about.send(draft(), base()?.version ?? 0));
  const staleNow = () => (work.problem() as StaleProblem | null)?.current;

  async function save(): Promise<boolean> {
    const mineView = base();
    if (await work.run()) return true;
    const now = staleNow();
    if (!now || !mineView) return false;
    const view = { ...(now.values as View), version: now.version };
    const [before, mine, other] = [draftOf(mineView), draft(), draftOf(view)];
    const fields = Object.keys(labels) as (keyof Draft & string)[];
    const both = fields.filter(
      (field) => !same(mine[field], before[field]) && !same(other[field], before[field]) && !same(mine[field], other[field]),
    );
    base.set(view);
    // `linkedSignal` follows its source only: what is set here stays until the page reads anew.
    draft.set({ ...mine, ...Object.fromEntries(fields.filter((field) => same(mine[field], before[field])).map((f) => [f, other[f]])) });
    if (both.length === 0) return save();
    theirs.set(other);
    said.set({ who: now.changedBy ?? 'Somebody', at: now.changedAt ? momentWords(now.changedAt) : 'the same time' });
    clashes.set(both.map((name) => ({ name, label: labels[name], theirs: words(name, other, view), yours: words(name, mine, mineView) })));
    open.set(true);
    return false;
  }

  return {
    draft,
    busy: work.busy,
    problem: computed(() => (staleNow() ? null : work.problem())),
    open,
    who: computed(() => said().who),
    at: computed(() => said().at),
    clashes: clashes.asReadonly(),
    save,
    choose(kept) {
      const other = theirs();
      if (other)
        draft.update((all) => ({
          ...all,
          ...Object.fromEntries(
            Object.entries(kept).flatMap(([field, side]) => (side === 'theirs' ? [[field, other[field as keyof Draft]]] : [])),
          ),
        }));
      open.set(false);
      return save();
    },
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** "13:15 on 24 June 2027". */
function momentWords(iso: string): string {
  const minute = toWall(new Date(iso));
  return `${wallTime(minute)} on ${dayOf(wallDate(minute))}`;
}
