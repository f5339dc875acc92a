import { booleanAttribute, computed, Directive, input } from '@angular/core';
import { fieldError, type Problem } from '../problem';

/**
 * What all form controls take. `name` is the id, and the field of the API's contract: the control finds its own message in `problem`.
 * Nothing is validated here; the API judges.
 */
@Directive()
export abstract class Control {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly problem = input<Problem | null>(null);
  /** Overrides what `problem` says. */
  readonly error = input('');
  readonly optional = input(false, { transform: booleanAttribute });
  readonly disabled = input(false, { transform: booleanAttribute });
  /** Keeps the label for screen readers only, where a table's heading already shows it. */
  readonly hideLabel = input(false, { transform: booleanAttribute });

  readonly message = computed(() => this.error() || fieldError(this.problem(), this.name()));
  readonly describedBy = computed(
    () => [this.hint() && `${this.name()}-hint`, this.message() && `${this.name()}-error`].filter(Boolean).join(' ') || null,
  );
}
