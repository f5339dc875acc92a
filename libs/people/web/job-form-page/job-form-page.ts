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
import { JOB_LABELS, jobBody, jobDraftOf, JobFields } from '../job-fields';
import type { EmploymentView } from '../person-page/person-page';
import { dayOf, nameOf } from '../people-words';

/** A job of one person: a new one without `job`, else the one with that id. */
@Component({
  selector: 'app-job-form-page',
  imports: [RouterLink, Button, ErrorSummary, FormContext, StaleEditDialog, ErrorState, LoadingState, TitleBlock, JobFields],
  template: `
    <app-title-block [heading]="heading()" [crumbs]="crumbs()" />
    @if (ready()) {
      <form [appForm]="edit" (submitted)="submit()">
        <app-error-summary />
        <app-job-fields [person]="id()" [organisation]="job()?.organisation ?? ''" [lineManager]="job()?.lineManager ?? ''" />
        <div class="actions form__actions">
          <button type="submit" appButton [busy]="edit.busy()">{{ jobId() ? 'Save changes' : 'Add job' }}</button>
          <a class="text-button" [routerLink]="['/people', id()]">Cancel</a>
        </div>
      </form>
      <app-stale-edit-dialog [edit]="edit" (saved)="leave()" />
    } @else if (problem(); as problem) {
      <section class="panel"><app-error-state [problem]="problem" (again)="person.reload()" /></section>
    } @else {
      <app-loading-state what="the job" />
    }
  `,
})
export class JobFormPage {
  /** Of the person. */
  readonly id = input.required<string>();
  readonly jobId = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  protected readonly person = this.api.get('/people/{id}', () => ({ path: { id: this.id() } }));
  protected readonly job = computed<EmploymentView | undefined>(() =>
    this.person.hasValue() ? this.person.value().employments.find(({ id }) => id === this.jobId()) : undefined,
  );
  protected readonly ready = computed(() => this.person.hasValue() && (!this.jobId() || this.job() !== undefined));
  protected readonly problem = computed(() => {
    const error = this.person.error();
    if (error) return readingProblem(error);
    return this.person.hasValue() ? { title: 'This job could not be found.' } : null;
  });
  protected readonly heading = computed(() => {
    const job = this.job();
    return job ? `Edit ${job.jobTitle}` : this.jobId() ? 'Edit a job' : 'Add a job';
  });
  protected readonly crumbs = computed(() => [
    { label: 'People', link: '/people' },
    ...(this.person.hasValue() ? [{ label: nameOf(this.person.value()), link: ['/people', this.id()] }] : []),
    { label: this.jobId() ? 'Edit a job' : 'Add a job' },
  ]);

  protected readonly edit = staleEdit({
    view: this.job,
    draftOf: jobDraftOf,
    labels: JOB_LABELS,
    words: (field, draft, view) => {
      if (field === 'organisationId') return draft.organisationId === view.organisationId ? view.organisation : 'Another organisation';
      if (field === 'lineManagerId')
        return !draft.lineManagerId ? '' : draft.lineManagerId === view.lineManagerId ? (view.lineManager ?? '') : 'Another person';
      const isDay = (field === 'startsOn' || field === 'endsOn') && /^\d{4}-\d\d-\d\d$/.test(draft[field]);
      return isDay ? dayOf(draft[field]) : draft[field];
    },
    send: (draft, version): Promise<unknown> => {
      const jobId = this.jobId();
      return jobId
        ? this.api.send('put', '/employments/{id}', { path: { id: jobId }, body: { ...jobBody(draft), version } })
        : this.api.send('post', '/people/{id}/employments', { path: { id: this.id() }, body: jobBody(draft) });
    },
  });

  protected async submit(): Promise<void> {
    if (await this.edit.save()) await this.leave();
  }

  protected async leave(): Promise<void> {
    const done = this.jobId() ? 'Changes saved' : 'Job added';
    await this.router.navigate(['/people', this.id()], { state: { done } });
  }
}
