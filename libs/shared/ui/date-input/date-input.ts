import { Component, effect, model, signal, untracked } from '@angular/core';
import { ValueControl } from '../field/control';
import { type DateParts, fromDay, toDay } from './date-text';
import { Field } from '../field/field';

/** Day, month and year in three boxes; the value is `2027-06-24`. What is no date stays in the boxes as it was typed. */
@Component({
  selector: 'app-date-input',
  imports: [Field],
  template: `
    <app-field [of]="this" group="group">
      <div class="govuk-date-input">
        @for (box of boxes; track box.part) {
          @let id = box.part === 'day' ? name() : name() + '-' + box.part;
          <div class="govuk-date-input__item">
            <label class="govuk-label govuk-date-input__label" [attr.for]="id">{{ box.label }}</label>
            <input
              class="govuk-input govuk-date-input__input"
              [class]="box.part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2'"
              [class.govuk-input--error]="message()"
              [id]="id"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              [value]="parts()[box.part]"
              (input)="type(box.part, $any($event.target).value)"
              [disabled]="disabled()"
              [attr.aria-invalid]="message() ? true : null"
            />
          </div>
        }
      </div>
    </app-field>
  `,
})
export class DateInput extends ValueControl<string> {
  readonly value = model('');
  protected readonly parts = signal<DateParts>({ day: '', month: '', year: '' });
  protected readonly boxes = [
    { part: 'day', label: 'Day' },
    { part: 'month', label: 'Month' },
    { part: 'year', label: 'Year' },
  ] as const;

  constructor() {
    super();
    effect(() => {
      const value = this.current() ?? '';
      // What we said ourselves must not rewrite what is being typed.
      if (value !== toDay(untracked(this.parts))) this.parts.set(fromDay(value));
    });
  }

  protected type(part: keyof DateParts, text: string): void {
    this.parts.update((parts) => ({ ...parts, [part]: text }));
    this.change(toDay(this.parts()));
  }
}
