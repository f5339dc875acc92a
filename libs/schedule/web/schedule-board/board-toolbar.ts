import { Component, computed, input, model, output } from '@angular/core';
import { BoardDay, BoardGroup, BoardView } from './board-model';
import { shortDay } from './board-words';

/** Views, days, group, undo, and what one does with the whole schedule. */
@Component({
  selector: 'app-board-toolbar',
  templateUrl: './board-toolbar.html',
})
export class BoardToolbar {
  readonly days = input.required<readonly BoardDay[]>();
  readonly groups = input.required<readonly BoardGroup[]>();
  /** Without room for columns the board is not offered. */
  readonly narrow = input(false);
  readonly canEdit = input(false);
  readonly canUndo = input(false);
  readonly canRedo = input(false);
  readonly saved = input('');
  readonly presence = input('');
  readonly view = model.required<BoardView>();
  readonly day = model<string | null>(null);
  readonly group = model<string | null>(null);

  readonly undo = output<void>();
  readonly redo = output<void>();
  readonly print = output<void>();
  readonly addSession = output<void>();
  readonly releaseAsked = output<void>();

  protected readonly shortDay = shortDay;
  protected readonly views = computed(() =>
    [
      { view: 'board' as const, word: 'Board' },
      { view: 'list' as const, word: 'List' },
      { view: 'person' as const, word: 'By person' },
    ].filter((one) => !this.narrow() || one.view !== 'board'),
  );
  protected readonly allDays = computed(() => (this.days().length === 2 ? 'Both days' : `All ${this.days().length} days`));

  protected chooseGroup(event: Event): void {
    this.group.set((event.target as HTMLSelectElement).value || null);
  }
}
