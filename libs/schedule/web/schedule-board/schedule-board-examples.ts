import { Component, computed, signal } from '@angular/core';
import { BoardClash, BoardHeat, BoardMove, BoardSession, BoardVerdict, placeKey } from './board-model';
import { days, groups, holds, people, rooms, sessions } from './example-plan';
import { clashesOf, moved } from './example-rules';
import { ScheduleBoard } from './schedule-board';

/** The board with an invented cohort in planning, two days, three problems and a warning; moves are kept in memory and judged by three simple rules. */
@Component({
  selector: 'app-schedule-board-examples',
  imports: [ScheduleBoard],
  template: `
    <app-schedule-board
      [days]="days"
      [rooms]="rooms"
      [sessions]="sessions()"
      [holds]="holds"
      [clashes]="clashes()"
      [people]="people"
      [groups]="groups"
      [judge]="judge"
      [heat]="heat"
      [canEdit]="true"
      [canUndo]="past().length > 0"
      [canRedo]="future().length > 0"
      [saved]="saved()"
      presence="Sam Okoro is also here"
      (move)="apply([$event])"
      (place)="apply([$event])"
      (repair)="apply($event.repair.moves)"
      (override)="accept($event)"
      (undo)="back()"
      (redo)="forth()"
    />
  `,
})
export class ScheduleBoardExamples {
  protected readonly days = days;
  protected readonly rooms = rooms;
  protected readonly holds = holds;
  protected readonly groups = groups;
  protected readonly people = people;

  protected readonly sessions = signal<readonly BoardSession[]>(sessions);
  protected readonly past = signal<(readonly BoardSession[])[]>([]);
  protected readonly future = signal<(readonly BoardSession[])[]>([]);
  protected readonly saved = signal('Draft, saved 10:42');
  private readonly accepted = signal<ReadonlySet<string>>(new Set());

  protected readonly clashes = computed<BoardClash[]>(() =>
    clashesOf(this.sessions()).map((clash) =>
      this.accepted().has(clash.key)
        ? { ...clash, overridden: { by: 'Priya Nair', reason: 'Agreed with everyone concerned', at: '20 June 2027 at 10:42' } }
        : clash,
    ),
  );

  protected readonly judge = (move: BoardMove): BoardVerdict => {
    const found = clashesOf(moved(this.sessions(), [move])).filter((clash) => clash.sessionIds.includes(move.sessionId));
    const worst = found.some((clash) => clash.severity === 'block') ? 'block' : found.length ? 'warn' : 'ok';
    return { severity: worst, words: found.map((clash) => `${clash.title}.`) };
  };

  protected readonly heat = (sessionId: string): BoardHeat => {
    const heat = new Map<string, BoardVerdict['severity']>();
    for (const day of days)
      for (const room of rooms)
        for (let start = day.opens; start < day.closes; start += 15) {
          const place = { day: day.date, roomId: room.id, start };
          heat.set(placeKey(place), this.judge({ sessionId, ...place }).severity);
        }
    return heat;
  };

  protected apply(moves: BoardMove[]): void {
    this.past.update((past) => [...past, this.sessions()]);
    this.future.set([]);
    this.sessions.set(moved(this.sessions(), moves));
    this.saved.set('Draft, saved just now');
  }

  protected accept(clash: BoardClash): void {
    this.accepted.update((keys) => new Set([...keys, clash.key]));
  }

  protected back(): void {
    const before = this.past().at(-1);
    if (!before) return;
    this.future.update((future) => [this.sessions(), ...future]);
    this.past.update((past) => past.slice(0, -1));
    this.sessions.set(before);
  }

  protected forth(): void {
    const [next, ...rest] = this.future();
    if (!next) return;
    this.past.update((past) => [...past, this.sessions()]);
    this.future.set(rest);
    this.sessions.set(next);
  }
}
