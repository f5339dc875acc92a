import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { Session } from '@waymark/shared/web/session';
import { jobBody, JobFields, NO_JOB } from '../job-fields';
import { personBody, personDraftOf, PersonFields } from '../person-fields';
import { nameOf } from '../people-words';

@Component({
  selector: 'app-add-person-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, TitleBlock, JobFields, PersonFields],
  template: `
    <app-title-block heading="Add a person" [crumbs]="[{ label: 'People', link: '/people' }, { label: 'Add a person' }]" />
    <form [appForm]="form" (submitted)="save.run()">
      <app-error-summary />
      <app-person-fields />
      <h2 class="heading-medium form__heading">Job</h2>
      <p class="form__about">Leave this empty if you do not know it yet. You can add it later.</p>
      <app-job-fields under="employment-" [withEnd]="false" />
      <div class="actions form__actions">
        <button type="submit" appButton [busy]="save.busy()">Add person</button>
        <a class="text-button" routerLink="/people">Cancel</a>
      </div>
    </form>
  `,
})
export class AddPersonPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly form = formOf({ ...personDraftOf(undefined), employment: NO_JOB }, { problem: () => this.save.problem() });

  protected readonly save = action(async () => {
    const { employment: job, ...person } = this.form.draft();
    const given = Object.values(job).some((value) => value.trim() !== '');
    const body = {
      ...personBody(person),
      providerId: this.session.current()?.provider?.id ?? '',
      employment: given ? jobBody(job) : null,
    };
    const made = await this.api.send('post', '/people', { body });
    this.form.saved();
    await this.router.navigate(['/people', made.id], { state: { done: `${nameOf(made)} added` } });
  });
}
