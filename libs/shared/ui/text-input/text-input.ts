import { Component, input, model } from '@angular/core';
import { ValueControl } from '../field/control';
import { Field } from '../field/field';

/** One line of text. `width` is in characters, as a hint of what is expected. */
@Component({
  selector: 'app-text-input',
  imports: [Field],
  template: `
    <app-field [of]="this">
      <input
        class="govuk-input"
        [class]="width() ? 'govuk-input--width-' + width() : ''"
        [class.govuk-input--error]="message()"
        [id]="name()"
        [name]="name()"
        [type]="type()"
        [value]="current()"
        (input)="change($any($event.target).value)"
        [disabled]="disabled()"
        [attr.autocomplete]="autocomplete() || null"
        [attr.inputmode]="inputmode() || null"
        [attr.spellcheck]="type() === 'text' ? null : 'false'"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="message() ? true : null"
      />
    </app-field>
  `,
})
export class TextInput extends ValueControl<string> {
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'password' | 'search' | 'tel' | 'url'>('text');
  readonly width = input<0 | 2 | 3 | 4 | 5 | 10 | 20 | 30>(0);
  readonly autocomplete = input('');
  readonly inputmode = input('');
}
