import { Component, computed, input, model } from '@angular/core';
import { ValueControl } from '../field/control';
import { Field } from '../field/field';

/** One file. `accept` as in HTML, such as `.csv`. Says the chosen file's name and size. */
@Component({
  selector: 'app-file-upload',
  imports: [Field],
  template: `
    <app-field [of]="this">
      <input
        class="upload"
        type="file"
        [id]="name()"
        [name]="name()"
        [accept]="accept()"
        (change)="change($any($event.target).files[0] ?? null)"
        [disabled]="disabled()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="message() ? true : null"
      />
      <p class="field__count" role="status">{{ chosen() }}</p>
    </app-field>
  `,
})
export class FileUpload extends ValueControl<File | null> {
  readonly value = model<File | null>(null);
  readonly accept = input('');

  protected readonly chosen = computed(() => {
    const file = this.current();
    return file ? `${file.name}, ${size(file.size)}` : '';
  });
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
