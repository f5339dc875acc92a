import { Component, computed, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import { BoardIcon } from './board-icon';
import { DayLayout, rowsOf } from './board-layout';
import { clock } from './board-words';
import { Carrying } from './carrying';

/** Where the carried session would land on this day, with its verdict. A picture of what the live region says. */
@Component({
  selector: 'app-board-landing',
  imports: [BoardIcon],
  template: `
    @if (spot(); as spot) {
      <div
        #mark
        class="landing"
        [class]="'landing--' + verdict().severity"
        [style.grid-column]="spot.column + ' / ' + (spot.column + 1)"
        [style.--from]="spot.from"
        [style.--rows]="spot.rows"
      >
        <app-board-icon [name]="verdict().severity" [size]="16" /> <b class="digits">{{ spot.time }}</b> {{ spot.title }}
      </div>
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class BoardLanding {
  readonly layout = input.required<DayLayout>();

  private readonly carrying = inject(Carrying);
  private readonly mark = viewChild<ElementRef<HTMLElement>>('mark');
  protected readonly verdict = this.carrying.verdict;

  protected readonly spot = computed(() => {
    const held = this.carrying.held();
    const at = this.carrying.at();
    const { day, columns, shown } = this.layout();
    const column = at && at.day === day.date ? columns.findIndex((one) => one.room.id === at.roomId) : -1;
    if (!held || !at || column < 0) return null;
    return {
      column: column + 2,
      title: held.session.title,
      time: clock(at.start),
      ...rowsOf({ start: at.start, end: at.start + this.carrying.minutes() }, shown.start),
    };
  });

  constructor() {
    // With the keyboard the focus stays on the block, so the board has to follow the mark; a pointer scrolls for itself.
    effect(() => {
      const mark = this.mark();
      if (mark && this.spot() && this.carrying.held()?.by === 'keys')
        mark.nativeElement.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    });
  }
}
