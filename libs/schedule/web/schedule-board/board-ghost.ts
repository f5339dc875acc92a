import { Component, computed, ElementRef, inject } from '@angular/core';
import { BoardIcon } from './board-icon';
import { Carrying } from './carrying';

/** What is being carried and what its place would mean: beside the pointer during a drag, at the foot of the window with the keyboard. */
@Component({
  selector: 'app-board-ghost',
  imports: [BoardIcon],
  template: `
    @if (carrying.held(); as held) {
      <b>{{ held.session.title }}</b>
      @if (carrying.at()) {
        <span class="digits">{{ carrying.words() }}</span>
        <span class="ghost__say" [class]="'ghost__say--' + severity()"
          ><app-board-icon [name]="severity()" [size]="16" />{{ carrying.verdictWords() }}</span
        >
      } @else {
        <span>Drop it on a room, or press Escape.</span>
      }
      @if (held.by === 'keys') {
        <span class="ghost__keys"
          ><kbd>←</kbd><kbd>→</kbd> room <kbd>↑</kbd><kbd>↓</kbd> 15 minutes <kbd>Page Up</kbd><kbd>Page Down</kbd> day
          <kbd>Enter</kbd> place <kbd>Esc</kbd> cancel</span
        >
      }
    }
  `,
  host: { class: 'ghost', 'aria-hidden': 'true', '[class]': "carrying.held() ? 'ghost--' + carrying.held()!.by : 'ghost--none'" },
})
export class BoardGhost {
  protected readonly carrying = inject(Carrying);
  protected readonly severity = computed(() => this.carrying.verdict().severity);

  constructor() {
    const ghost = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    this.carrying.follow = (x, y, above) => {
      const { clientWidth, clientHeight } = ghost.ownerDocument.documentElement;
      const left = Math.max(8, Math.min(x + 18, clientWidth - ghost.offsetWidth - 8));
      const over = y - ghost.offsetHeight - 22;
      const under = y + 22;
      const top = above ? (over < 0 ? under : over) : under + ghost.offsetHeight > clientHeight ? over : under;
      ghost.style.transform = `translate(${left}px, ${top}px)`;
    };
  }
}
