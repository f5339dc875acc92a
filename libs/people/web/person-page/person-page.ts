import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { SummaryList } from '@waymark/shared/ui/summary-list/summary-list';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { doneMessage } from '../done-message';
import { jobBody, jobDraftOf } from '../job-fields';
import { datesOf, nameOf } from '../people-words';

export type EmploymentView = components['schemas']['EmploymentView'];

/** One person: how to reach them, and where they have worked. */
@Component({
  selector: 'app-person-page',
  imports: [
    RouterLink,
    Button,
    DateInput,
    Dialog,
    ErrorSummary,
    FormContext,
    NotificationBanner,
    Panel,
    EmptyState,
    ErrorState,
    LoadingState,
    SummaryList,
    TitleBlock,
  ],
  templateUrl: './person-page.html',
})
export class PersonPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly done = signal(doneMessage());

  protected readonly person = this.api.get('/people/{id}', () => ({ path: { id: this.id() } }));
  protected readonly mayEdit = computed(() => this.session.can('people:edit') && this.person.hasValue() && this.person.value().kept);
  protected readonly problem = computed(() => {
    const error = this.person.error();
    return error ? readingProblem(error) : null;
  });
  protected readonly rows = computed(() => {
    if (!this.person.hasValue()) return [];
    const { email, phone, pronouns, reports } = this.person.value();
    return [
      { key: 'Email address', value: email ?? '' },
      { key: 'Phone number', value: phone ?? '' },
      { key: 'Pronouns', value: pronouns ?? '' },
      { key: 'Line manager of', value: reports === 0 ? 'No one' : many(reports, 'person', 'people') },
    ];
  });

  /** The job somebody is about to end. */
  protected readonly ending = signal<EmploymentView | null>(null);
  protected readonly form = formOf({ endsOn: '' }, { problem: () => this.end.problem() });
  protected readonly end = action(async (job: EmploymentView) => {
    const body = { ...jobBody(jobDraftOf(job)), ...this.form.draft(), version: job.version };
    const person = await this.api.send('put', '/employments/{id}', { path: { id: job.id }, body });
    this.person.set(person);
  });

  protected readonly nameOf = nameOf;
  protected readonly datesOf = datesOf;

  protected managerOf(job: EmploymentView): string {
    return job.lineManager || job.lineManagerEmail || 'Not provided';
  }

  protected beginEnding(job: EmploymentView): void {
    this.end.clear();
    this.form.reset();
    this.ending.set(job);
  }

  protected async confirmEnd(): Promise<void> {
    const job = this.ending();
    if (!job) return;
    if (await this.end.run(job)) {
      this.ending.set(null);
      this.done.set(`Last day as ${job.jobTitle} saved`);
    } else if (this.end.problem()?.status === 409) {
      // Somebody else changed this job: show what it says now, under the reason.
      this.person.reload();
    }
  }
}
