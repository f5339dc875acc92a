import { Component, computed, input } from '@angular/core';
import type { BoardKind, BoardSession } from './board-model';

const ORDER: readonly BoardKind[] = ['plenary', 'workshop', 'mentoring', 'placement', 'online', 'break', 'other'];

/** What the tints mean: the kinds that are on the board, each in the words that its blocks say. */
@Component({
  selector: 'app-board-legend',
  template: `
    <ul class="legend">
      @for (one of present(); track one.kind) {
        <li><i [class]="'session--' + one.kind"></i>{{ one.words }}</li>
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
  readonly sessions = input.required<readonly BoardSession[]>();
  readonly holds = input(false);
  readonly canEdit = input(false);

  protected readonly present = computed(() =>
    ORDER.map((kind) => ({ kind, words: wordsOf(this.sessions().filter((one) => one.kind === kind)) })).filter(({ words }) => words !== ''),
  );
}

function wordsOf(sessions: readonly BoardSession[]): string {
  const words = [...new Set(sessions.map(({ kindWord }) => kindWord))].sort().join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
