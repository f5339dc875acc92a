import { Component, input, model } from '@angular/core';
import { ValueControl } from '../field/control';
import type { FilterOption } from '../filter-panel/filter-panel';

/** Dense checkboxes of one filter, each with how many it would leave. */
@Component({
  selector: 'app-filter-group',
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      @for (option of options(); track option.value) {
        <label class="option">
          <input
            type="checkbox"
            [name]="name()"
            [checked]="current().includes(option.value)"
            (change)="toggle(option.value, $any($event.target).checked)"
          />
          <span>{{ option.label }}</span>
          @if (option.count !== undefined) {
            <span class="option__count digits">{{ option.count.toLocaleString('en-GB') }}{{ option.more ? '+' : '' }}</span>
          }
        </label>
      }
    </fieldset>
  `,
})
export class FilterGroup extends ValueControl<readonly string[]> {
  readonly options = input.required<readonly FilterOption[]>();
  readonly value = model<readonly string[]>([]);

  protected toggle(option: string, on: boolean): void {
    const all = this.current();
    this.change(on ? [...all, option] : all.filter((one) => one !== option));
  }
}
