import { Component, computed, effect, inject, input, model, output, signal, untracked } from '@angular/core';
import { SCOPES_OF } from '@waymark/identity/domain/permissions';
import { ROLE_WORDS, type Role } from '@waymark/shared/kernel/roles';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Button } from '@waymark/shared/ui/button/button';
import { Combobox } from '@waymark/shared/ui/combobox/combobox';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import type { Option } from '@waymark/shared/ui/field/options';
import type { Problem } from '@waymark/shared/ui/problem';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { Session } from '@waymark/shared/web/session';

const BY_STAFF: Role[] = ['facilitator', 'participant', 'line_manager', 'evaluator'];
const BY_ADMINISTRATORS: Role[] = ['employer', 'programme_staff', 'administrator'];

const missingScope = (kind: 'cohort' | 'organisation'): Problem => ({
  title: 'There is a problem',
  errors: [{ code: 'required', pointer: '/scopeId', detail: `Choose ${kind === 'cohort' ? 'a cohort' : 'an organisation'}` }],
});

/** Invites somebody by name and email address, to one role in one place. */
@Component({
  selector: 'app-invite-dialog',
  imports: [Button, Combobox, Dialog, ErrorSummary, Select, TextInput],
  template: `
    <app-dialog [(open)]="open" heading="Invite a person">
      <app-error-summary [problem]="problem()" />
      <form id="invite" novalidate (submit)="submit($event)">
        <app-text-input name="givenName" label="First name" autocomplete="off" [(value)]="givenName" [problem]="problem()" />
        <app-text-input name="familyName" label="Last name" autocomplete="off" [(value)]="familyName" [problem]="problem()" />
        <app-text-input name="email" label="Email address" type="email" autocomplete="off" [(value)]="email" [problem]="problem()" />
        <app-select name="role" label="Role" empty="Choose a role" [options]="roles()" [(value)]="role" [problem]="problem()" />
        @if (places().length > 1) {
          <app-select
            name="scopeKind"
            label="Where"
            [options]="places()"
            [value]="kind() ?? ''"
            (valueChange)="wanted.set($event)"
            [problem]="problem()"
          />
        }
        @if (kind() === 'cohort') {
          <app-combobox
            name="scopeId"
            label="Cohort"
            [remote]="true"
            [options]="options()"
            [loading]="searching()"
            [(value)]="scopeId"
            [problem]="problem()"
            (searched)="cohorts($event)"
          />
        } @else if (kind() === 'organisation') {
          <app-combobox
            name="scopeId"
            label="Organisation"
            [remote]="true"
            [options]="options()"
            [loading]="searching()"
            [(value)]="scopeId"
            [problem]="problem()"
            (searched)="organisations($event)"
          />
        }
      </form>
      <ng-container actions>
        <button type="submit" form="invite" appButton [small]="true" [busy]="invite.busy()">Send invitation</button>
        <button type="button" appButton="secondary" [small]="true" (click)="open.set(false)">Cancel</button>
      </ng-container>
    </app-dialog>
  `,
})
export class InviteDialog {
  readonly open = model(false);
  readonly providerId = input.required<string>();
  readonly invited = output();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);

  protected readonly givenName = signal('');
  protected readonly familyName = signal('');
  protected readonly email = signal('');
  protected readonly role = signal('');
  protected readonly wanted = signal('');
  protected readonly scopeId = signal('');
  protected readonly options = signal<Option[]>([]);
  protected readonly searching = signal(false);
  /** What is missing before anything is sent, in the shape of the API's own refusals. */
  private readonly missing = signal<Problem | null>(null);
  protected readonly problem = computed(() => this.missing() ?? this.invite.problem());
  private asked = 0;

  protected readonly roles = computed<Option[]>(() =>
    [...BY_STAFF, ...(this.session.can('roles:edit') ? BY_ADMINISTRATORS : [])].map((role) => ({ value: role, label: ROLE_WORDS[role] })),
  );
  /** Where the chosen role may be held, within this provider. */
  protected readonly places = computed<Option[]>(() => {
    const kinds = SCOPES_OF[this.role() as Role] ?? [];
    const words = { provider: 'Everything this provider runs', cohort: 'One cohort', organisation: 'One organisation', installation: '' };
    return kinds.filter((kind) => kind !== 'installation').map((kind) => ({ value: kind, label: words[kind] }));
  });
  protected readonly kind = computed(() => {
    const kinds = this.places().map(({ value }) => value);
    return (kinds.includes(this.wanted()) ? this.wanted() : kinds[0]) as 'provider' | 'cohort' | 'organisation' | undefined;
  });

  protected readonly invite = action(async () => {
    const kind = this.kind() ?? 'provider';
    const scopeId = kind === 'provider' ? this.providerId() : this.scopeId();
    await this.api.send('post', '/invitations', {
      body: {
        providerId: this.providerId(),
        givenName: this.givenName(),
        familyName: this.familyName(),
        email: this.email(),
        role: this.role() as Role,
        scopeKind: kind,
        scopeId,
      },
    });
    this.announcer.announce(`Invited ${this.givenName()} ${this.familyName()}`);
    for (const field of [this.givenName, this.familyName, this.email, this.scopeId]) field.set('');
    this.open.set(false);
    this.invited.emit();
  });

  constructor() {
    // What was wrong with the last attempt says nothing about the next.
    effect(() => {
      if (this.open()) untracked(() => this.clear());
    });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.clear();
    const kind = this.kind();
    if ((kind === 'cohort' || kind === 'organisation') && !this.scopeId()) this.missing.set(missingScope(kind));
    else void this.invite.run();
  }

  private clear(): void {
    this.missing.set(null);
    this.invite.clear();
  }

  protected cohorts(search: string): Promise<void> {
    return this.find(async () => {
      const { items } = await this.api.read('/cohorts', { query: { search, provider: this.providerId(), limit: 20 } } as never);
      return (items as { id: string; name: string; code: string }[]).map(({ id, name, code }) => ({ value: id, label: name, hint: code }));
    });
  }

  protected organisations(query: string): Promise<void> {
    return this.find(async () => {
      const { items } = await this.api.read('/organisations', { query: { query, limit: 20 } } as never);
      return (items as { id: string; officialName: string }[]).map(({ id, officialName }) => ({ value: id, label: officialName }));
    });
  }

  /** Only the answer to what was typed last is shown. */
  private async find(ask: () => Promise<Option[]>): Promise<void> {
    const mine = ++this.asked;
    this.searching.set(true);
    const options = await ask().catch((): Option[] => []);
    if (mine !== this.asked) return;
    this.options.set(options);
    this.searching.set(false);
  }
}
