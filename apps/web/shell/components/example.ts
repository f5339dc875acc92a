import { Component, computed, input } from '@angular/core';

/** One component on the page: its name, what it is for, its options, what makes it accessible, and itself. */
@Component({
  selector: 'app-example',
  template: `
    <section class="panel example" [attr.aria-labelledby]="id()">
      <div class="panel__h">
        <h2 class="panel__t" [id]="id()">{{ name() }}</h2>
        <code>{{ selector() }}</code>
      </div>
      <div class="panel__b example__b"><ng-content /></div>
      <dl class="example__n">
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
