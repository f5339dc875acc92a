import { Component, input, linkedSignal, model } from '@angular/core';
import { ValueControl } from '../field/control';
import { Field } from '../field/field';

/**
 * A number, typed as text. What is none stays in the box as it was typed and is NaN, which the API refuses in its own words; so is an empty
 * box, unless the number is optional: then it is null.
 */
@Component({
  selector: 'app-number-input',
  imports: [Field],
  template: `
    <app-field [of]="this">
      <input
        class="govuk-input"
        [class]="'govuk-input--width-' + width()"
        [class.govuk-input--error]="message()"
        [id]="name()"
        [name]="name()"
        type="text"
        [attr.inputmode]="decimal() ? 'decimal' : 'numeric'"
        [value]="text()"
        (input)="type($any($event.target).value)"
        [disabled]="disabled()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="message() ? true : null"
      />
    </app-field>
  `,
})
export class NumberInput extends ValueControl<number | null> {
  readonly value = model<number | null>(null);
  readonly width = input<3 | 4 | 5 | 10>(5);
  readonly decimal = input(false);

  /** As it was typed, for as long as that is the number in the form. */
  protected readonly text = linkedSignal<number | null, string>({
    source: this.current,
    computation: (number, previous) => (previous && Object.is(this.read(previous.value), number) ? previous.value : textOf(number)),
  });

  protected type(text: string): void {
    this.text.set(text);
    this.change(this.read(text));
  }

  private read(text: string): number | null {
    return text.trim() !== '' ? Number(text) : this.optional() ? null : NaN;
  }
}

const textOf = (number: number | null): string => (number === null || Number.isNaN(number) ? '' : String(number));
