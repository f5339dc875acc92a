import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { startAuthentication } from '@simplewebauthn/browser';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { LoadingState } from '@waymark/shared/ui/states/states';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { AfterSignIn } from '../after-sign-in';
import { publicProblem } from '../public-problem';
import { fromBrowser } from './from-browser';
import { RecoveryCodes } from './recovery-codes';
import { SecondStepSetup } from './second-step-setup';

/** The rest of signing in, after the password or the link: a code, a passkey, or setting one of them up where the team asks for it. */
@Component({
  selector: 'app-sign-in-step-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, LoadingState, RecoveryCodes, SecondStepSetup, TextInput],
  template: `
    <div class="door">
      <app-error-summary [problem]="form.problem()" />
      @if (setUp()) {
        <h1 class="heading-large">Save your recovery codes</h1>
        <app-recovery-codes (kept)="go()" />
      } @else if (step.error()) {
        <h1 class="heading-large">Sign in</h1>
        <p class="lead">You took too long to finish signing in, or you have signed out.</p>
        <p class="page__next"><a class="link" routerLink="/sign-in">Sign in again</a></p>
      } @else if (step.hasValue()) {
        @switch (step.value().waitsFor) {
          @case ('factor') {
            <h1 class="heading-large">Confirm that it is you</h1>
            @if (step.value().passkeys) {
              <p class="page__next">
                <button type="button" appButton [busy]="passkey.busy()" (click)="code.clear(); passkey.run()">Use a passkey</button>
              </p>
            }
            <form [appForm]="form" (submitted)="passkey.clear(); code.run()">
              <app-text-input
                name="code"
                label="Code"
                [hint]="
                  step.value().totp
                    ? 'The 6 digits that your authenticator app shows, or one of your recovery codes'
                    : 'One of your recovery codes'
                "
                autocomplete="one-time-code"
                [width]="20"
              />
              <button type="submit" [appButton]="step.value().passkeys ? 'secondary' : 'primary'" [busy]="code.busy()">Continue</button>
            </form>
            <p class="page__next">If you have lost your phone, your passkey and your recovery codes, ask an administrator of your team.</p>
          }
          @case ('enrolment') {
            <h1 class="heading-large">Set up a second step</h1>
            <p class="lead">Your team asks everyone who works with its programmes for a second step when they sign in.</p>
            <app-second-step-setup (added)="setUp.set(true)" />
          }
          @default {
            <h1 class="heading-large">You have signed in</h1>
            <p class="page__next"><a class="link" routerLink="/">Go to your home page</a></p>
          }
        }
      } @else {
        <app-loading-state what="your sign-in" />
      }
    </div>
  `,
})
export class SignInStepPage {
  /** Where the person wanted to go, from the query. */
  readonly next = input<string>();
  private readonly api = inject(Api);
  private readonly afterSignIn = inject(AfterSignIn);

  protected readonly step = this.api.get('/session/second-factor');
  /** Set up just now: the recovery codes come next. */
  protected readonly setUp = signal(false);
  protected readonly form = formOf(
    { code: '' },
    { asks: false, problem: () => publicProblem(this.code.problem() ?? this.passkey.problem()) },
  );

  protected readonly code = action(async () => {
    await this.api.send('put', '/session/second-factor', { body: this.form.draft() });
    await this.go();
  });

  protected readonly passkey = action(async () => {
    const { options } = await this.api.send('put', '/session/passkey-challenge');
    const response = await fromBrowser(() => startAuthentication({ optionsJSON: options as never }));
    await this.api.send('put', '/session/passkey', { body: { response: response as never } });
    await this.go();
  });

  protected go(): Promise<void> {
    return this.afterSignIn.go(this.next());
  }
}
