import { Component, computed, input, model, output } from '@angular/core';
import { BoardIcon } from './board-icon';
import { BoardClash, BoardDay, BoardPerson, BoardRoom, BoardSession } from './board-model';
import { Flag } from './board-layout';
import { personDay } from './board-moves';
import { clock, count, lasting, roomName, span } from './board-words';

/** One person's or facilitator's days: their sessions, the gaps between them and whatever clashes. */
@Component({
  selector: 'app-board-by-person',
  imports: [BoardIcon],
  templateUrl: './board-by-person.html',
})
export class BoardByPerson {
  readonly people = input.required<readonly BoardPerson[]>();
  readonly days = input.required<readonly BoardDay[]>();
  readonly rooms = input.required<readonly BoardRoom[]>();
  readonly sessions = input.required<readonly BoardSession[]>();
  readonly clashes = input.required<readonly BoardClash[]>();
  readonly flags = input.required<ReadonlyMap<string, Flag>>();
  readonly canEdit = input(false);
  /** Whom to show; the first person until somebody is chosen. */
  readonly person = model<string | null>(null);

  readonly opened = output<BoardSession>();
  readonly moveAsked = output<BoardSession>();

  protected readonly clock = clock;
  protected readonly span = span;
  protected readonly lasting = lasting;
  protected readonly roomName = roomName;

  protected readonly chosen = computed(() => this.people().find((one) => one.id === this.person()) ?? this.people()[0] ?? null);

  protected readonly plan = computed(() => {
    const chosen = this.chosen();
    return chosen ? this.days().map((day) => ({ day, rows: personDay(chosen, day, this.sessions()) })) : [];
  });

  /** Clashes that touch what this person goes to. */
  protected readonly theirs = computed(() => {
    const mine = new Set(this.chosen()?.sessionIds);
    return this.clashes().filter((clash) => !clash.overridden && clash.sessionIds.some((id) => mine.has(id)));
  });

  protected readonly summary = computed(() => {
    const sessions = this.plan().flatMap((one) => one.rows.filter((row) => row.kind === 'session')).length;
    const problems = this.theirs().length;
    return `${count(sessions, 'session', 'sessions')}, ${problems ? count(problems, 'clash', 'clashes') : 'no clashes'}`;
  });

  protected choose(event: Event): void {
    this.person.set((event.target as HTMLSelectElement).value);
  }
}
