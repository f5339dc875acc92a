import { Component, input } from '@angular/core';

/** A number beside a word. `about` is what it counts, for those who hear it: "3 problems". */
@Component({
  selector: 'app-count',
  template: `<span class="count" [class.count--quiet]="tone() === 'quiet'"
    >{{ value().toLocaleString('en-GB') }}
    @if (about()) {
      <span class="visually-hidden"> {{ about() }}</span>
    }
  </span>`,
})
export class CountBadge {
  readonly value = input.required<number>();
  readonly about = input('');
  readonly tone = input<'quiet' | 'alert'>('quiet');
}
