import { Component, inject, Injectable, signal } from '@angular/core';
import { Announcer } from '../announcer/announcer';
import { Button } from '../button/button';

/** The last thing that can be undone. One at a time, for as long as people need: it goes when undone, dismissed or replaced. */
@Injectable({ providedIn: 'root' })
export class Undo {
  private readonly announcer = inject(Announcer);
  private readonly last = signal<{ done: string; undo: () => Promise<unknown> } | null>(null);
  readonly offered = this.last.asReadonly();

  /** `done` is what happened: "Removed 2 people". `undo` is expected to show its own problem, if it has one. */
  offer(done: string, undo: () => Promise<unknown>): void {
    this.last.set({ done, undo });
    this.announcer.announce(`${done}. You can undo this.`);
  }

  clear(): void {
    this.last.set(null);
  }

  async take(): Promise<void> {
    const last = this.last();
    if (!last) return;
    this.last.set(null);
    await last.undo();
    this.announcer.announce(`Undone: ${last.done}`);
  }
}

@Component({
  selector: 'app-undo-bar',
  imports: [Button],
  template: `
    @if (undo.offered(); as offered) {
      <div class="undo" role="region" aria-label="Undo">
        <span>{{ offered.done }}</span>
        <button type="button" appButton="mini" (click)="undo.take()">Undo</button>
        <button type="button" appButton="mini" (click)="undo.clear()">Dismiss</button>
      </div>
    }
  `,
})
export class UndoBar {
  protected readonly undo = inject(Undo);
}
