import { Component, computed, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import { BoardIcon } from './board-icon';
import { DayLayout, rowsOf } from './board-layout';
import { BoardPlace, BoardSession } from './board-model';
import { clock } from './board-words';
import { Carrying } from './carrying';

/**
 * Where the carried session would land on this day, with its verdict, and where those of a repair would that somebody looks at. A picture of
 * what is said in words elsewhere.
 */
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
    @for (spot of previewed(); track $index) {
      <div
        class="landing landing--info"
        [style.grid-column]="spot.column + ' / ' + (spot.column + 1)"
        [style.--from]="spot.from"
        [style.--rows]="spot.rows"
      >
        <b class="digits">{{ spot.time }}</b> {{ spot.title }}
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
    return held && at ? this.spotOf(held.session, at) : null;
  });
  protected readonly previewed = computed(
    () => this.carrying.previewed()?.steps.flatMap(({ session, to }) => this.spotOf(session, to) ?? []) ?? [],
  );

  constructor() {
    // With the keyboard the focus stays on the block, so the board has to follow the mark; a pointer scrolls for itself.
    effect(() => {
      const mark = this.mark();
      if (mark && this.spot() && this.carrying.held()?.by === 'keys')
        mark.nativeElement.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    });
  }

  private spotOf(session: BoardSession, at: BoardPlace) {
    const { day, columns, shown } = this.layout();
    const column = at.day === day.date ? columns.findIndex((one) => one.room.id === at.roomId) : -1;
    if (column < 0) return null;
    return {
      column: column + 2,
      title: session.title,
      time: clock(at.start),
      ...rowsOf({ start: at.start, end: at.start + session.end - session.start }, shown.start),
    };
  }
}
