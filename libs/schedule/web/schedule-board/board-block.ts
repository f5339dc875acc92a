import { Component, computed, inject, input, output } from '@angular/core';
import { BoardIcon } from './board-icon';
import { Flag, Placed } from './board-layout';
import { BoardSession } from './board-model';
import { blockWords, span } from './board-words';
import { Carrying } from './carrying';

/** One session in its column: the whole block opens it (2.5.8), the grip in its corner moves it. */
@Component({
  // An ordered list takes only li, so the block is one.
  // eslint-disable-next-line @angular-eslint/component-selector
  selector: 'li[app-board-block]',
  imports: [BoardIcon],
  template: `
    <button
      type="button"
      class="session__title"
      [title]="session().title"
      [attr.aria-keyshortcuts]="canMove() ? 'M' : null"
      (click)="opened.emit(session())"
    >
      <span class="session__name">{{ session().title }}</span><span class="visually-hidden">{{ spoken() }}</span>
      @if (size() === 'line') {
        <span class="session__word" aria-hidden="true">{{ session().kindWord }}</span>
      } @else {
        <span class="session__about" aria-hidden="true"
          ><span class="digits">{{ times() }}</span
          >, {{ session().kindWord }}</span
        >
      }
      @if (flag(); as flag) {
        <span
          class="session__flag"
          [class.session__flag--warn]="flag.severity === 'warn'"
          [class.session__flag--info]="flag.severity === 'info'"
          [title]="flag.words"
          aria-hidden="true"
          ><app-board-icon [name]="flag.severity" [size]="13" [inverse]="true" /><span>{{ flag.words }}</span></span
        >
      }
      @if (size() === 'full') {
        @for (line of lines(); track line) {
          <span class="session__about" aria-hidden="true">{{ line }}</span>
        }
      }
    </button>
    @if (canMove()) {
      <button
        type="button"
        class="session__move"
        data-handle
        [attr.aria-label]="'Move ' + session().title + ', ' + times()"
        (click)="moveAsked.emit(session())"
      >
        <app-board-icon name="grip" [size]="14" />
      </button>
    } @else if (!session().movable) {
      <span class="session__move session__move--lock" [title]="session().lockedReason ?? 'Locked'"
        ><app-board-icon name="lock" [size]="14"
      /></span>
    }
  `,
  host: {
    '[class]': 'classes()',
    '[attr.data-session]': 'session().id',
    '[style.--from]': 'placed().from',
    '[style.--rows]': 'placed().rows',
    '[style.--clear]': 'placed().clear',
    '[style.left.%]': 'placed().left',
    '[style.right.%]': 'placed().right',
    '[style.z-index]': 'placed().layer || null',
  },
})
export class BoardBlock {
  readonly session = input.required<BoardSession>();
  readonly placed = input.required<Placed<unknown>>();
  readonly room = input.required<string>();
  readonly flag = input<Flag | null>(null);
  readonly canEdit = input(false);
  /** Not of the group that is looked at. */
  readonly quiet = input(false);

  readonly opened = output<BoardSession>();
  readonly moveAsked = output<BoardSession>();

  private readonly carrying = inject(Carrying);
  private readonly carried = computed(() => this.carrying.heldId() === this.session().id);
  private readonly leaving = computed(() => this.carrying.leavingIds().has(this.session().id));
  private readonly pointed = computed(() => this.carrying.pointedAt() === this.session().id);

  protected readonly canMove = computed(() => this.canEdit() && this.session().movable);
  protected readonly times = computed(() => span(this.session().start, this.session().end));
  protected readonly spoken = computed(() => blockWords(this.session(), this.room(), this.flag()?.words ?? null));
  protected readonly lines = computed(() => [...this.session().leaders, this.session().who].filter(Boolean));

  /** How much fits: the title alone up to 30 minutes, with the time up to an hour, all from 75 minutes. */
  protected readonly size = computed(() => (this.placed().clear < 3 ? 'line' : this.placed().clear < 5 ? 'time' : 'full'));

  protected readonly classes = computed(() => {
    const session = this.session();
    const flag = this.flag();
    const narrow = 100 - this.placed().left - this.placed().right < 60;
    return [
      'session',
      `session--${session.kind}`,
      `session--${this.size()}`,
      this.placed().clear < 4 ? 'session--short' : '',
      flag?.severity === 'block' ? 'session--clash' : flag?.severity === 'warn' ? 'session--warn' : '',
      flag ? 'session--flagged' : '',
      narrow ? 'session--narrow' : '',
      this.quiet() ? 'session--quiet' : '',
      session.status === 'cancelled' ? 'session--cancelled' : '',
      this.carried() || this.leaving() ? 'session--carried' : '',
      this.carried() || this.pointed() ? 'session--selected' : '',
    ]
      .filter(Boolean)
      .join(' ');
  });
}
