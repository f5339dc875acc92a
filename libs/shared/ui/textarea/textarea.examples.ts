import { Component, signal } from '@angular/core';
import { Example } from '../example/example';
import { Textarea } from './textarea';

@Component({
  selector: 'app-textarea-examples',
  imports: [Example, Textarea],
  template: `
    <app-example
      name="Longer text"
      selector="app-textarea"
      options="max: characters, counted; rows"
      access="The count is read with the field, and spoken only near the end"
    >
      <app-textarea name="exampleAbout" label="About the cohort" [optional]="true" [max]="200" [rows]="3" [(value)]="about" />
    </app-example>
  `,
})
export class TextareaExamples {
  protected readonly about = signal('');
}
