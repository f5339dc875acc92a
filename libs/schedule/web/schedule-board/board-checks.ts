import { Component, computed, inject, input, output } from '@angular/core';
import { BoardIcon } from './board-icon';
import { Carrying } from './carrying';
import { BoardClash, BoardRepair, BoardSeverity } from './board-model';

const WORD: Record<BoardSeverity, string> = { block: 'Clash', warn: 'Warning', info: 'Note' };
const ORDER: Record<BoardSeverity, number> = { block: 0, warn: 1, info: 2 };

/** 'Welcome', with where it is and where it would be in words. */
export interface RepairStep {
  title: string;
  from: string;
  to: string;
}

/** Every clash with what repairs it, shown before it is done; those somebody accepted stay, with the reason. */
@Component({
  selector: 'app-board-checks',
  imports: [BoardIcon],
  templateUrl: './board-checks.html',
})
export class BoardChecks {
  readonly clashes = input.required<readonly BoardClash[]>();
  /** What was not checked: 'Bank holidays are known until 31 December 2028, so days after that were not checked against any'. */
  readonly unchecked = input('');
  readonly canEdit = input(false);
  /** What would be where after the repair that is looked at. */
  readonly outcome = input<readonly RepairStep[]>([]);

  /** Somebody would see a repair before they choose it, or no longer. */
  readonly previewAsked = output<{ clash: BoardClash; repair: BoardRepair } | null>();
  readonly repaired = output<{ clash: BoardClash; repair: BoardRepair }>();
  readonly overrideAsked = output<BoardClash>();
  readonly shown = output<BoardClash>();

  protected readonly word = WORD;
  private readonly carrying = inject(Carrying);
  protected readonly open = computed(() =>
    this.clashes()
      .filter((clash) => !clash.overridden)
      .sort((one, other) => ORDER[one.severity] - ORDER[other.severity]),
  );
  protected readonly accepted = computed(() => this.clashes().filter((clash) => clash.overridden));
  protected readonly blocks = computed(() => this.open().filter((clash) => clash.severity === 'block').length);
  protected readonly warnings = computed(() => this.open().filter((clash) => clash.severity === 'warn').length);

  protected isPreviewed(clash: BoardClash, { label }: BoardRepair): boolean {
    const previewed = this.carrying.previewed();
    return previewed?.key === clash.key && previewed.repair.label === label;
  }
}
