import { booleanAttribute, Component, input, model } from '@angular/core';
import { ValueControl } from '../field/control';
import { Field } from '../field/field';
import type { Option } from '../field/options';

/** Any number of choices. The value lists what is ticked, in the order of the options. */
@Component({
  selector: 'app-checkboxes',
  imports: [Field],
  template: `
    <app-field [of]="this" group="group">
      <div class="govuk-checkboxes" [class.govuk-checkboxes--small]="small()">
        @for (option of options(); track option.value; let index = $index) {
          @let id = index === 0 ? name() : name() + '-' + index;
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              [id]="id"
              [name]="name()"
              [value]="option.value"
              [checked]="current().includes(option.value)"
              (change)="toggle(option.value, $any($event.target).checked)"
              [disabled]="disabled() || (option.disabled ?? false)"
              [attr.aria-describedby]="option.hint ? id + '-about' : null"
            />
            <label class="govuk-label govuk-checkboxes__label" [attr.for]="id">{{ option.label }}</label>
            @if (option.hint) {
              <div class="govuk-hint govuk-checkboxes__hint" [id]="id + '-about'">{{ option.hint }}</div>
            }
          </div>
        }
      </div>
    </app-field>
  `,
})
export class Checkboxes extends ValueControl<readonly string[]> {
  readonly value = model<readonly string[]>([]);
  readonly options = input.required<readonly Option[]>();
  readonly small = input(false, { transform: booleanAttribute });

  protected toggle(option: string, ticked: boolean): void {
    const chosen = new Set(this.current());
    if (ticked) chosen.add(option);
    else chosen.delete(option);
    this.change(
      this.options()
        .map((one) => one.value)
        .filter((value) => chosen.has(value)),
    );
  }
}
