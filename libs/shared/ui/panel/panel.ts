import { Component, type ElementRef, input, viewChild } from '@angular/core';

let panels = 0;

/** A titled box in the workbench. Put what belongs beside the title into `[beside]`; `flush` lets a table touch the edges. */
@Component({
  selector: 'app-panel',
  template: `
    <section class="panel" [attr.aria-labelledby]="id">
      <div class="panel__head">
        <h2 #title class="panel__title" [id]="id" tabindex="-1">{{ heading() }}</h2>
        <ng-content select="[beside]" />
      </div>
      <div [class.panel__body]="!flush()"><ng-content /></div>
    </section>
  `,
})
export class Panel {
  readonly heading = input.required<string>();
  readonly flush = input(false);
  protected readonly id = `panel-${++panels}`;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  /** To its heading, when what had the focus has gone. */
  focus(): void {
    this.title().nativeElement.focus();
  }
}

/** The same for public and participant pages, in their larger type. */
@Component({
  selector: 'app-card',
  template: `
    <section class="card" [attr.aria-labelledby]="id">
      <h2 class="heading-medium" [id]="id">{{ heading() }}</h2>
      <div class="card__body"><ng-content /></div>
    </section>
  `,
})
export class Card {
  readonly heading = input.required<string>();
  protected readonly id = `card-${++panels}`;
}
