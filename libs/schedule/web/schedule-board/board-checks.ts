import { Component, computed, input, output } from '@angular/core';
import { BoardIcon } from './board-icon';
import { BoardClash, BoardRepair, BoardSeverity } from './board-model';

const WORD: Record<BoardSeverity, string> = { block: 'Clash', warn: 'Warning', info: 'Note' };
const ORDER: Record<BoardSeverity, number> = { block: 0, warn: 1, info: 2 };

/** Every clash with what repairs it in one click; those somebody accepted stay, with the reason. */
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

  readonly repaired = output<{ clash: BoardClash; repair: BoardRepair }>();
  readonly overrideAsked = output<BoardClash>();
  readonly shown = output<BoardClash>();

  protected readonly word = WORD;
  protected readonly open = computed(() =>
    this.clashes()
      .filter((clash) => !clash.overridden)
      .sort((one, other) => ORDER[one.severity] - ORDER[other.severity]),
  );
  protected readonly accepted = computed(() => this.clashes().filter((clash) => clash.overridden));
  protected readonly blocks = computed(() => this.open().filter((clash) => clash.severity === 'block').length);
  protected readonly warnings = computed(() => this.open().filter((clash) => clash.severity === 'warn').length);
}
