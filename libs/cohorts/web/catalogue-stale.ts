import { Component, computed, effect, input, output, signal } from '@angular/core';
import type { Problem } from '@waymark/shared/ui/problem';
import { StaleWriteDialog, type FieldClash } from '@waymark/shared/ui/stale-write-dialog';
import { toWall, wallTime } from '@waymark/shared/kernel/wall-clock';

/** A field of a form that can be in dispute, and how its value reads. */
export interface StaleField {
  name: string;
  label: string;
  words?: (value: never) => string;
}

/** What to send after a choice: the version that is there now, and the other person's value of every field given up. */
export interface StaleChoice {
  version: number;
  theirs: Record<string, unknown>;
}

interface StaleProblem extends Problem {
  current?: { version: number; changedBy: string | null; changedAt: string | null; values: Record<string, unknown> };
}

/** Opens when a save was refused because somebody else saved first. */
@Component({
  selector: 'app-catalogue-stale',
  imports: [StaleWriteDialog],
  template: `
    @if (current(); as current) {
      <app-stale-write-dialog
        [(open)]="open"
        [who]="current.changedBy ?? 'Somebody'"
        [at]="at()"
        [clashes]="clashes()"
        [busy]="busy()"
        (chosen)="choose($event)"
      />
    }
  `,
})
export class CatalogueStale {
  readonly problem = input.required<Problem | null>();
  readonly yours = input.required<object>();
  readonly fields = input.required<readonly StaleField[]>();
  readonly busy = input(false);
  readonly chosen = output<StaleChoice>();

  protected readonly open = signal(false);
  protected readonly current = computed(() => (this.problem() as StaleProblem | null)?.current);
  protected readonly at = computed(() => {
    const at = this.current()?.changedAt;
    return at ? wallTime(toWall(new Date(at))) : 'the same time';
  });
  /** Only what differs is in dispute. */
  protected readonly clashes = computed<FieldClash[]>(() => {
    const [theirs, yours] = [this.current()?.values ?? {}, this.yours() as Record<string, unknown>];
    return this.fields()
      .filter(({ name }) => name in theirs && JSON.stringify(theirs[name]) !== JSON.stringify(yours[name]))
      .map(({ name, label, words = String }) => ({
        name,
        label,
        theirs: words(theirs[name] as never),
        yours: words(yours[name] as never),
      }));
  });

  constructor() {
    effect(() => this.open.set(this.current() !== undefined));
  }

  protected choose(kept: Record<string, 'yours' | 'theirs'>): void {
    const { version, values } = this.current()!;
    const given = Object.keys(kept).filter((name) => kept[name] === 'theirs');
    this.open.set(false);
    this.chosen.emit({ version, theirs: Object.fromEntries(given.map((name) => [name, values[name]])) });
  }
}
