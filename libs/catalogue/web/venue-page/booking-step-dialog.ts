import { Component, computed, inject, output, signal } from '@angular/core';
import type { BookingStatus } from '@waymark/catalogue/domain/bookings';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { penceOf, poundsOf, type BookingView } from './booking-draft';

interface Step {
  booking: BookingView;
  to: BookingStatus;
}

const WORDS: Partial<Record<BookingStatus, { heading: string; button: string }>> = {
  held: { heading: 'Hold room', button: 'Hold room' },
  released: { heading: 'Release room', button: 'Release room' },
  cancelled: { heading: 'Cancel booking', button: 'Cancel booking' },
};

/** Asks before a step that gives a room away, and for what a step needs: the end of a hold, the reason and the price of a cancellation. */
@Component({
  selector: 'app-booking-step-dialog',
  imports: [Button, DateInput, Dialog, ErrorSummary, FormContext, Textarea, TextInput],
  template: `
    <app-dialog [open]="opened()" (openChange)="$event || step.set(null)" [heading]="words().heading">
      @if (step(); as s) {
        <form id="booking-step" [appForm]="form" (submitted)="take.run()">
          <app-error-summary />
          <p>{{ s.booking.roomName }} for {{ s.booking.holder }}, {{ day(s.booking) }}.</p>
          @switch (s.to) {
            @case ('held') {
              <app-date-input name="holdExpiresOn" label="Hold ends on" />
            }
            @case ('cancelled') {
              <p>Other people will be able to book the room. This cannot be undone.</p>
              <app-textarea name="reason" label="Reason" hint="This will be kept with the booking" [rows]="3" [max]="500" />
              <app-text-input name="costPence" label="Cancellation cost in pounds" [optional]="true" [width]="10" inputmode="decimal" />
            }
            @default {
              <p>Other people will be able to book the room. This cannot be undone.</p>
            }
          }
        </form>
      }
      <ng-container actions>
        <button
          type="submit"
          form="booking-step"
          [appButton]="step()?.to === 'held' ? 'primary' : 'warning'"
          [small]="true"
          [busy]="take.busy()"
        >
          {{ words().button }}
        </button>
        <button type="button" appButton="secondary" [small]="true" (click)="step.set(null)">
          {{ step()?.to === 'held' ? 'Go back' : 'Keep room' }}
        </button>
      </ng-container>
    </app-dialog>
  `,
})
export class BookingStepDialog {
  readonly taken = output<void>();
  private readonly api = inject(Api);
  protected readonly step = signal<Step | null>(null);
  /** The cost in pounds, as typed. */
  protected readonly form = formOf(
    () => ({
      holdExpiresOn: this.step()?.booking.holdExpiresOn ?? '',
      costPence: poundsOf(this.step()?.booking.costPence ?? null),
      reason: '',
    }),
    { problem: () => this.take.problem() },
  );
  protected readonly opened = computed(() => this.step() !== null);
  protected readonly words = computed(() => WORDS[this.step()?.to ?? 'held'] ?? WORDS.held!);

  protected readonly take = action(async () => {
    const { booking, to } = this.step()!;
    const { holdExpiresOn, costPence, reason } = this.form.draft();
    await this.api.send('put', '/room-bookings/{id}/status', {
      path: { id: booking.id },
      body: {
        version: booking.version,
        status: to,
        ...(to === 'held' ? { holdExpiresOn: holdExpiresOn || null } : {}),
        ...(to === 'cancelled' ? { costPence: penceOf(costPence), reason } : {}),
      },
    });
    this.step.set(null);
    this.taken.emit();
  });

  ask(step: Step): void {
    this.take.clear();
    this.step.set(step);
  }

  protected day({ startsOn }: BookingView): string {
    return longDate(startsOn as LocalDate);
  }
}
