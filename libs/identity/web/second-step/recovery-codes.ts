import { Component, inject, output, signal } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';

/** New recovery codes, made on request and shown once. */
@Component({
  selector: 'app-recovery-codes',
  imports: [Button, ErrorSummary],
  template: `
    <app-error-summary [problem]="make.problem()" />
    @if (codes().length > 0) {
      <p>
        Print these codes or write them down, and keep them somewhere safe. Each signs you in once if you cannot use your second step. We
        cannot show them again.
      </p>
      <ul class="recovery-codes">
        @for (code of codes(); track code) {
          <li>
            <code>{{ code }}</code>
          </li>
        }
      </ul>
      <button type="button" appButton (click)="finish()">I have kept these codes</button>
    } @else {
      <p>Recovery codes sign you in if you lose your phone or passkey. New codes replace any that you have.</p>
      <button type="button" appButton [busy]="make.busy()" (click)="make.run()">Show new recovery codes</button>
    }
  `,
})
export class RecoveryCodes {
  readonly kept = output();
  private readonly api = inject(Api);

  protected readonly codes = signal<readonly string[]>([]);
  protected readonly make = action(async () => this.codes.set((await this.api.send('put', '/account/recovery-codes')).codes));

  protected finish(): void {
    this.codes.set([]);
    this.kept.emit();
  }
}
