import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext } from '@waymark/shared/ui/form/form';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';
import {
  ORGANISATION_LABELS,
  organisationBody,
  organisationDraftOf,
  organisationWords,
  tidied,
  type OrganisationDraft,
} from '../organisation-draft';
import { OrganisationFields } from '../organisation-form-page/organisation-fields';

type Draft = OrganisationDraft & { reason: string };

/** What somebody would have the register say of an organisation, for its keeper to decide. */
@Component({
  selector: 'app-propose-page',
  imports: [
    RouterLink,
    Button,
    ErrorSummary,
    FormContext,
    StaleEditDialog,
    ErrorState,
    LoadingState,
    Textarea,
    TitleBlock,
    OrganisationFields,
  ],
  template: `
    <app-title-block [heading]="heading()" [crumbs]="crumbs()" />
    @if (organisation.hasValue()) {
      <p class="form__about">
        All providers share this organisation. The register keeper will see your change next to what the register says now, and will decide.
      </p>
      <form [appForm]="edit" (submitted)="submit()">
        <app-error-summary />
        <app-organisation-fields />
        <app-textarea name="reason" label="Why should this change?" hint="For example, where you found it" [optional]="true" [rows]="3" />
        <div class="actions form__actions">
          <button type="submit" appButton [busy]="edit.busy()">Send to the register keeper</button>
          <a class="text-button" [routerLink]="['/organisations', id()]">Cancel</a>
        </div>
      </form>
      <app-stale-edit-dialog [edit]="edit" (saved)="leave()" />
    } @else if (problem(); as problem) {
      <section class="panel"><app-error-state [problem]="problem" (again)="organisation.reload()" /></section>
    } @else {
      <app-loading-state what="the organisation" />
    }
  `,
})
export class ProposePage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly organisation = this.api.get('/organisations/{id}', () => ({ path: { id: this.id() } }));
  private readonly view = computed(() => (this.organisation.hasValue() ? this.organisation.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.organisation.error();
    return error ? readingProblem(error) : null;
  });
  protected readonly heading = computed(() => {
    const view = this.view();
    return view ? `Propose a change to ${view.officialName}` : 'Propose a change';
  });
  protected readonly crumbs = computed(() => {
    const view = this.view();
    return [
      { label: 'Organisations', link: '/organisations' },
      ...(view ? [{ label: view.officialName, link: ['/organisations', view.id] }] : []),
      { label: 'Propose a change' },
    ];
  });

  protected readonly edit = staleEdit<components['schemas']['OrganisationView'], Draft>({
    view: this.view,
    draftOf: (view) => ({ ...organisationDraftOf(view), reason: '' }),
    labels: ORGANISATION_LABELS,
    words: (field, draft) => (field === 'reason' ? draft.reason : organisationWords(field, draft)),
    send: ({ reason, ...draft }, version) => {
      const body = { ...organisationBody(draft), reason, version, providerId: this.session.current()?.provider?.id ?? '' };
      return this.api.send('post', '/organisations/{id}/proposals', { path: { id: this.id() }, body });
    },
  });

  protected async submit(): Promise<void> {
    this.edit.set({ ...this.edit.draft(), ...tidied(this.edit.draft()) });
    if (await this.edit.save()) await this.leave();
  }

  protected async leave(): Promise<void> {
    const done = 'Sent to the register keeper. Nothing changes until they decide';
    await this.router.navigate(['/organisations', this.id()], { state: { done } });
  }
}
