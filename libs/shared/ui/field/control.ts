import { booleanAttribute, computed, Directive, inject, input, type ModelSignal } from '@angular/core';
import { FormContext } from '../form/form';
import { fieldError, type Problem } from '../problem';

/**
 * What all form controls take. `name` is the id, and the field of the API's contract: the control finds its own message in the problem of
 * its form, or in `problem` where it stands alone. Nothing is validated here; the API judges.
 */
@Directive()
export abstract class Control {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly problem = input<Problem | null>(null);
  /** Overrides what the problem says. */
  readonly error = input('');
  readonly optional = input(false, { transform: booleanAttribute });
  readonly disabled = input(false, { transform: booleanAttribute });
  /** Keeps the label for screen readers only, where a table's heading already shows it. */
  readonly hideLabel = input(false, { transform: booleanAttribute });
  protected readonly form = inject(FormContext, { optional: true });

  readonly message = computed(() => this.error() || fieldError(this.problem() ?? this.form?.appForm().problem() ?? null, this.name()));
  readonly describedBy = computed(
    () => [this.hint() && `${this.name()}-hint`, this.message() && `${this.name()}-error`].filter(Boolean).join(' ') || null,
  );
}

/** A control with a value: the form's, under the control's name; or its own where there is no form, as in filters. */
@Directive()
export abstract class ValueControl<Value> extends Control {
  /** Of a control that stands alone. In a form it is neither read nor written. */
  abstract readonly value: ModelSignal<Value>;

  protected readonly current = computed(() => (this.form ? (this.form.read(this.name()) as Value) : this.value()));

  protected change(value: Value): void {
    if (this.form) this.form.write(this.name(), value);
    else this.value.set(value);
  }
}
