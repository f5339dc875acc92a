import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { roleWords } from '@waymark/shared/kernel/roles';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { Card } from '@waymark/shared/ui/panel/panel';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { SummaryList } from '@waymark/shared/ui/summary-list/summary-list';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { publicProblem } from '../public-problem';
import { momentWords } from '../moment-words';
import { PasswordField } from '../password-field';

/** One's own account: who one is here, the password, and where one is signed in. */
@Component({
  selector: 'app-account-page',
  imports: [
    Button,
    Card,
    ErrorState,
    ErrorSummary,
    FormContext,
    LoadingState,
    NotificationBanner,
    PasswordField,
    RouterLink,
    SummaryList,
    Tag,
  ],
  templateUrl: './account-page.html',
})
export class AccountPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly own = this.api.get('/session');
  protected readonly devices = this.api.get('/my/sessions');
  protected readonly form = formOf(
    { current: '', password: '' },
    { problem: () => publicProblem(this.change.problem() ?? this.end.problem() ?? this.endAll.problem()) },
  );
  protected readonly said = signal('');
  protected readonly words = momentWords;
  protected readonly unread = computed(() => readingProblem(this.own.error() ?? this.devices.error()));
  protected readonly details = computed(() => {
    if (!this.own.hasValue()) return [];
    const { person, email, roles } = this.own.value();
    return [
      { key: 'Name', value: person.name },
      { key: 'Email address', value: email },
      ...roles.map(({ role, scopeName, providerName }) => ({
        key: roleWords(role),
        value: [scopeName ?? 'All of Waymark', ...(providerName ? [providerName] : [])].join(', with '),
      })),
    ];
  });

  protected readonly change = action(async () => {
    const { current, password } = this.form.draft();
    await this.api.send('put', '/account/password', { body: { password, ...(current ? { current } : {}) } });
    this.form.reset();
    this.said.set('Your new password is saved. You have been signed out everywhere else');
    this.own.reload();
    this.devices.reload();
  });

  protected readonly end = action(async (id: string, device: string) => {
    await this.api.send('delete', '/my/sessions/{id}', { path: { id } });
    this.said.set(`Signed out of ${device}`);
    this.devices.reload();
  });

  protected readonly endAll = action(async () => {
    await this.api.send('delete', '/my/sessions');
    this.session.signedOut();
  });

  protected submit(): void {
    this.clear();
    void this.change.run();
  }

  protected clear(): void {
    this.said.set('');
    for (const one of [this.change, this.end, this.endAll]) one.clear();
  }
}
