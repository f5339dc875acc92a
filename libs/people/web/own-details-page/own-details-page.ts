import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext } from '@waymark/shared/ui/form/form';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';

type Own = Pick<components['schemas']['OrganisationView']['own'][number], 'aliases' | 'contacts' | 'version'>;
interface Draft {
  aliases: string[];
  contacts: (typeof NO_CONTACT)[];
}

const NOTHING_SAID: Own = { aliases: [], contacts: [], version: 0 };
const NO_CONTACT = { name: '', about: '', email: '', phone: '' };

/** What one's own provider calls an organisation, and whom it speaks with there. Nobody else sees it. */
@Component({
  selector: 'app-own-details-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, StaleEditDialog, ErrorState, LoadingState, TextInput, TitleBlock],
  templateUrl: './own-details-page.html',
})
export class OwnDetailsPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly provider = computed(() => this.session.current()?.provider ?? null);

  protected readonly organisation = this.api.get('/organisations/{id}', () => ({ path: { id: this.id() } }));
  private readonly view = computed(() => (this.organisation.hasValue() ? this.organisation.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.organisation.error();
    return error ? readingProblem(error) : null;
  });
  /** The other names of an organisation that is one's own anyway are among its details. */
  protected readonly shared = computed(() => this.view()?.owner == null);
  protected readonly providerName = computed(() => this.provider()?.name ?? 'your provider');
  protected readonly crumbs = computed(() => {
    const view = this.view();
    return [
      { label: 'Organisations', link: '/organisations' },
      ...(view ? [{ label: view.officialName, link: ['/organisations', view.id] }] : []),
      { label: 'Your names and contacts' },
    ];
  });

  private readonly own = computed<Own | undefined>(() => {
    const view = this.view();
    return view && (view.own.find(({ providerId }) => providerId === this.provider()?.id) ?? NOTHING_SAID);
  });
  protected readonly edit = staleEdit<Own, Draft>({
    view: this.own,
    draftOf: (own) => ({
      aliases: own?.aliases ?? [],
      contacts: (own?.contacts ?? []).map(({ email, phone, ...contact }) => ({ ...contact, email: email ?? '', phone: phone ?? '' })),
    }),
    labels: { aliases: 'Names you use', contacts: 'Contacts' },
    words: (field, draft) => (field === 'aliases' ? draft.aliases : draft.contacts.map(({ name }) => name)).join(', ') || 'None',
    send: ({ aliases, contacts }, version) => {
      const sent = contacts.map((contact) => ({ ...contact, email: contact.email || null, phone: contact.phone || null }));
      const body = { providerId: this.provider()?.id ?? '', aliases, contacts: sent, version };
      return this.api.send('put', '/organisations/{id}/own-details', { path: { id: this.id() }, body });
    },
  });
  protected readonly draft = this.edit.draft;

  protected async submit(): Promise<void> {
    const aliases = this.draft().aliases.filter((alias) => alias.trim() !== '');
    const contacts = this.draft().contacts.filter((contact) => Object.values(contact).some((value) => value.trim() !== ''));
    // Lines keep their order, so that what the API points at is the line on the page.
    this.edit.patch({ aliases, contacts });
    if (await this.edit.save()) await this.leave();
  }

  protected async leave(): Promise<void> {
    await this.router.navigate(['/organisations', this.id()], { state: { done: 'Changes saved' } });
  }

  protected addAlias(): void {
    this.edit.patch({ aliases: [...this.draft().aliases, ''] });
    focusOn(`aliases-${this.draft().aliases.length - 1}`);
  }

  protected removeAlias(at: number): void {
    this.edit.patch({ aliases: this.draft().aliases.filter((_, i) => i !== at) });
    focusOn('add-alias');
  }

  protected addContact(): void {
    this.edit.patch({ contacts: [...this.draft().contacts, NO_CONTACT] });
    focusOn(`contacts-${this.draft().contacts.length - 1}-name`);
  }

  protected removeContact(at: number): void {
    this.edit.patch({ contacts: this.draft().contacts.filter((_, i) => i !== at) });
    focusOn('add-contact');
  }
}

/** Once the line is on the page: what was pressed may be gone, and focus must not be. */
const focusOn = (id: string): void => void setTimeout(() => document.getElementById(id)?.focus());
