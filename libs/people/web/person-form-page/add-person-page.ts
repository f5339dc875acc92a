import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { Session } from '@waymark/shared/web/session';
import { jobBody, JobFields, NO_JOB } from '../job-fields';
import { personBody, personDraftOf, PersonFields } from '../person-fields';
import { nameOf } from '../words';

@Component({
  selector: 'app-add-person-page',
  imports: [RouterLink, Button, ErrorSummary, TitleBlock, JobFields, PersonFields],
  template: `
    <app-title-block heading="Add a person" [crumbs]="[{ label: 'People', link: '/people' }, { label: 'Add a person' }]" />
    <app-error-summary [problem]="save.problem()" />
    <form novalidate (submit)="submit($event)">
      <app-person-fields [(draft)]="person" [problem]="save.problem()" />
      <h2 class="h2 form__h">Job</h2>
      <p class="form__p">Leave this empty if you do not know it yet. You can add it later.</p>
      <app-job-fields under="employment-" [(draft)]="job" [withEnd]="false" [problem]="save.problem()" />
      <div class="acts form__acts">
        <button type="submit" appButton [busy]="save.busy()">Add person</button>
        <a class="tlink" routerLink="/people">Cancel</a>
      </div>
    </form>
  `,
})
export class AddPersonPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly person = signal(personDraftOf(undefined));
  protected readonly job = signal(NO_JOB);

  protected readonly save = action(async () => {
    const job = this.job();
    const given = Object.values(job).some((value) => value.trim() !== '');
    const body = {
      ...personBody(this.person()),
      providerId: this.session.current()?.provider?.id ?? '',
      employment: given ? jobBody(job) : null,
    };
    const made = await this.api.send('post', '/people', { body });
    await this.router.navigate(['/people', made.id], { state: { done: `${nameOf(made)} is added` } });
  });

  protected submit(event: Event): void {
    event.preventDefault();
    void this.save.run();
  }
}
