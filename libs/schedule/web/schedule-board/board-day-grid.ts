import { Component, computed, inject, input, output } from '@angular/core';
import { BoardBlock } from './board-block';
import { BoardLanding } from './board-landing';
import { DayLayout, Flag, heatStrips, inGroup } from './board-layout';
import { BoardSession } from './board-model';
import { clock, count, holdWords, span } from './board-words';
import { Carrying } from './carrying';

/** One day of the board: rooms as columns, quarter hours as rows. */
@Component({
  selector: 'app-board-day-grid',
  imports: [BoardBlock, BoardLanding],
  templateUrl: './board-day-grid.html',
})
export class BoardDayGrid {
  readonly layout = input.required<DayLayout>();
  readonly flags = input.required<ReadonlyMap<string, Flag>>();
  readonly canEdit = input(false);
  readonly group = input<string | null>(null);

  readonly opened = output<BoardSession>();
  readonly moveAsked = output<BoardSession>();

  private readonly carrying = inject(Carrying);
  protected readonly clock = clock;
  protected readonly span = span;
  protected readonly holdWords = holdWords;
  protected readonly inGroup = inGroup;

  protected readonly id = computed(() => `board-${this.layout().day.date}`);
  protected readonly facts = computed(() => {
    const { sessions, shown } = this.layout();
    return `${count(sessions.length, 'session', 'sessions')} · ${span(shown.start, shown.end)} · times are UK time`;
  });

  /** Tint for each column, once for each pick-up. */
  protected readonly heat = computed(() => {
    const heat = this.carrying.heat();
    const { day, columns, shown } = this.layout();
    return heat ? columns.map((column) => heatStrips(heat, day, column.room.id, shown.start)) : null;
  });
}
