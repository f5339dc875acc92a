import { Component, inject, input, output } from '@angular/core';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';

/** Where those who take part in a provider's programmes are to ask. */
@Component({
  selector: 'app-contact-panel',
  imports: [Button, ErrorSummary, FormContext, Panel, TextInput],
  template: `
    <app-panel heading="Contact for participants">
      <form [appForm]="form" (submitted)="save.run()">
        <app-error-summary />
        <app-text-input
          name="contact"
          label="Email address"
          type="email"
          hint="Shown in invitations, and under Help to participants, facilitators and employers"
          [optional]="true"
        />
        <button type="submit" appButton="secondary" [small]="true" [busy]="save.busy()">Save contact</button>
      </form>
    </app-panel>
  `,
})
export class ContactPanel {
  readonly providerId = input.required<string>();
  readonly kept = input('');
  readonly saved = output();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);

  protected readonly form = formOf(() => ({ contact: this.kept() }), { problem: () => this.save.problem() });
  protected readonly save = action(async () => {
    await this.api.send('put', '/providers/{id}/contact', { path: { id: this.providerId() }, body: this.form.draft() });
    this.announcer.announce('Contact saved');
    this.form.saved();
    this.saved.emit();
  });
}
