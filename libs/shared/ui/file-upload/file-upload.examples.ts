import { Component, signal } from '@angular/core';
import { Example } from '../example/example';
import { FileUpload } from './file-upload';

@Component({
  selector: 'app-file-upload-examples',
  imports: [Example, FileUpload],
  template: `
    <app-example
      name="File upload"
      selector="app-file-upload"
      options="accept; file"
      access="A native file field; the chosen name is announced"
    >
      <app-file-upload name="exampleFile" label="Spreadsheet of people" hint="A CSV file of up to 5 MB" accept=".csv" [(value)]="file" />
    </app-example>
  `,
})
export class FileUploadExamples {
  protected readonly file = signal<File | null>(null);
}
