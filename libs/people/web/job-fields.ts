import { Component, input } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { OrganisationBox } from './organisation-box';
import { PersonBox } from './person-box';

/** A job as it is typed. Ids and days are empty until they are chosen. */
interface JobDraft {
  organisationId: string;
  jobTitle: string;
  gradeBand: string;
  lineManagerId: string;
  lineManagerEmail: string;
  startsOn: string;
  endsOn: string;
}
type JobBody = components['schemas']['AddEmployment'];

export const JOB_LABELS: Record<keyof JobDraft, string> = {
  organisationId: 'Organisation',
  jobTitle: 'Job title',
  gradeBand: 'Grade or band',
  lineManagerId: 'Line manager',
  lineManagerEmail: 'Line manager’s email address',
  startsOn: 'First day',
  endsOn: 'Last day',
};

export const NO_JOB: JobDraft = {
  organisationId: '',
  jobTitle: '',
  gradeBand: '',
  lineManagerId: '',
  lineManagerEmail: '',
  startsOn: '',
  endsOn: '',
};

export function jobDraftOf(job: components['schemas']['EmploymentView'] | undefined): JobDraft {
  if (!job) return NO_JOB;
  return {
    organisationId: job.organisationId,
    jobTitle: job.jobTitle,
    gradeBand: job.gradeBand ?? '',
    lineManagerId: job.lineManagerId ?? '',
    lineManagerEmail: job.lineManagerEmail ?? '',
    startsOn: job.startsOn,
    endsOn: job.endsOn ?? '',
  };
}

export function jobBody({ organisationId, jobTitle, gradeBand, lineManagerId, lineManagerEmail, startsOn, endsOn }: JobDraft): JobBody {
  return {
    organisationId,
    jobTitle,
    startsOn,
    gradeBand: gradeBand || null,
    lineManagerId: lineManagerId || null,
    lineManagerEmail: lineManagerEmail || null,
    endsOn: endsOn || null,
  };
}

/** The fields of one job. `under` is where the form's draft has a `JobDraft`: empty, or `employment-` within a person. */
@Component({
  selector: 'app-job-fields',
  imports: [DateInput, TextInput, OrganisationBox, PersonBox],
  template: `
    <app-organisation-box [name]="under() + 'organisationId'" hint="Type part of the name or a code" [chosenLabel]="organisation()" />
    <app-text-input [name]="under() + 'jobTitle'" label="Job title" />
    <app-text-input [name]="under() + 'gradeBand'" label="Grade or band" [optional]="true" [width]="20" />
    <app-person-box
      [name]="under() + 'lineManagerId'"
      label="Line manager"
      hint="Type part of their name or email address"
      [optional]="true"
      [except]="person()"
      [chosenLabel]="lineManager()"
    />
    <app-text-input
      [name]="under() + 'lineManagerEmail'"
      label="Line manager’s email address"
      hint="Only if the line manager is not in the list"
      type="email"
      [optional]="true"
    />
    <app-date-input [name]="under() + 'startsOn'" label="First day" hint="For example, 1 4 2023" />
    @if (withEnd()) {
      <app-date-input [name]="under() + 'endsOn'" label="Last day" hint="Leave empty if they still work there" [optional]="true" />
    }
  `,
})
export class JobFields {
  readonly under = input('');
  /** Names of what is chosen already, as the API gave them. */
  readonly organisation = input('');
  readonly lineManager = input('');
  /** Whose job it is: nobody is their own line manager. */
  readonly person = input('');
  readonly withEnd = input(true);
}
