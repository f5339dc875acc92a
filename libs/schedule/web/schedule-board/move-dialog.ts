import { Component, computed, input, output, signal } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { BoardIcon } from './board-icon';
import { BoardDay, BoardJudge, BoardMove, BoardPlace, BoardRoom, BoardSession } from './board-model';
import { firstPlace, fitted, startTimes } from './board-moves';
import { clock, verdictWords } from './board-words';

/** Moves or places one session by choosing from three lists: no dragging, no keyboard needed. Says at once what the choice would mean. */
@Component({
  selector: 'app-move-dialog',
  imports: [BoardIcon, Button, Dialog, FormContext],
  templateUrl: './move-dialog.html',
})
export class MoveDialog {
  readonly days = input.required<readonly BoardDay[]>();
  readonly rooms = input.required<readonly BoardRoom[]>();
  readonly judge = input.required<BoardJudge>();

  readonly chosen = output<{ session: BoardSession; move: BoardMove }>();

  protected readonly opened = signal(false);
  protected readonly session = signal<BoardSession | null>(null);
  /** Where it would stand: begins with where it is, or for one that has no place with the first there is. */
  protected readonly form = formOf<BoardPlace>({ day: null, start: 0, roomId: null });
  protected readonly place = this.form.draft;
  protected readonly clock = clock;

  private readonly minutes = computed(() => {
    const session = this.session();
    return session ? session.end - session.start : 0;
  });
  protected readonly placing = computed(() => this.session()?.day === null);
  protected readonly starts = computed(() => {
    const { day: date, start } = this.place();
    const day = this.days().find((one) => one.date === date);
    return day ? startTimes(day, this.minutes(), start) : [];
  });
  protected readonly verdict = computed(() => {
    const session = this.session();
    const place = this.place();
    return session && place.day !== null ? this.judge()({ sessionId: session.id, ...place }) : null;
  });
  protected readonly words = computed(() => {
    const verdict = this.verdict();
    return verdict ? verdictWords(verdict) : 'The session will go back to the list of sessions not on the schedule.';
  });
  /** Nothing to do: it is there already. */
  protected readonly same = computed(() => {
    const session = this.session();
    const { day, start, roomId } = this.place();
    return !!session && session.day === day && (day === null || (session.start === start && session.roomId === roomId));
  });

  open(session: BoardSession): void {
    this.session.set(session);
    this.form.patch(
      session.day === null
        ? firstPlace({ days: this.days(), rooms: this.rooms() })
        : { day: session.day, start: session.start, roomId: session.roomId },
    );
    this.form.saved();
    this.opened.set(true);
  }

  protected chooseDay(event: Event): void {
    const date = (event.target as HTMLSelectElement).value || null;
    const day = this.days().find((one) => one.date === date);
    const { start } = this.place();
    this.form.patch({ day: date, start: day ? fitted(start, this.minutes(), day) : start });
  }

  protected chooseStart(event: Event): void {
    this.form.patch({ start: Number((event.target as HTMLSelectElement).value) });
  }

  protected chooseRoom(event: Event): void {
    this.form.patch({ roomId: (event.target as HTMLSelectElement).value || null });
  }

  protected confirm(): void {
    const session = this.session();
    const same = this.same();
    this.opened.set(false);
    if (session && !same) this.chosen.emit({ session, move: { sessionId: session.id, ...this.place() } });
  }
}
