import { Component, input, output } from '@angular/core';
import { BoardIcon } from './board-icon';
import { ListDay } from './board-list-rows';
import { BoardSession } from './board-model';
import { clock, holdWords } from './board-words';

/** The schedule as a list: the same facts and the same move by clicks, and what phones get instead of the board. */
@Component({
  selector: 'app-board-list',
  imports: [BoardIcon],
  template: `
    @for (one of days(); track one.day.date) {
      <section class="panel day" [attr.aria-labelledby]="'list-' + one.day.date">
        <div class="day__head">
          <h2 [id]="'list-' + one.day.date">{{ one.day.title }}</h2>
        </div>
        <ol class="schedule-list">
          @for (row of one.rows; track row.key) {
            @if (row.kind === 'session') {
              <li [class]="'session--' + row.session.kind" [attr.data-session]="row.key">
                <div class="schedule-list__time">
                  <span class="digits">{{ clock(row.start) }}</span>&ngsp;<small class="digits">to {{ clock(row.end) }}</small>
                </div>
                <div>
                  <button type="button" class="link link--button" (click)="opened.emit(row.session)">{{ row.session.title }}</button>
                  <small>{{ row.room }}, {{ row.session.kindWord }}</small>
                  <small>{{ people(row.session) }}</small>
                  @if (row.flag; as flag) {
                    <span
                      class="session__flag"
                      [class.session__flag--warn]="flag.severity === 'warn'"
                      [class.session__flag--info]="flag.severity === 'info'"
                      ><app-board-icon [name]="flag.severity" [size]="13" [inverse]="true" />{{ flag.words }}</span
                    >
                  }
                  @if (!row.session.movable && row.session.lockedReason) {
                    <small><app-board-icon name="lock" [size]="13" /> {{ row.session.lockedReason }}</small>
                  }
                </div>
                @if (canEdit() && row.session.movable) {
                  <button
                    type="button"
                    class="mini schedule-list__button"
                    [attr.aria-label]="'Move ' + row.session.title + ', ' + clock(row.start)"
                    (click)="moveAsked.emit(row.session)"
                  >
                    Move
                  </button>
                }
              </li>
            } @else {
              <li class="session--held">
                <div class="schedule-list__time">
                  <span class="digits">{{ clock(row.start) }}</span>&ngsp;<small class="digits">to {{ clock(row.end) }}</small>
                </div>
                <div>
                  <b>{{ holdWords(row.hold) }}</b> <small>{{ row.room }}, not our booking</small>
                </div>
              </li>
            }
          } @empty {
            <li class="schedule-list__none">No sessions on this day.</li>
          }
        </ol>
      </section>
    }
  `,
})
export class BoardList {
  readonly days = input.required<readonly ListDay[]>();
  readonly canEdit = input(false);

  readonly opened = output<BoardSession>();
  readonly moveAsked = output<BoardSession>();

  protected readonly clock = clock;
  protected readonly holdWords = holdWords;
  protected readonly people = (session: BoardSession) => [...session.leaders, session.who].filter(Boolean).join(', ');
}
