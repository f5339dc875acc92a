import { Component, computed, inject, input } from '@angular/core';
import { FormContext } from '@waymark/shared/ui/form/form';
import { Select } from '@waymark/shared/ui/select/select';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { weekdayWords } from '../cohort-words';
import { dayOptions, shiftWords, troubleWords, whatWords, type ShiftChoice, type ShiftDay } from './shift-words';

/**
 * Where each day of a schedule would go, which of them fall on a weekend or a bank holiday, and another day to choose for each. Its form holds the
 * choices as `jumps`, one for each day.
 */
@Component({
  selector: 'app-shift-days',
  imports: [Select, Tag],
  template: `
    <p role="status">{{ about() }}</p>
    <ol class="shift-days">
      @for (one of rows(); track one.from; let at = $index) {
        <li class="shift-days__day">
          <p class="shift-days__now">
            <strong>{{ one.now }}</strong><span class="muted">{{ one.what }}</span>
          </p>
          <app-select [name]="'jumps-' + at + '-to'" [label]="'New day for ' + one.now" hideLabel [options]="one.options" />
          @if (one.trouble) {
            <app-tag colour="orange">{{ one.trouble }}</app-tag>
          }
        </li>
      }
    </ol>
    @if (unchecked()) {
      <p>{{ unchecked() }}.</p>
    }
  `,
})
export class ShiftDays {
  readonly days = input.required<readonly ShiftDay[]>();
  /** How far the list of bank holidays goes, where the days go further. */
  readonly unchecked = input('');
  private readonly form = inject<FormContext<{ jumps: ShiftChoice[] }>>(FormContext);
  private readonly choices = computed(() => this.form.appForm().draft().jumps);

  protected readonly about = computed(() => shiftWords(this.days(), this.choices()));
  protected readonly rows = computed(() =>
    this.days().map((day, at) => ({
      from: day.from,
      now: weekdayWords(day.from),
      what: whatWords(day),
      options: dayOptions(day),
      trouble: this.choices()[at]?.to === day.to ? troubleWords(day) : '',
    })),
  );
}
