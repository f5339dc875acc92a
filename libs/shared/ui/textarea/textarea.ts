import { Component, computed, input, model } from '@angular/core';
import { ValueControl } from '../field/control';
import { Field } from '../field/field';

/** Longer text. With `max`, says how many characters are left; more can be typed, and the API judges. */
@Component({
  selector: 'app-textarea',
  imports: [Field],
  template: `
    <app-field [of]="this">
      <textarea
        class="govuk-textarea"
        [class.govuk-textarea--error]="message()"
        [id]="name()"
        [name]="name()"
        [rows]="rows()"
        [value]="current()"
        (input)="change($any($event.target).value)"
        [disabled]="disabled()"
        [attr.aria-describedby]="max() ? (describedBy() ? describedBy() + ' ' : '') + name() + '-count' : describedBy()"
        [attr.aria-invalid]="message() ? true : null"
      ></textarea>
      @if (max()) {
        <p class="field__count" [class.field__count--over]="left() < 0" [id]="name() + '-count'">{{ words() }}</p>
        <p class="visually-hidden" role="status">{{ near() ? words() : '' }}</p>
      }
    </app-field>
  `,
})
export class Textarea extends ValueControl<string> {
  readonly value = model('');
  readonly rows = input(5);
  /** Characters, or 0 for no limit. */
  readonly max = input(0);

  protected readonly left = computed(() => this.max() - this.current().length);
  /** Spoken only near the end: a count at every key would drown what is typed. */
  protected readonly near = computed(() => this.left() <= Math.max(10, this.max() * 0.1) && (this.left() % 10 === 0 || this.left() < 0));
  protected readonly words = computed(() => {
    const left = this.left();
    const many = Math.abs(left).toLocaleString('en-GB');
    const unit = Math.abs(left) === 1 ? 'character' : 'characters';
    return left < 0 ? `You have ${many} ${unit} too many` : `You have ${many} ${unit} left`;
  });
}
