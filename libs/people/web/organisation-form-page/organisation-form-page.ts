import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext } from '@waymark/shared/ui/form/form';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';
import { ORGANISATION_LABELS, organisationBody, organisationDraftOf, organisationWords, tidied } from '../organisation-draft';
import { OrganisationFields } from './organisation-fields';

type Body = components['schemas']['KeepOrganisation'];

/** An organisation: a new one without `id`, else the one with that id. */
@Component({
  selector: 'app-organisation-form-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, StaleEditDialog, ErrorState, LoadingState, TitleBlock, OrganisationFields],
  template: `
    <app-title-block [heading]="heading()" [crumbs]="crumbs()" />
    @if (!id() || organisation.hasValue()) {
      <form [appForm]="edit" (submitted)="submit()">
        <app-error-summary />
        @if (!id() && own()) {
          <p class="form__about">You can use it straight away. The register keeper will decide whether other providers can use it too.</p>
        }
        <app-organisation-fields />
        <div class="actions form__actions">
          <button type="submit" appButton [busy]="edit.busy()">{{ id() ? 'Save changes' : 'Add organisation' }}</button>
          <a class="text-button" [routerLink]="id() ? ['/organisations', id()] : '/organisations'">Cancel</a>
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
export class OrganisationFormPage {
  readonly id = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private saved = '';

  protected readonly organisation = this.api.get('/organisations/{id}', () => {
    const id = this.id();
    return id ? { path: { id } } : undefined;
  });
  private readonly view = computed(() => (this.organisation.hasValue() ? this.organisation.value() : undefined));
  /** Only the provider's: what a keeper adds, or finds in the register, is everybody's. */
  protected readonly own = computed(() => (this.id() ? this.view()?.owner != null : !this.session.can('register:keep')));
  protected readonly problem = computed(() => {
    const error = this.organisation.error();
    return error ? readingProblem(error) : null;
  });
  protected readonly heading = computed(() => {
    const view = this.view();
    return view ? `Edit ${view.officialName}` : this.id() ? 'Edit an organisation' : 'Add an organisation';
  });
  protected readonly crumbs = computed(() => {
    const view = this.view();
    return [
      { label: 'Organisations', link: '/organisations' },
      ...(view ? [{ label: view.officialName, link: ['/organisations', view.id] }] : []),
      { label: this.id() ? 'Edit' : 'Add an organisation' },
    ];
  });

  protected readonly edit = staleEdit({
    view: this.view,
    draftOf: organisationDraftOf,
    labels: ORGANISATION_LABELS,
    words: organisationWords,
    send: async (draft, version) => {
      const id = this.id();
      const body = organisationBody(draft);
      const kept = this.own() ? await this.sendOwn(id, body, version) : await this.sendKept(id, body, version);
      this.saved = kept.id;
    },
  });

  /** In the register, which only its keeper changes. */
  private sendKept(id: string | undefined, body: Body, version: number) {
    return id
      ? this.api.send('put', '/register/organisations/{id}', { path: { id }, body: { ...body, version } })
      : this.api.send('post', '/register/organisations', { body });
  }

  private sendOwn(id: string | undefined, body: Body, version: number) {
    return id
      ? this.api.send('put', '/organisations/{id}', { path: { id }, body: { ...body, version } })
      : this.api.send('post', '/organisations', { body: { ...body, providerId: this.session.current()?.provider?.id ?? '' } });
  }

  protected async submit(): Promise<void> {
    this.edit.set(tidied(this.edit.draft()));
    if (await this.edit.save()) await this.leave();
  }

  protected async leave(): Promise<void> {
    const done = this.id() ? 'Changes saved' : 'Organisation added';
    await this.router.navigate(['/organisations', this.saved], { state: { done } });
  }
}
