import { Component, computed, input } from '@angular/core';

/** One component on the page: its name, what it is for, its options, what makes it accessible, and itself. */
@Component({
  selector: 'app-example',
  template: `
    <section class="panel example" [attr.aria-labelledby]="id()">
      <div class="panel__head">
        <h2 class="panel__title" [id]="id()">{{ name() }}</h2>
        <code>{{ selector() }}</code>
      </div>
      <div class="panel__body example__body"><ng-content /></div>
      <dl class="example__notes">
        <dt>Options</dt>
        <dd>{{ options() }}</dd>
        <dt>Accessibility</dt>
        <dd>{{ access() }}</dd>
      </dl>
    </section>
  `,
})
export class Example {
  readonly name = input.required<string>();
  readonly selector = input.required<string>();
  readonly options = input.required<string>();
  readonly access = input.required<string>();
  protected readonly id = computed(() => `example-${this.name().toLowerCase().replaceAll(' ', '-')}`);
}
