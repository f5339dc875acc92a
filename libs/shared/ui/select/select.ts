import { Component, input, model } from '@angular/core';
import { ValueControl } from '../field/control';
import { Field } from '../field/field';
import type { Option } from '../field/options';

/** One choice out of a short list. `empty` is the first line, for "nothing chosen". */
@Component({
  selector: 'app-select',
  imports: [Field],
  template: `
    <app-field [of]="this">
      <select
        class="govuk-select"
        [class.govuk-select--error]="message()"
        [id]="name()"
        [name]="name()"
        (change)="change($any($event.target).value)"
        [disabled]="disabled()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="message() ? true : null"
      >
        @if (empty()) {
          <option value="" [selected]="current() === ''">{{ empty() }}</option>
        }
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === current()" [disabled]="option.disabled ?? false">
            {{ option.label }}
          </option>
        }
      </select>
    </app-field>
  `,
})
export class Select extends ValueControl<string> {
  readonly value = model('');
  readonly options = input.required<readonly Option[]>();
  readonly empty = input('');
}
