import { Component, signal } from '@angular/core';
import { Example } from '../example/example';
import { TimeInput } from '../time-input/time-input';
import { Textarea } from './textarea';

@Component({
  selector: 'app-textarea-examples',
  imports: [Example, Textarea, TimeInput],
  template: `
    <app-example
      name="Text and time"
      selector="app-textarea, app-time-input"
      options="max: characters, counted; time takes 9:30am, 930 or 13:15"
      access="The count is read with the field, and spoken only near the end"
    >
      <app-textarea name="exampleAbout" label="About the cohort" [optional]="true" [max]="200" [rows]="3" [(value)]="about" />
      <app-time-input name="exampleStart" label="Start time" hint="For example, 13:15" [(value)]="start" />
    </app-example>
  `,
})
export class TextareaExamples {
  protected readonly about = signal('');
  protected readonly start = signal('09:30');
}
