import { Component, input, output } from '@angular/core';

export interface Figure {
  key: string;
  label: string;
  value: number;
  tone?: 'attention';
}

/** The counts of an import. Where they filter a list, each is a button that stays pressed. */
@Component({
  selector: 'app-import-figures',
  template: `
    <ul class="figures" [attr.aria-label]="label()">
      @for (figure of figures(); track figure.key) {
        <li>
          @if (filters()) {
            <button
              type="button"
              class="figure"
              [class.figure--attention]="figure.tone === 'attention' && figure.value > 0"
              [attr.aria-pressed]="chosen() === figure.key"
              (click)="choose.emit(chosen() === figure.key ? '' : figure.key)"
            >
              <b class="digits">{{ figure.value.toLocaleString('en-GB') }}</b> {{ figure.label }}
            </button>
          } @else {
            <div class="figure" [class.figure--attention]="figure.tone === 'attention' && figure.value > 0">
              <b class="digits">{{ figure.value.toLocaleString('en-GB') }}</b> {{ figure.label }}
            </div>
          }
        </li>
      }
    </ul>
  `,
})
export class ImportFigures {
  readonly label = input.required<string>();
  readonly figures = input.required<readonly Figure[]>();
  readonly filters = input(false);
  /** Key of the figure that filters now, or empty. */
  readonly chosen = input('');
  readonly choose = output<string>();
}
