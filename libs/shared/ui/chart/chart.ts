import { Component, computed, input } from '@angular/core';
import { Details } from '../details/details';

interface Bar {
  label: string;
  value: number;
}

const LABEL = 190;
const WIDTH = 640;
const ROW = 34;

/** Horizontal bars with their figures, and the same as a table. The heading says what the bars show. */
@Component({
  selector: 'app-chart',
  imports: [Details],
  template: `
    <figure class="chart">
      <figcaption class="chart__title">{{ heading() }}</figcaption>
      <svg role="img" [attr.aria-label]="summary()" [attr.viewBox]="'0 0 ' + width + ' ' + height()" preserveAspectRatio="xMinYMin">
        @for (bar of bars(); track bar.label; let row = $index) {
          <text class="chart__label" [attr.x]="0" [attr.y]="row * rowHeight + 22">{{ bar.label }}</text>
          <rect
            class="chart__bar"
            [attr.x]="labelWidth"
            [attr.y]="row * rowHeight + 6"
            [attr.width]="length(bar.value)"
            height="22"
            rx="2"
          />
          <text class="chart__value digits" [attr.x]="labelWidth + 8 + length(bar.value)" [attr.y]="row * rowHeight + 22">
            {{ bar.value.toLocaleString('en-GB') }}
          </text>
        }
      </svg>
      <app-details [summary]="'Show as a table: ' + heading()">
        <table class="table">
          <caption class="visually-hidden">
            {{
              heading()
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ of() }}</th>
              <th scope="col" class="table__numeric">{{ unit() }}</th>
            </tr>
          </thead>
          <tbody>
            @for (bar of bars(); track bar.label) {
              <tr>
                <th scope="row">{{ bar.label }}</th>
                <td class="table__numeric digits">{{ bar.value.toLocaleString('en-GB') }}</td>
              </tr>
            }
          </tbody>
        </table>
      </app-details>
    </figure>
  `,
})
export class Chart {
  protected readonly width = WIDTH;
  protected readonly rowHeight = ROW;
  protected readonly labelWidth = LABEL;
  readonly heading = input.required<string>();
  /** What a bar is: "Sector". */
  readonly of = input.required<string>();
  /** What is counted: "People". */
  readonly unit = input.required<string>();
  readonly bars = input.required<readonly Bar[]>();

  private readonly most = computed(() => Math.max(1, ...this.bars().map((bar) => bar.value)));
  protected readonly height = computed(() => this.bars().length * ROW);
  protected readonly summary = computed(
    () =>
      `${this.heading()}. ${this.bars()
        .map((bar) => `${bar.label} ${bar.value.toLocaleString('en-GB')}`)
        .join(', ')}`,
  );

  protected length(value: number): number {
    return Math.round((Math.max(0, value) / this.most()) * (WIDTH - LABEL - 70));
  }
}
