import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { AfterSignIn } from '../after-sign-in';
import { keepWantedPage } from '../wanted-page';
import { PasswordField } from '../password-field';
import { publicProblem } from '../public-problem';

/** Email and password, or a link by email. Nothing to remember or to solve: paste and password managers work. */
@Component({
  selector: 'app-sign-in-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, NotificationBanner, TextInput, PasswordField],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  /** Where the person wanted to go, from the query. */
  readonly next = input<string>();
  private readonly api = inject(Api);
  private readonly afterSignIn = inject(AfterSignIn);

  protected readonly form = formOf(
    { email: '', password: '' },
    { asks: false, problem: () => publicProblem(this.signIn.problem() ?? this.askForLink.problem()) },
  );
  /** The address that a link was sent to, if there is an account with it. */
  protected readonly sentTo = signal('');
  protected readonly setup = this.api.get('/setup');
  protected readonly demo = this.api.get('/demo-accounts', () => (this.setup.hasValue() && this.setup.value().demo ? {} : undefined));
  protected readonly accounts = computed(() => (this.demo.hasValue() ? this.demo.value().items : []));
  protected readonly empty = computed(() => this.setup.hasValue() && this.setup.value().needed);

  protected readonly signIn = action(async () => {
    await this.api.send('post', '/session', { body: this.form.draft() });
    await this.afterSignIn.go(this.next());
  });

  protected readonly askForLink = action(async () => {
    const { email } = this.form.draft();
    await this.api.send('post', '/sign-in-links', { body: { email } });
    keepWantedPage(this.next());
    this.sentTo.set(email);
  });

  protected submit(): void {
    this.askForLink.clear();
    this.sentTo.set('');
    void this.signIn.run();
  }

  protected link(): void {
    this.signIn.clear();
    this.sentTo.set('');
    void this.askForLink.run();
  }

  protected fill({ email, password }: { email: string; password: string }): void {
    this.form.patch({ email, password });
    document.getElementById('sign-in')?.focus();
  }
}
