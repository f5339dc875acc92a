import { Component, computed, input } from '@angular/core';

/** How far along a short scale, with what is aimed for: 2 of 5, aiming for 4. Text says the same. */
@Component({
  selector: 'app-steps',
  template: `
    <span class="visually-hidden">{{ words() }}</span>
    <span class="steps" aria-hidden="true">
      @for (step of scale(); track $index) {
        <i [class.on]="step === 'on'" [class.gap]="step === 'gap'"></i>
      }
    </span>
  `,
})
export class Steps {
  readonly value = input.required<number>();
  readonly of = input(5);
  readonly target = input(0);
  protected readonly scale = computed(() =>
    Array.from({ length: this.of() }, (_, i) => (i < this.value() ? 'on' : i < this.target() ? 'gap' : '')),
  );
  protected readonly words = computed(() => `${this.value()} of ${this.of()}${this.target() ? `, aiming for ${this.target()}` : ''}`);
}
