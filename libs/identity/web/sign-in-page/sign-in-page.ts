import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { Arrival, plainly } from '../arrival';
import { keepForLater } from '../later';
import { PasswordField } from '../password-field';

/** Email and password, or a link by email. Nothing to remember or to solve: paste and password managers work. */
@Component({
  selector: 'app-sign-in-page',
  imports: [RouterLink, Button, ErrorSummary, NotificationBanner, TextInput, PasswordField],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  /** Where the person wanted to go, from the query. */
  readonly next = input<string>();
  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);

  protected readonly email = signal('');
  protected readonly password = signal('');
  /** The address that a link was sent to, if there is an account with it. */
  protected readonly sentTo = signal('');
  protected readonly demo = this.api.get('/demo-accounts');
  protected readonly setup = this.api.get('/setup');
  protected readonly accounts = computed(() => (this.demo.hasValue() ? this.demo.value().items : []));
  protected readonly empty = computed(() => this.setup.hasValue() && this.setup.value().needed);
  protected readonly problem = computed(() => plainly(this.signIn.problem() ?? this.askForLink.problem()));

  protected readonly signIn = action(async () => {
    await this.api.send('post', '/session', { body: { email: this.email(), password: this.password() } });
    await this.arrival.go(this.next());
  });

  protected readonly askForLink = action(async () => {
    await this.api.send('post', '/sign-in-links', { body: { email: this.email() } });
    keepForLater(this.next());
    this.sentTo.set(this.email());
  });

  protected submit(event: Event): void {
    event.preventDefault();
    this.askForLink.clear();
    this.sentTo.set('');
    void this.signIn.run();
  }

  protected link(): void {
    this.signIn.clear();
    this.sentTo.set('');
    void this.askForLink.run();
  }

  protected fill(account: { email: string; password: string }): void {
    this.email.set(account.email);
    this.password.set(account.password);
    document.getElementById('sign-in')?.focus();
  }
}
