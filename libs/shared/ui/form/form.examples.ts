import { Component, signal } from '@angular/core';
import { Button } from '../button/button';
import { DateInput } from '../date-input/date-input';
import { ErrorSummary } from '../error-summary/error-summary';
import { Example } from '../example/example';
import type { Option } from '../field/options';
import type { Problem } from '../problem';
import { Radios } from '../radios/radios';
import { TextInput } from '../text-input/text-input';
import { FormContext, formOf } from './form';

@Component({
  selector: 'app-form-examples',
  imports: [Example, FormContext, ErrorSummary, TextInput, DateInput, Radios, Button],
  template: `
    <app-example
      name="Form"
      selector="[appForm], app-error-summary, app-text-input, app-date-input, app-radios"
      options="a form has a draft and a problem; each field finds its value and its message by its name"
      access="The summary takes focus when it appears; each line leads to its field; the field says its error and hint when focused"
    >
      <form [appForm]="form" (submitted)="refuse()">
        <app-error-summary />
        <app-text-input name="exampleName" label="Name" hint="What participants will see" />
        <app-date-input name="exampleDay" label="Start date" hint="For example, 24 6 2027" />
        <app-radios name="exampleLayout" label="Layout" [options]="layouts" [small]="true" />
        <button type="submit" appButton [small]="true">Show error messages</button>
      </form>
    </app-example>
  `,
})
export class FormExamples {
  private readonly refused = signal<Problem | null>(null);
  protected readonly form = formOf(
    { exampleName: 'Top Talent: Essex 2027', exampleDay: '2027-06-24', exampleLayout: '' },
    { problem: () => this.refused() },
  );
  protected readonly layouts: readonly Option[] = [
    { value: 'theatre', label: 'Theatre', hint: 'Rows of chairs that face the front' },
    { value: 'cabaret', label: 'Cabaret', hint: 'Round tables, open to the front' },
  ];

  /** Refuses what the fields above could be refused for, as the API would. */
  protected refuse(): void {
    this.refused.set({
      title: 'There is a problem',
      errors: [
        { code: 'too_long', pointer: '/exampleName', detail: 'Name must be 80 characters or fewer' },
        { code: 'day', pointer: '/exampleDay', detail: 'Start date must be a real date, such as 24 June 2027' },
        { code: 'choose', pointer: '/exampleLayout', detail: 'Choose a layout' },
      ],
    });
  }
}
