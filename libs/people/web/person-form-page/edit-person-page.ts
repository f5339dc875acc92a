import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext } from '@waymark/shared/ui/form/form';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';
import { PERSON_LABELS, personBody, personDraftOf, PersonFields } from '../person-fields';
import { nameOf } from '../people-words';

@Component({
  selector: 'app-edit-person-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, StaleEditDialog, ErrorState, LoadingState, TitleBlock, PersonFields],
  template: `
    <app-title-block [heading]="heading()" [crumbs]="crumbs()" />
    @if (person.hasValue()) {
      <form [appForm]="edit" (submitted)="submit()">
        <app-error-summary />
        <app-person-fields />
        <div class="actions form__actions">
          <button type="submit" appButton [busy]="edit.busy()">Save changes</button>
          <a class="text-button" [routerLink]="['/people', id()]">Cancel</a>
        </div>
      </form>
      <app-stale-edit-dialog [edit]="edit" (saved)="leave()" />
    } @else if (problem(); as problem) {
      <section class="panel"><app-error-state [problem]="problem" (again)="person.reload()" /></section>
    } @else {
      <app-loading-state what="the person" />
    }
  `,
})
export class EditPersonPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  protected readonly person = this.api.get('/people/{id}', () => ({ path: { id: this.id() } }));
  protected readonly problem = computed(() => {
    const error = this.person.error();
    return error ? readingProblem(error) : null;
  });
  protected readonly heading = computed(() => (this.person.hasValue() ? `Edit ${nameOf(this.person.value())}` : 'Edit a person'));
  protected readonly crumbs = computed(() => [
    { label: 'People', link: '/people' },
    ...(this.person.hasValue() ? [{ label: nameOf(this.person.value()), link: ['/people', this.id()] }] : []),
    { label: 'Edit' },
  ]);

  protected readonly edit = staleEdit({
    view: computed(() => (this.person.hasValue() ? this.person.value() : undefined)),
    draftOf: personDraftOf,
    labels: PERSON_LABELS,
    send: (draft, version) => this.api.send('put', '/people/{id}', { path: { id: this.id() }, body: { ...personBody(draft), version } }),
  });

  protected async submit(): Promise<void> {
    if (await this.edit.save()) await this.leave();
  }

  protected async leave(): Promise<void> {
    await this.router.navigate(['/people', this.id()], { state: { done: 'Changes saved' } });
  }
}
