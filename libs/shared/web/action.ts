import { signal, type Signal } from '@angular/core';
import type { Problem } from '@waymark/shared/ui/problem';
import { problemFrom } from './problems';

/** A button's work: busy while it runs, and the API's problem when it is refused. */
interface Action<Args extends unknown[]> {
  /** True when the work was done; false when it was refused, or is still running from the press before. */
  run(...args: Args): Promise<boolean>;
  /** Forgets the last problem, as when a dialog opens again. */
  clear(): void;
  readonly busy: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
}

export function action<Args extends unknown[]>(work: (...args: Args) => Promise<unknown>): Action<Args> {
  const busy = signal(false);
  const problem = signal<Problem | null>(null);
  return {
    busy: busy.asReadonly(),
    problem: problem.asReadonly(),
    clear: () => problem.set(null),
    async run(...args) {
      if (busy()) return false;
      busy.set(true);
      problem.set(null);
      try {
        await work(...args);
        return true;
      } catch (error) {
        problem.set(problemFrom(error));
        return false;
      } finally {
        busy.set(false);
      }
    },
  };
}
