import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';

const NO_CONTACT = { name: '', about: '', email: '', phone: '' };

/** What one's own provider calls an organisation, and whom it speaks with there. Nobody else sees it. */
@Component({
  selector: 'app-own-details-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, ErrorState, LoadingState, TextInput, TitleBlock],
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

  protected readonly form = formOf(
    () => {
      const own = this.view()?.own.find(({ providerId }) => providerId === this.provider()?.id);
      const contacts = (own?.contacts ?? []).map(({ email, phone, ...contact }) => ({
        ...contact,
        email: email ?? '',
        phone: phone ?? '',
      }));
      return { aliases: own?.aliases ?? [], contacts };
    },
    { problem: () => this.save.problem() },
  );
  protected readonly draft = computed(() => this.form.draft());

  protected readonly save = action(async () => {
    const aliases = this.draft().aliases.filter((alias) => alias.trim() !== '');
    const written = this.draft().contacts.filter((contact) => Object.values(contact).some((value) => value.trim() !== ''));
    // Lines keep their order, so that what the API points at is the line on the page.
    this.form.patch({ aliases, contacts: written });
    const contacts = written.map((contact) => ({ ...contact, email: contact.email || null, phone: contact.phone || null }));
    const body = { providerId: this.provider()?.id ?? '', aliases, contacts };
    await this.api.send('put', '/organisations/{id}/own-details', { path: { id: this.id() }, body });
    this.form.saved();
    await this.router.navigate(['/organisations', this.id()], { state: { done: 'Changes saved' } });
  });

  protected addAlias(): void {
    this.form.patch({ aliases: [...this.draft().aliases, ''] });
    focusOn(`aliases-${this.draft().aliases.length - 1}`);
  }

  protected removeAlias(at: number): void {
    this.form.patch({ aliases: this.draft().aliases.filter((_, i) => i !== at) });
    focusOn('add-alias');
  }

  protected addContact(): void {
    this.form.patch({ contacts: [...this.draft().contacts, NO_CONTACT] });
    focusOn(`contacts-${this.draft().contacts.length - 1}-name`);
  }

  protected removeContact(at: number): void {
    this.form.patch({ contacts: this.draft().contacts.filter((_, i) => i !== at) });
    focusOn('add-contact');
  }
}

/** Once the line is on the page: what was pressed may be gone, and focus must not be. */
const focusOn = (id: string): void => void setTimeout(() => document.getElementById(id)?.focus());
