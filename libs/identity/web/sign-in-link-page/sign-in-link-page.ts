import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { AfterSignIn } from '../after-sign-in';
import { publicProblem } from '../public-problem';
import { takeWantedPage } from '../wanted-page';

/** Where the link of a mail leads. Opening it does nothing yet: mail scanners open links too. */
@Component({
  selector: 'app-sign-in-link-page',
  imports: [RouterLink, Button, ErrorSummary],
  template: `
    <app-error-summary [problem]="problem()" />
    <h1 class="heading-large">Sign in</h1>
    @if (token()) {
      <p class="lead">Use the button to sign in on this device.</p>
      <p class="page__next"><button type="button" appButton [busy]="signIn.busy()" (click)="signIn.run()">Sign in</button></p>
    } @else {
      <p class="lead">The link is incomplete. Copy the whole link from your email.</p>
    }
    <p class="page__next"><a class="link" routerLink="/sign-in">Ask for a new link, or use your password</a></p>
  `,
})
export class SignInLinkPage {
  /** From the query of the link. */
  readonly token = input<string>();
  private readonly api = inject(Api);
  private readonly afterSignIn = inject(AfterSignIn);

  protected readonly problem = computed(() => publicProblem(this.signIn.problem()));
  protected readonly signIn = action(async () => {
    await this.api.send('post', '/session/link', { body: { token: this.token() ?? '' } });
    await this.afterSignIn.go(takeWantedPage());
  });
}
