import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { roleWords } from '@waymark/shared/kernel/roles';
import { longDate } from '@waymark/shared/kernel/dates';
import { toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { LoadingState } from '@waymark/shared/ui/states/states';
import { SummaryList } from '@waymark/shared/ui/summary-list/summary-list';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import type { Answer } from '@waymark/shared/web/openapi';
import type { paths } from '@waymark/shared/client/schema';
import { AfterSignIn } from '../after-sign-in';
import { PasswordField } from '../password-field';
import { publicProblem } from '../public-problem';

/** Where the link of an invitation leads: who invites, to what, and how to accept. Opening it accepts nothing. */
@Component({
  selector: 'app-invitation-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, LoadingState, SummaryList, PasswordField],
  template: `
    <div class="door">
      <app-error-summary [problem]="form.problem()" />
      <h1 class="heading-large">Your invitation</h1>
      @if (invitation(); as asked) {
        @if (done()) {
          <p class="lead">You have accepted the invitation. Sign in as usual to use your new role.</p>
          <p class="page__next"><a appButton routerLink="/sign-in">Sign in</a></p>
        } @else {
          <p class="lead">{{ lead() }}</p>
          <app-summary-list [rows]="rows()" />
          <form [appForm]="form" (submitted)="accept.run()">
            @if (!asked.hasAccount) {
              <input
                class="visually-hidden"
                type="email"
                name="username"
                autocomplete="username"
                [value]="asked.email"
                readonly
                tabindex="-1"
                aria-hidden="true"
              />
              <app-password-field
                name="password"
                label="Choose a password"
                hint="Use 15 characters or more. Three or four unrelated words are easy to remember. Leave this empty if you would rather get a sign-in link by email each time."
                autocomplete="new-password"
                [optional]="true"
              />
            }
            <button type="submit" appButton [busy]="accept.busy()">Accept invitation</button>
          </form>
        }
      } @else if (lookUp.busy()) {
        <app-loading-state what="your invitation" [lines]="3" />
      } @else if (!token()) {
        <p class="lead">The link is incomplete. Copy the whole link from your email.</p>
      } @else {
        <p class="lead">
          Ask the person who invited you to send a new invitation, or <a class="link" routerLink="/sign-in">sign in</a> if you have already
          accepted it.
        </p>
      }
    </div>
  `,
})
export class InvitationPage {
  /** From the query of the link. */
  readonly token = input<string>();
  private readonly api = inject(Api);
  private readonly afterSignIn = inject(AfterSignIn);

  protected readonly invitation = signal<Answer<paths, 'post', '/invitation-lookups'> | null>(null);
  protected readonly form = formOf(
    { password: '' },
    { asks: false, problem: () => publicProblem(this.accept.problem() ?? this.lookUp.problem()) },
  );
  protected readonly done = signal(false);
  protected readonly lead = computed(() => {
    const { invitedBy, organiser } = this.invitation()!;
    return organiser
      ? `${invitedBy} at ${organiser.name} has invited you. ${organiser.name} runs its programmes with Waymark.`
      : `${invitedBy} has invited you to use Waymark.`;
  });
  protected readonly rows = computed(() => {
    const asked = this.invitation();
    if (!asked) return [];
    return [
      { key: 'Name', value: asked.name },
      { key: 'Email address', value: asked.email },
      { key: 'Role', value: roleWords(asked.role) },
      { key: 'Where', value: asked.scopeName ?? 'All of Waymark' },
      { key: 'Accept by', value: longDate(wallDate(toWall(new Date(asked.expiresAt)))) },
      ...(asked.organiser?.contact ? [{ key: 'Questions', value: asked.organiser.contact }] : []),
    ];
  });

  /** A POST keeps the token out of addresses and logs. */
  protected readonly lookUp = action(async (token: string) => {
    this.invitation.set(await this.api.send('post', '/invitation-lookups', { body: { token } }));
  });

  protected readonly accept = action(async () => {
    const { password } = this.form.draft();
    const { signedIn } = await this.api.send('post', '/invitation-acceptances', {
      body: { token: this.token() ?? '', ...(password ? { password } : {}) },
    });
    if (signedIn) await this.afterSignIn.go();
    else this.done.set(true);
  });

  constructor() {
    effect(() => {
      const token = this.token();
      // Untracked: what the action says about itself must not start it again.
      if (token) untracked(() => void this.lookUp.run(token));
    });
  }
}
