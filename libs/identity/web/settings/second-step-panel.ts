import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Button } from '@waymark/shared/ui/button/button';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';

/** Whether a provider's staff must have a second step when they sign in. */
@Component({
  selector: 'app-second-step-panel',
  imports: [RouterLink, Button, Checkboxes, ErrorState, ErrorSummary, FormContext, LoadingState, NumberInput, Panel],
  template: `
    <app-panel heading="Signing in">
      @if (policy.error()) {
        <app-error-state [problem]="unread()" (again)="policy.reload()" />
      } @else if (policy.hasValue()) {
        <form [appForm]="form" (submitted)="save.run()">
          <app-error-summary [problem]="save.problem()" />
          <app-checkboxes name="required" label="Second step" [options]="options" />
          <app-number-input
            name="graceDays"
            label="Days to set one up"
            hint="0 to 90. Until then they can work, but not change roles or read the activity"
          />
          <div class="actions">
            <button type="submit" appButton="secondary" [small]="true" [busy]="save.busy()">Save</button>
            <a class="link" routerLink="/account/second-step">Set up your own second step</a>
          </div>
        </form>
      } @else {
        <app-loading-state what="how people sign in" />
      }
    </app-panel>
  `,
})
export class SecondStepPanel {
  readonly providerId = input.required<string>();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);

  protected readonly options = [{ value: 'yes', label: 'Administrators and programme staff must have a second step' }];
  protected readonly policy = this.api.get('/second-factor-policy', () => ({ query: { providerId: this.providerId() } }));
  protected readonly unread = computed(() => readingProblem(this.policy.error()));
  protected readonly form = formOf(
    () => {
      const { required, graceDays } = this.policy.hasValue() ? this.policy.value() : { required: false, graceDays: 30 };
      return { required: required ? ['yes'] : ([] as string[]), graceDays: graceDays as number | null };
    },
    { problem: () => this.save.problem() },
  );
  protected readonly save = action(async () => {
    const { required, graceDays } = this.form.draft();
    await this.api.send('put', '/second-factor-policy', {
      body: { providerId: this.providerId(), required: required.length > 0, graceDays: graceDays as number },
    });
    this.form.saved();
    this.announcer.announce('Saved');
    this.policy.reload();
  });
}
