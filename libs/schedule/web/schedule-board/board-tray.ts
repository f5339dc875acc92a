import { Component, computed, inject, input, output } from '@angular/core';
import { BoardSession } from './board-model';
import { lasting } from './board-words';
import { Carrying } from './carrying';

/** The sessions not on the schedule. Each can be placed by its button, or dragged onto the board; others can be dragged here. */
@Component({
  selector: 'app-board-tray',
  template: `
    <section class="panel tray" [class.tray--over]="over()" aria-labelledby="board-tray" data-tray>
      <h2 class="panel__head" id="board-tray">
        Not on the schedule <span class="count count--quiet">{{ sessions().length }}</span>
      </h2>
      @if (sessions().length) {
        <ul class="plain">
          @for (session of sessions(); track session.id) {
            <li
              class="todo"
              [class.todo--held]="carrying.heldId() === session.id"
              [attr.data-session]="session.id"
              [attr.data-handle]="canEdit() && session.movable ? '' : null"
            >
              <div>
                <button type="button" class="todo__title" (click)="opened.emit(session)">{{ session.title }}</button>
                <span>{{ lasting(session.end - session.start) }} · {{ session.who }}</span>
              </div>
              @if (canEdit() && session.movable) {
                <button
                  type="button"
                  class="mini todo__button"
                  [attr.aria-label]="'Place ' + session.title"
                  (click)="placeAsked.emit(session)"
                >
                  Place
                </button>
              }
            </li>
          }
        </ul>
      } @else {
        <p class="panel__body">Every session is on the schedule.</p>
      }
    </section>
  `,
})
export class BoardTray {
  readonly sessions = input.required<readonly BoardSession[]>();
  readonly canEdit = input(false);

  readonly opened = output<BoardSession>();
  readonly placeAsked = output<BoardSession>();

  protected readonly carrying = inject(Carrying);
  protected readonly lasting = lasting;
  protected readonly over = computed(() => this.carrying.at()?.day === null);
}
