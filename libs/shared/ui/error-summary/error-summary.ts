import { Component, computed, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import { FormContext } from '../form/form';
import { fieldId, type Problem } from '../problem';

/** Why something was refused, above the form. Takes focus when it appears; each line leads to the field that the API's pointer names. */
@Component({
  selector: 'app-error-summary',
  template: `
    @if (said(); as problem) {
      <div #box class="govuk-error-summary" role="alert" tabindex="-1">
        <h2 class="govuk-error-summary__title">{{ problem.title }}</h2>
        <div class="govuk-error-summary__body">
          @if (problem.detail) {
            <p>{{ problem.detail }}</p>
          }
          @if (problem.errors?.length) {
            <ul class="govuk-list govuk-error-summary__list">
              @for (error of problem.errors; track $index) {
                <li>
                  @if (error.pointer) {
                    <a [href]="'#' + idOf(error.pointer)" (click)="lead($event, error.pointer)">{{ error.detail }}</a>
                  } @else {
                    {{ error.detail }}
                  }
                </li>
              }
            </ul>
          }
        </div>
      </div>
    }
  `,
})
export class ErrorSummary {
  /** In a form the form's problem is meant where none is given. */
  readonly problem = input<Problem | null>();
  private readonly form = inject(FormContext, { optional: true });
  protected readonly said = computed(() => {
    const problem = this.problem();
    return problem === undefined ? (this.form?.appForm().problem() ?? null) : problem;
  });
  protected readonly idOf = fieldId;
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    effect(() => {
      if (this.said()) this.box()?.nativeElement.focus();
    });
  }

  /** By hand: with a base address of `/`, a bare `#field` would leave the page. */
  protected lead(event: Event, pointer: string): void {
    event.preventDefault();
    const field = document.getElementById(fieldId(pointer));
    if (!field) return;
    (field.closest('fieldset') ?? (field as HTMLInputElement).labels?.[0] ?? field).scrollIntoView?.({ block: 'start' });
    field.focus({ preventScroll: true });
  }
}
