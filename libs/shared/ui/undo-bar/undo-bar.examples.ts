import { Component, inject, signal } from '@angular/core';
import { Announcer } from '../announcer/announcer';
import { Button } from '../button/button';
import { Example } from '../example/example';
import { Undo } from './undo-bar';

@Component({
  selector: 'app-undo-bar-examples',
  imports: [Example, Button],
  template: `
    <app-example
      name="Undo and announcements"
      selector="app-undo-bar, Undo, Announcer"
      options="offer(done, undo); announce(text)"
      access="Announced, one at a time, and there for as long as people need"
    >
      <p>{{ people() }} people in the cohort</p>
      <div class="actions">
        <button type="button" appButton="mini" (click)="remove()">Remove 2 people</button>
        <button type="button" appButton="mini" (click)="announcer.announce('12 people found')">Announce a result</button>
      </div>
    </app-example>
  `,
})
export class UndoBarExamples {
  protected readonly announcer = inject(Announcer);
  protected readonly undo = inject(Undo);
  protected readonly people = signal(24);

  protected remove(): void {
    this.people.update((many) => many - 2);
    this.undo.offer('Removed 2 people', async () => this.people.update((many) => many + 2));
  }
}
