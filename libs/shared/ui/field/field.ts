import { NgTemplateOutlet } from '@angular/common';
import { Component, input } from '@angular/core';
import type { Control } from './control';

/** Label, hint and error around one control; or, as a group, the same in a fieldset. */
@Component({
  selector: 'app-field',
  imports: [NgTemplateOutlet],
  host: { class: 'field' },
  template: `
    @let c = of();
    @if (group()) {
      <fieldset
        class="govuk-fieldset govuk-form-group"
        [class.govuk-form-group--error]="c.message()"
        [attr.aria-describedby]="c.describedBy()"
        [attr.role]="group()"
      >
        <legend class="govuk-fieldset__legend" [class.visually-hidden]="c.hideLabel()">
          {{ c.label() }}
          @if (c.optional()) {
            <span class="field__optional"> (optional)</span>
          }
        </legend>
        <ng-container [ngTemplateOutlet]="about" />
        <ng-container [ngTemplateOutlet]="control" />
      </fieldset>
    } @else {
      <div class="govuk-form-group" [class.govuk-form-group--error]="c.message()">
        <label class="govuk-label" [class.visually-hidden]="c.hideLabel()" [attr.for]="c.name()">
          {{ c.label() }}
          @if (c.optional()) {
            <span class="field__optional"> (optional)</span>
          }
        </label>
        <ng-container [ngTemplateOutlet]="about" />
        <ng-container [ngTemplateOutlet]="control" />
      </div>
    }
    <ng-template #control><ng-content /></ng-template>
    <ng-template #about>
      @if (c.hint()) {
        <div class="govuk-hint" [id]="c.name() + '-hint'">{{ c.hint() }}</div>
      }
      @if (c.message()) {
        <p class="govuk-error-message" [id]="c.name() + '-error'"><span class="visually-hidden">Error: </span>{{ c.message() }}</p>
      }
    </ng-template>
  `,
})
export class Field {
  readonly of = input.required<Control>();
  readonly group = input<'' | 'group' | 'radiogroup'>('');
}
