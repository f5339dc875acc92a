import { Component, input } from '@angular/core';

const STEPS = ['Choose a file', 'Columns', 'Check', 'Done'] as const;

/** Where somebody is in an import. */
@Component({
  selector: 'app-import-steps',
  template: `
    <ol class="import-steps" aria-label="Steps of the import">
      @for (step of steps; track step; let index = $index) {
        <li [attr.aria-current]="index + 1 === at() ? 'step' : null" [class.import-steps__done]="index + 1 < at()">
          <span class="digits import-steps__number" aria-hidden="true">{{ index + 1 }}</span> {{ step }}
          @if (index + 1 < at()) {
            <span class="visually-hidden">, done</span>
          }
        </li>
      }
    </ol>
  `,
})
export class ImportSteps {
  /** From 1. */
  readonly at = input.required<number>();
  protected readonly steps = STEPS;
}

export const importCrumbs = [{ label: 'People', link: '/people' }, { label: 'Import people' }];
