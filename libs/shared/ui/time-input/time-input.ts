import { Component, model } from '@angular/core';
import { ValueControl } from '../field/control';
import { toTime } from '../date-input/date-text';
import { Field } from '../field/field';

/** A time of day on the 24-hour clock, `13:15`. Also takes `1:15pm` and `1315`, and shows what it understood on leaving. */
@Component({
  selector: 'app-time-input',
  imports: [Field],
  template: `
    <app-field [of]="this">
      <input
        class="govuk-input govuk-input--width-5"
        [class.govuk-input--error]="message()"
        [id]="name()"
        [name]="name()"
        type="text"
        autocomplete="off"
        [value]="current()"
        (change)="leave($any($event.target))"
        [disabled]="disabled()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="message() ? true : null"
      />
    </app-field>
  `,
})
export class TimeInput extends ValueControl<string> {
  readonly value = model('');

  protected leave(box: HTMLInputElement): void {
    this.change(toTime(box.value));
    box.value = this.current();
  }
}
