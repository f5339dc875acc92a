import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { AfterSignIn } from '../after-sign-in';
import { PasswordField } from '../password-field';
import { publicProblem } from '../public-problem';

/** The first administrator and the first provider of a new installation. */
@Component({
  selector: 'app-setup-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, ErrorState, LoadingState, TextInput, PasswordField],
  template: `
    <div class="door">
      <app-error-summary [problem]="form.problem()" />
      <h1 class="heading-large">Set up Waymark</h1>
      @if (setup.hasValue()) {
        @if (setup.value().needed) {
          <p class="lead">No one has an account yet. You will be the first administrator, and can then invite other people.</p>
          <form [appForm]="form" (submitted)="setUp.run()">
            <app-text-input name="givenName" label="First name" autocomplete="given-name" />
            <app-text-input name="familyName" label="Last name" autocomplete="family-name" />
            <app-text-input name="email" label="Email address" type="email" autocomplete="username" />
            <app-password-field
              name="password"
              label="Choose a password"
              hint="Use 15 characters or more. Three or four unrelated words are easy to remember."
              autocomplete="new-password"
            />
            <app-text-input
              name="providerName"
              label="Provider name"
              hint="The organisation that runs your programmes, such as Eastern Talent Partnership"
              autocomplete="organization"
            />
            @if (setup.value().code) {
              <app-text-input
                name="code"
                label="Setup code"
                hint="Whoever installed Waymark chose it: it is what SETUP_CODE was set to"
                autocomplete="one-time-code"
              />
            }
            <button type="submit" appButton [busy]="setUp.busy()">Set up Waymark</button>
          </form>
        } @else {
          <p class="lead">Waymark has already been set up. <a class="link" routerLink="/sign-in">Sign in</a> to continue.</p>
        }
      } @else if (setup.error()) {
        <app-error-state [problem]="unread()" (again)="setup.reload()" />
      } @else {
        <app-loading-state [lines]="4" />
      }
    </div>
  `,
})
export class SetupPage {
  private readonly api = inject(Api);
  private readonly afterSignIn = inject(AfterSignIn);

  protected readonly setup = this.api.get('/setup');
  protected readonly form = formOf(
    { givenName: '', familyName: '', email: '', password: '', providerName: '', code: '' },
    { asks: false, problem: () => publicProblem(this.setUp.problem()) },
  );
  protected readonly unread = computed(() => readingProblem(this.setup.error()));

  protected readonly setUp = action(async () => {
    const { code, ...body } = this.form.draft();
    await this.api.send('post', '/setup', { body: { ...body, ...(code ? { code } : {}) } });
    await this.afterSignIn.go();
  });
}
