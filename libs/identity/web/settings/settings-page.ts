import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { Select } from '@waymark/shared/ui/select/select';
import { EmptyState } from '@waymark/shared/ui/states/states';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { NAVIGATION, shownTo } from '@waymark/shared/web/navigation';
import { Session } from '@waymark/shared/web/session';
import { AuditPanel } from './audit-panel';
import { ContactPanel } from './contact-panel';
import { InvitationsPanel } from './invitations-panel';
import { InviteDialog } from './invite-dialog';
import { RolesPanel } from './roles-panel';
import { SecondStepPanel } from './second-step-panel';

/** Who works here and as what, who is invited, and what happened. */
@Component({
  selector: 'app-settings-page',
  imports: [
    RouterLink,
    Button,
    Select,
    EmptyState,
    TitleBlock,
    AuditPanel,
    ContactPanel,
    InvitationsPanel,
    InviteDialog,
    RolesPanel,
    SecondStepPanel,
  ],
  template: `
    <app-title-block heading="Settings">
      @for (entry of besides(); track entry.link) {
        <a actions appButton="secondary" [small]="true" [routerLink]="entry.link">{{ entry.label }}</a>
      }
      @if (mayInvite()) {
        <button actions type="button" appButton [small]="true" (click)="inviting.set(true)">Invite a person</button>
      }
    </app-title-block>
    @if (providers().length > 1) {
      <app-select name="provider" label="Provider" [options]="options()" [value]="providerId()" (valueChange)="chosen.set($event)" />
    }
    @if (!providerId()) {
      <app-empty-state heading="There are no settings for your role">
        <p>Administrators and programme staff see people’s roles, invitations and activity here.</p>
      </app-empty-state>
    } @else {
      <div class="stack">
        @if (mayInvite()) {
          <app-roles-panel [providerId]="providerId()" />
          <app-invitations-panel #invitations [providerId]="providerId()" />
          <app-invite-dialog [(open)]="inviting" [providerId]="providerId()" (invited)="invitations.reload()" />
        }
        @if (mayGiveRoles()) {
          <app-contact-panel [providerId]="providerId()" [kept]="contact()" (saved)="own.reload()" />
          <app-second-step-panel [providerId]="providerId()" />
        }
        @if (mayInstall()) {
          <app-roles-panel providerId="" />
        }
        @if (mayAudit()) {
          <app-audit-panel [providerId]="providerId()" />
        }
      </div>
    }
  `,
})
export class SettingsPage {
  private readonly session = inject(Session);
  private readonly navigation = inject(NAVIGATION);
  protected readonly own = inject(Api).get('/session');

  protected readonly inviting = signal(false);
  protected readonly chosen = signal('');
  protected readonly providers = computed(() => (this.own.hasValue() ? this.own.value().providers : []));
  protected readonly options = computed(() => this.providers().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly providerId = computed(() => this.chosen() || (this.session.current()?.provider?.id ?? ''));
  protected readonly contact = computed(() => this.providers().find(({ id }) => id === this.providerId())?.contact ?? '');
  protected readonly mayGiveRoles = computed(() => this.providerId() !== '' && this.own.hasValue() && this.session.can('roles:edit'));
  protected readonly mayInvite = computed(() => this.providerId() !== '' && this.session.can('accounts:invite'));
  /** Settings of other domains, which have pages of their own. */
  protected readonly besides = computed(() => {
    const view = this.session.current();
    return view ? shownTo(view, this.navigation.settings) : [];
  });
  /** Gives roles that reach all providers, or what all of them share. */
  protected readonly mayInstall = computed(() => this.session.can('providers:edit'));
  protected readonly mayAudit = computed(() => this.session.can('audit:read'));
}
