import { Component, computed, input } from '@angular/core';
import { BoardKind } from './board-model';

const KINDS: { kind: BoardKind; word: string }[] = [
  { kind: 'plenary', word: 'Whole cohort' },
  { kind: 'workshop', word: 'Workshop or learning set' },
  { kind: 'mentoring', word: 'Mentoring' },
  { kind: 'placement', word: 'Placements' },
  { kind: 'online', word: 'Online' },
  { kind: 'break', word: 'Break' },
  { kind: 'other', word: 'Other' },
];

/** What the tints mean, for the kinds that are on the board. Each block says its kind in words too. */
@Component({
  selector: 'app-board-legend',
  template: `
    <ul class="legend">
      @for (one of present(); track one.kind) {
        <li><i [class]="'session--' + one.kind"></i>{{ one.word }}</li>
      }
      <li><i class="legend__busy"></i>Everyone is elsewhere</li>
      @if (holds()) {
        <li><i class="legend__held"></i>Held by others</li>
      }
    </ul>
    @if (canEdit()) {
      <p class="legend__how">
        To move a session, drag it, use its Move button, or select it with the keyboard and press <kbd>M</kbd>, then the arrow keys.
      </p>
    }
  `,
})
export class BoardLegend {
  readonly kinds = input.required<ReadonlySet<BoardKind>>();
  readonly holds = input(false);
  readonly canEdit = input(false);

  protected readonly present = computed(() => KINDS.filter((one) => this.kinds().has(one.kind)));
}
