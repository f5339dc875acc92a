import { Component, computed, effect, inject, input, model, output, signal, untracked } from '@angular/core';
import { SCOPES_OF } from '@waymark/identity/domain/permissions';
import { nameOf } from '@waymark/people/web/people-words';
import { ROLE_WORDS, type Role } from '@waymark/shared/kernel/roles';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Button } from '@waymark/shared/ui/button/button';
import { Combobox } from '@waymark/shared/ui/combobox/combobox';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import type { Option } from '@waymark/shared/ui/field/options';
import type { Problem } from '@waymark/shared/ui/problem';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { Session } from '@waymark/shared/web/session';

const BY_STAFF: Role[] = ['facilitator', 'participant', 'line_manager', 'evaluator'];
const BY_ADMINISTRATORS: Role[] = ['employer', 'programme_staff', 'administrator'];
const BY_INSTALLATION: Role[] = ['register_keeper'];

type ScopeKind = 'provider' | 'cohort' | 'organisation' | 'installation';

interface Draft {
  givenName: string;
  familyName: string;
  email: string;
  role: Role | '';
  scopeKind: ScopeKind | '';
  scopeId: string;
}

const NOBODY: Draft = { givenName: '', familyName: '', email: '', role: '', scopeKind: '', scopeId: '' };

/** Where a role may be held: within one provider, and only what is held nowhere else at the installation. */
function kindsOf(role: Role | ''): ScopeKind[] {
  if (role === '') return [];
  const within = SCOPES_OF[role].filter((kind) => kind !== 'installation');
  return within.length > 0 ? within : ['installation'];
}

/** Whom a role at an organisation shows, which is fewer than its name may promise. */
const SHOWN: Partial<Record<Role, string>> = {
  employer: 'They will only see people from this organisation that your provider works with',
  line_manager: 'They will only see people who have named them as their line manager',
};

const missingScope = (kind: 'cohort' | 'organisation'): Problem => ({
  title: 'There is a problem',
  errors: [{ code: 'required', pointer: '/scopeId', detail: `Choose ${kind === 'cohort' ? 'a cohort' : 'an organisation'}` }],
});

/** Invites somebody by name and email address, to one role in one place. */
@Component({
  selector: 'app-invite-dialog',
  imports: [Button, Combobox, Dialog, ErrorSummary, FormContext, Select, TextInput],
  template: `
    <app-dialog [(open)]="open" heading="Invite a person">
      <form id="invite" [appForm]="form" (submitted)="submit()">
        <app-error-summary />
        <app-text-input
          name="givenName"
          label="First name"
          hint="Leave empty if they have only one name"
          [optional]="true"
          autocomplete="off"
        />
        <app-text-input name="familyName" label="Last name" autocomplete="off" />
        <app-text-input name="email" label="Email address" type="email" autocomplete="off" />
        <app-select name="role" label="Role" empty="Choose a role" [options]="roles()" />
        @if (places().length > 1) {
          <app-select name="scopeKind" label="Where" [options]="places()" />
        }
        @if (kind() === 'cohort') {
          <app-combobox
            name="scopeId"
            label="Cohort"
            [remote]="true"
            [options]="options()"
            [loading]="searching()"
            (searched)="cohorts($event)"
          />
        } @else if (kind() === 'organisation') {
          <app-combobox
            name="scopeId"
            label="Organisation"
            [hint]="shown()"
            [remote]="true"
            [options]="options()"
            [loading]="searching()"
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

  protected readonly options = signal<Option[]>([]);
  protected readonly searching = signal(false);
  /** What is missing before anything is sent, in the shape of the API's own refusals. */
  private readonly missing = signal<Problem | null>(null);
  protected readonly form = formOf<Draft>(NOBODY, {
    problem: () => this.missing() ?? this.invite.problem(),
    follow: { role: (role, { scopeKind }) => ({ scopeKind: kindsOf(role).find((kind) => kind === scopeKind) ?? kindsOf(role)[0] ?? '' }) },
  });
  private asked = 0;

  protected readonly roles = computed<Option[]>(() =>
    [
      ...BY_STAFF,
      ...(this.session.can('roles:edit') ? BY_ADMINISTRATORS : []),
      ...(this.session.can('providers:edit') ? BY_INSTALLATION : []),
    ].map((role) => ({ value: role, label: ROLE_WORDS[role] })),
  );
  /** Where the chosen role may be held, within this provider. */
  protected readonly places = computed<Option[]>(() => {
    const words = {
      provider: 'Everything this provider runs',
      cohort: 'One cohort',
      organisation: 'One organisation',
      installation: 'All of Waymark',
    };
    return kindsOf(this.form.draft().role).map((kind) => ({ value: kind, label: words[kind] }));
  });
  protected readonly kind = computed(() => this.form.draft().scopeKind);
  protected readonly shown = computed(() => SHOWN[this.form.draft().role as Role] ?? '');

  protected readonly invite = action(async () => {
    const { role, ...draft } = this.form.draft();
    const scopeKind = draft.scopeKind || 'provider';
    const providerId = scopeKind === 'installation' ? null : this.providerId();
    const scopeId = scopeKind === 'provider' || scopeKind === 'installation' ? providerId : draft.scopeId;
    // Nothing chosen is refused by the API, in its own words.
    await this.api.send('post', '/invitations', { body: { ...draft, providerId, role: role as Role, scopeKind, scopeId } });
    this.announcer.announce(`Invited ${nameOf(draft)}`);
    this.form.patch({ givenName: '', familyName: '', email: '', scopeId: '' });
    this.open.set(false);
    this.invited.emit();
  });

  constructor() {
    // What was wrong with the last attempt says nothing about the next.
    effect(() => {
      if (this.open()) untracked(() => this.clear());
    });
  }

  protected submit(): void {
    this.clear();
    const kind = this.kind();
    if ((kind === 'cohort' || kind === 'organisation') && !this.form.draft().scopeId) this.missing.set(missingScope(kind));
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
