import { Component, input, model, signal } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { ValueControl } from '@waymark/shared/ui/field/control';
import { Field } from '@waymark/shared/ui/field/field';

/** A password that can be shown, pasted and filled by a password manager. */
@Component({
  selector: 'app-password-field',
  imports: [Field, Button],
  template: `
    <app-field [of]="this">
      <div class="password">
        <input
          class="govuk-input password__input"
          [class.govuk-input--error]="message()"
          [id]="name()"
          [name]="name()"
          [type]="shown() ? 'text' : 'password'"
          [value]="current()"
          (input)="change($any($event.target).value)"
          [attr.autocomplete]="autocomplete()"
          autocapitalize="none"
          spellcheck="false"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="message() ? true : null"
        />
        <button
          type="button"
          appButton="mini"
          class="password__button"
          [attr.aria-controls]="name()"
          [attr.aria-label]="shown() ? 'Hide password' : 'Show password'"
          (click)="shown.set(!shown())"
        >
          {{ shown() ? 'Hide' : 'Show' }}
        </button>
      </div>
      <span class="visually-hidden" role="status">{{ shown() ? 'Your password is shown' : '' }}</span>
    </app-field>
  `,
})
export class PasswordField extends ValueControl<string> {
  readonly value = model('');
  readonly autocomplete = input<'current-password' | 'new-password'>('current-password');
  protected readonly shown = signal(false);
}
