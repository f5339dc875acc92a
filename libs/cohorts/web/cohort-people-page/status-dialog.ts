import { Component, computed, inject, input, model, output } from '@angular/core';
import {
  ENROLMENT_REASONS,
  ENROLMENT_STATUSES,
  ENROLMENT_TRANSITIONS,
  REASONS_FOR,
  SETTABLE_STATUSES,
  type EnrolmentReason,
} from '@waymark/cohorts/domain/enrolment-status';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { Select } from '@waymark/shared/ui/select/select';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { type EnrolmentRow } from '../cohort-words';

type Settable = (typeof SETTABLE_STATUSES)[number];

interface Draft {
  to: Settable | '';
  reasonCode: EnrolmentReason | '';
  note: string;
}

/** Gives one person or many another status, with the reason it needs. */
@Component({
  selector: 'app-status-dialog',
  imports: [Button, Dialog, ErrorSummary, FormContext, Radios, Select, Textarea],
  template: `
    <app-dialog [appForm]="form" [(open)]="open" [heading]="heading()">
      <app-error-summary />
      @if (choices().length > 0) {
        <app-radios [small]="true" name="to" label="New status" [options]="choices()" />
        @if (reasons().length > 0) {
          <app-select name="reasonCode" label="Reason" empty="Choose a reason" [options]="reasons()" />
          <app-textarea name="note" label="Note" [optional]="form.draft().reasonCode !== 'other'" [rows]="3" [max]="1000" />
        }
      } @else {
        <p>These people cannot all be changed to the same status. Choose people who have the same status now.</p>
      }
      <ng-container actions>
        @if (choices().length > 0) {
          <button type="button" appButton [small]="true" [busy]="change.busy()" (click)="change.run()">Change status</button>
        }
        <button type="button" appButton="secondary" [small]="true" (click)="open.set(false)">Cancel</button>
      </ng-container>
    </app-dialog>
  `,
})
export class StatusDialog {
  readonly cohortId = input.required<string>();
  readonly people = input.required<readonly EnrolmentRow[]>();
  /** All that are chosen, also on other pages of the list. */
  readonly ids = input.required<readonly string[]>();
  readonly open = model(false);
  readonly changed = output<string>();
  private readonly api = inject(Api);

  protected readonly form = formOf<Draft>(() => this.begun(), {
    problem: () => this.change.problem(),
    follow: { to: () => ({ reasonCode: '' }) },
  });
  protected readonly heading = computed(() => {
    const [only] = this.people();
    return this.ids().length === 1 && only
      ? `Change status of ${only.person.name}`
      : `Change status of ${many(this.ids().length, 'person', 'people')}`;
  });
  /** What everybody in sight can become; the API has the last word about the rest. */
  protected readonly choices = computed(() =>
    SETTABLE_STATUSES.filter((to) => this.people().every(({ status }) => ENROLMENT_TRANSITIONS[status].includes(to))).map((value) => ({
      value,
      label: ENROLMENT_STATUSES[value],
    })),
  );
  protected readonly reasons = computed(() => {
    const { to } = this.form.draft();
    return to ? REASONS_FOR[to].map((value) => ({ value, label: ENROLMENT_REASONS[value] })) : [];
  });

  protected readonly change = action(async () => {
    const ids = [...this.ids()];
    const { to, reasonCode, note } = this.form.draft();
    await this.api.send('post', '/cohorts/{id}/enrolment-changes', {
      path: { id: this.cohortId() },
      body: {
        ids,
        to: to as Settable,
        ...(reasonCode ? { reasonCode } : {}),
        ...(note.trim() && this.reasons().length > 0 ? { note: note.trim() } : {}),
      },
    });
    this.open.set(false);
    this.changed.emit(`Status of ${many(ids.length, 'person', 'people')} changed`);
  });

  /** Opened again, it begins anew. */
  private begun(): Draft {
    this.open();
    return { to: '', reasonCode: '', note: '' };
  }
}
