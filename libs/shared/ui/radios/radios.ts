import { booleanAttribute, Component, input, model } from '@angular/core';
import { ValueControl } from '../field/control';
import { Field } from '../field/field';
import type { Option } from '../field/options';

/** One choice, all choices in sight. The first radio bears the field's id, so the error summary leads to it. */
@Component({
  selector: 'app-radios',
  imports: [Field],
  template: `
    <app-field [of]="this" group="radiogroup">
      <div class="govuk-radios" [class.govuk-radios--inline]="inline()" [class.govuk-radios--small]="small()">
        @for (option of options(); track option.value; let index = $index) {
          @let id = index === 0 ? name() : name() + '-' + index;
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              [id]="id"
              [name]="name()"
              [value]="option.value"
              [checked]="option.value === current()"
              (change)="change(option.value)"
              [disabled]="disabled() || (option.disabled ?? false)"
              [attr.aria-describedby]="option.hint ? id + '-about' : null"
            />
            <label class="govuk-label govuk-radios__label" [attr.for]="id">{{ option.label }}</label>
            @if (option.hint) {
              <div class="govuk-hint govuk-radios__hint" [id]="id + '-about'">{{ option.hint }}</div>
            }
          </div>
        }
      </div>
    </app-field>
  `,
})
export class Radios extends ValueControl<string> {
  readonly value = model('');
  readonly options = input.required<readonly Option[]>();
  readonly inline = input(false, { transform: booleanAttribute });
  readonly small = input(false, { transform: booleanAttribute });
}
