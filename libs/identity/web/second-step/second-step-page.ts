import { Component, computed, inject, signal } from '@angular/core';
import { longDate } from '@waymark/shared/kernel/dates';
import { toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { Card } from '@waymark/shared/ui/panel/panel';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { momentWords } from '../moment-words';
import { publicProblem } from '../public-problem';
import { RecoveryCodes } from './recovery-codes';
import { SecondStepSetup } from './second-step-setup';

/** What one has of second steps: to add, to remove, and to make recovery codes. */
@Component({
  selector: 'app-second-step-page',
  imports: [Button, Card, ErrorState, ErrorSummary, LoadingState, NotificationBanner, RecoveryCodes, SecondStepSetup],
  template: `
    <app-error-summary [problem]="problem()" />
    @if (said()) {
      <app-notification-banner tone="success" [heading]="said()" />
    }
    <h1 class="heading-large">Second step</h1>
    <p class="lead">
      A second step protects your account if somebody learns your password. You use it each time you sign in, after your password or your
      link.
    </p>
    @if (own.error()) {
      <app-error-state [problem]="unread()" (again)="own.reload()" />
    } @else if (own.hasValue()) {
      <div class="stack account">
        @if (due(); as day) {
          <p>
            <b>Your team asks for a second step. Set one up by {{ day }}.</b> Until then you cannot change roles or read the activity there.
          </p>
        }
        @if (has()) {
          <app-card heading="What you use">
            <ul class="devices">
              @if (own.value().totp) {
                <li>
                  <div><b>Authenticator app</b></div>
                  <button type="button" appButton="secondary" [small]="true" [busy]="remove.busy()" (click)="drop(null)">
                    Remove<span class="visually-hidden"> the authenticator app</span>
                  </button>
                </li>
              }
              @for (key of own.value().passkeys; track key.id) {
                <li>
                  <div>
                    <b>Passkey: {{ key.name }}</b>
                    <span class="devices__detail">
                      Added {{ words(key.createdAt) }}{{ key.usedAt ? ', last used ' + words(key.usedAt) : '' }}
                    </span>
                  </div>
                  <button type="button" appButton="secondary" [small]="true" [busy]="remove.busy()" (click)="drop(key.id)">
                    Remove<span class="visually-hidden"> the passkey {{ key.name }}</span>
                  </button>
                </li>
              }
            </ul>
          </app-card>
          <app-card heading="Recovery codes">
            @if (own.value().recoveryCodes === 0) {
              <p><b>You have no recovery codes.</b></p>
            } @else {
              <p>You have {{ own.value().recoveryCodes }} recovery codes that you have not used.</p>
            }
            <app-recovery-codes (kept)="own.reload()" />
          </app-card>
        }
        <app-card [heading]="has() ? 'Add another' : 'Set up a second step'">
          <app-second-step-setup (added)="added()" />
        </app-card>
      </div>
    } @else {
      <app-loading-state what="your second step" />
    }
  `,
})
export class SecondStepPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly own = this.api.get('/account/second-factors');
  protected readonly said = signal('');
  protected readonly words = momentWords;
  protected readonly has = computed(() => this.own.hasValue() && (this.own.value().totp || this.own.value().passkeys.length > 0));
  protected readonly due = computed(() => {
    const due = this.own.hasValue() && !this.has() ? this.own.value().due : null;
    return due ? longDate(wallDate(toWall(new Date(due)))) : null;
  });
  protected readonly problem = computed(() => publicProblem(this.remove.problem()));
  protected readonly unread = computed(() => readingProblem(this.own.error()));

  protected readonly remove = action(async (id: string | null) => {
    if (id === null) await this.api.send('delete', '/account/totp');
    else await this.api.send('delete', '/account/passkeys/{id}', { path: { id } });
    this.said.set('Removed');
    this.own.reload();
  });

  protected drop(id: string | null): void {
    this.said.set('');
    void this.remove.run(id);
  }

  protected async added(): Promise<void> {
    this.remove.clear();
    this.said.set('Your second step is set up. Make your recovery codes now. You have been signed out everywhere else');
    this.own.reload();
    await this.session.refresh();
  }
}
